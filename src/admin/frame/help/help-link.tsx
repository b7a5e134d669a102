import Link from 'next/link'
import { HELP } from '../../../domain/addresses.ts'

/** In the menu of the admin, below the collections. */
export function HelpLink() {
  return (
    <Link className="nav__link" href={HELP} prefetch={false}>
      <span className="nav__link-label">Hjælp</span>
    </Link>
  )
}
