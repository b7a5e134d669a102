import type { PageView } from '../../content/pages/page.ts'
import css from './on-this-page.module.css'

/**
 * Links to the main headings of a long page: folded before its text, so that the text itself is the first thing on a phone;
 * open beside it if there is room.
 */
export function OnThisPage({ contents }: { contents: NonNullable<PageView['contents']> }) {
  return (
    <nav className={css.contents} aria-label={contents.label}>
      <details>
        <summary>{contents.label}</summary>
        <ul>
          {contents.items.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}
