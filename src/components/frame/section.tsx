import type { ReactNode } from 'react'
import css from './section.module.css'

/** One block of a page. The heading is beside its content if there is room, or above it if `wide`. */
export function Section({ heading, wide = false, children }: Props) {
  if (heading === null) return <div className={css.wide}>{children}</div>
  return (
    <section className={wide ? css.wide : css.section}>
      <h2>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

type Props = { heading: string | null; wide?: boolean; children: ReactNode }
