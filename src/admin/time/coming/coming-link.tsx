import Link from 'next/link'
import { COMING } from '../../../domain/addresses.ts'

/** In the menu of the admin, below the collections. */
export function ComingLink() {
  return (
    <Link className="nav__link" href={COMING} prefetch={false}>
      <span className="nav__link-label">De næste 42 dage</span>
    </Link>
  )
}
