import type { BlockView } from '../../content/pages/blocks.ts'
import { Section } from '../frame/section.tsx'
import css from './facts.module.css'

/** Facts, each with its figure first if it has one. */
export function Facts({ block }: { block: Extract<BlockView, { type: 'facts' }> }) {
  return (
    <Section heading={block.heading}>
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
