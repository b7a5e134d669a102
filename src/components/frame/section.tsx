import type { ReactNode } from 'react'
import css from './section.module.css'

/** One block of a page: its heading, and its content below it at the same left edge. */
export function Section({ heading, anchor, isHalf = false, children }: Props) {
  const half = isHalf ? '' : undefined
  if (heading === null)
    return (
      <div className={css.section} data-half={half}>
        {children}
      </div>
    )
  return (
    <section className={css.section} data-half={half}>
      <h2 id={anchor}>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

type Props = {
  heading: string | null
  /** What the heading is called in a link: `#anchor`. */
  anchor?: string
  /** Whether two of them stand side by side where there is room. */
  isHalf?: boolean
  children: ReactNode
}
