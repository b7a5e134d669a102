import type { NamedBlock } from '../../content/pages/anchors.ts'
import { Heading, below } from '../frame/heading.tsx'
import { RichText } from '../text/rich-text.tsx'
import { Section } from '../frame/section.tsx'
import css from './principles.module.css'

/** The guiding principles as cards. */
export function Principles({ block }: { block: Extract<NamedBlock, { type: 'principles' }> }) {
  const level = below(2, block.heading)
  return (
    <Section heading={block.heading} anchor={block.anchor}>
      <RichText body={block.intro} top={level} />
      <ul className={css.cards}>
        {block.principles.map(({ id, title, body }) => (
          <li key={title} id={id}>
            <Heading level={level}>{title}</Heading>
            <RichText body={body} top={below(level, title)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
