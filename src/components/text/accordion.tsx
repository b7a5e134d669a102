import type { AccordionItem } from '../../content/pages/blocks.ts'
import { Heading, below, type Level } from '../frame/heading.tsx'
import { RichText } from './rich-text.tsx'
import css from './accordion.module.css'

/** Texts that fold out. Find-in-page finds them while folded, and they are open in print. */
export function Accordion({ items, level }: { items: AccordionItem[]; level: Level }) {
  return (
    <div className={css.items}>
      {items.map((item) => (
        <details key={item.title}>
          <summary>
            <Heading level={level}>{item.title}</Heading>
          </summary>
          <Body item={item} level={level} />
        </details>
      ))}
    </div>
  )
}

/** The same texts, always open, for what everybody needs. */
export function Unfolded({ items, level }: { items: AccordionItem[]; level: Level }) {
  return (
    <div className={css.open}>
      {items.map((item) => (
        <div key={item.title}>
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
