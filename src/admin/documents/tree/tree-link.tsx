import Link from 'next/link'
import { TREE } from '../../../domain/addresses.ts'
import css from './tree.module.css'

/** In the menu of the admin, below the collections. */
export function TreeLink() {
  return (
    <Link className="nav__link" href={TREE} prefetch={false}>
      <span className="nav__link-label">Sidetræ</span>
    </Link>
  )
}

/** Above the list of the pages. */
export function TreeHint() {
  return (
    <p className={css.hint}>
      <Link href={TREE} prefetch={false}>
        Se siderne som et træ
      </Link>{' '}
      for at finde dem, hvor de ligger, og flytte dem.
    </p>
  )
}
