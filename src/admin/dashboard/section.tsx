import Link from 'next/link'
import type { ReactNode } from 'react'
import css from './dashboard.module.css'

type Props = {
  id: string
  heading: string
  /** What it is, and what to do about it. */
  words?: string
  /** An Item for each. */
  children: readonly ReactNode[]
}

/** How many lines stand there at once; the others are behind a press. */
const AT_ONCE = 5

/** A list of what waits; nothing if there is none. */
export function Section({ id, heading, words, children }: Props) {
  if (children.length === 0) return null
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span className={css.count}>{children.length}</span>
      </h2>
      {words && <p>{words}</p>}
      <ul>{children.slice(0, AT_ONCE)}</ul>
      {children.length > AT_ONCE && (
        <details>
          <summary>Vis {children.length - AT_ONCE} til</summary>
          <ul>{children.slice(AT_ONCE)}</ul>
        </details>
      )}
    </section>
  )
}

/** A document's name, which leads to its form, with what is to be said of it below. */
export const Item = ({
  name,
  address,
  children,
}: {
  name: string
  address: string
  children?: ReactNode
}) => (
  <li>
    <Link href={address} prefetch={false}>
      {name}
    </Link>
    {children && <span className={css.detail}>{children}</span>}
  </li>
)
