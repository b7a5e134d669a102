import type { NamedBlock } from '../../content/pages/anchors.ts'
import { Section } from '../frame/section.tsx'
import css from './facts.module.css'

/** Facts, each with its figure first if it has one. */
export function Facts({ block }: { block: Extract<NamedBlock, { type: 'facts' }> }) {
  return (
    <Section heading={block.heading} anchor={block.anchor}>
      <ul className={css.facts}>
        {block.facts.map((fact) => (
          <li key={fact.text}>
            {fact.figure && <strong>{fact.figure}</strong>} {fact.text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
