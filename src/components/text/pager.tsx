import type { PagerView } from '../../content/pages/pager.ts'
import css from './pager.module.css'

/** To the pages of a list before and after this one. */
export function Pager({ pager: { label, previous, next, now } }: { pager: PagerView }) {
  return (
    <nav aria-label={label} className={css.pages}>
      {previous && (
        <a href={previous.href} rel="prev">
          {previous.label}
        </a>
      )}
      <span>{now}</span>
      {next && (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      )}
    </nav>
  )
}
