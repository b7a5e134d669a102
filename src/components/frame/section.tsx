import type { ReactNode } from 'react'
import css from './section.module.css'

/** One block of a page: its heading beside the content if there is room, or above it if `wide`. */
export function Section({ heading, anchor, wide = false, children }: Props) {
  if (heading === null) return <div className={css.wide}>{children}</div>
  return (
    <section className={wide ? css.wide : css.section}>
      <h2 id={anchor}>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

type Props = {
  heading: string | null
  /** What the heading is called in a link: `#anchor`. */
  anchor?: string
  wide?: boolean
  children: ReactNode
}
