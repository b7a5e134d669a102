import Link from 'next/link'
import { PLANNED } from '../../../domain/addresses.ts'

/** In the menu of the admin, below the collections. */
export function PlannedLink() {
  return (
    <Link className="nav__link" href={PLANNED} prefetch={false}>
      <span className="nav__link-label">Planlagt</span>
    </Link>
  )
}
