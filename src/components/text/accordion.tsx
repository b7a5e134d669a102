import type { AccordionItem } from '../../content/pages/blocks.ts'
import { Heading, below, type Level } from '../frame/heading.tsx'
import { RichText } from './rich-text.tsx'
import css from './accordion.module.css'

/** Texts that unfold. They can be found while folded, and are open on paper. */
export function Accordion({ items, level }: { items: AccordionItem[]; level: Level }) {
  return (
    <div className={css.items}>
      {items.map((item) => (
        <details key={item.title}>
          <summary>
            <Heading level={level}>{item.title}</Heading>
          </summary>
          {/* Within what folds: a browser that is led to it opens it. */}
          <div id={item.id}>
            <Body item={item} level={level} />
          </div>
        </details>
      ))}
    </div>
  )
}

/** The same texts, all open, for what everybody needs. */
export function Unfolded({ items, level }: { items: AccordionItem[]; level: Level }) {
  return (
    <div className={css.open}>
      {items.map((item) => (
        <div key={item.title} id={item.id}>
          <Heading level={level}>{item.title}</Heading>
          <Body item={item} level={level} />
        </div>
      ))}
    </div>
  )
}

function Body({ item, level }: { item: AccordionItem; level: Level }) {
  return (
    <>
      <RichText body={item.body} top={below(level, item.title)} />
      {item.source && <p className={css.source}>{item.source}</p>}
    </>
  )
}
