import type { NamedBlock } from '../../content/pages/anchors.ts'
import { Heading, below } from '../frame/heading.tsx'
import { Link } from './link.tsx'
import { RichText } from './rich-text.tsx'
import { Section } from '../frame/section.tsx'
import { Times } from './times.tsx'
import css from './link-list.module.css'

/** Links with a short description of each. Shown as cards, they are the main entry points to the site. */
export function LinkList({ block }: { block: Extract<NamedBlock, { type: 'linkList' }> }) {
  const level = below(2, block.heading)
  return (
    <Section heading={block.heading} anchor={block.anchor}>
      {block.intro.length > 0 && <RichText body={block.intro} top={level} />}
      <ul className={block.asCards ? css.cards : css.list}>
        {block.links.map(({ label, href, description, moved = [] }) => {
          const words = href === null ? label : <Link href={href}>{label}</Link>
          return (
            <li key={label} data-moved={moved.length > 0 ? '' : undefined}>
              {moved.map((anchor) => (
                <span key={anchor} id={anchor} />
              ))}
              {block.asCards ? <Heading level={level}>{words}</Heading> : words}
              {description && (
                <p>
                  <Times text={description} />
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
