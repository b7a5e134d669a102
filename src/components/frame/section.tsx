import type { ReactNode } from 'react'
import css from './section.module.css'

/** One block of a page: its heading, and its content below it at the same left edge. */
export function Section({ heading, anchor, children }: Props) {
  if (heading === null) return <div className={css.section}>{children}</div>
  return (
    <section className={css.section}>
      <h2 id={anchor}>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

type Props = {
  heading: string | null
  /** What the heading is called in a link: `#anchor`. */
  anchor?: string
  children: ReactNode
}
