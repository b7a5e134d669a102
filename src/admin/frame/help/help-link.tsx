import Link from 'next/link'
import { HELP_ADDRESS } from './help-address.ts'

/** In the menu of the admin, below the collections. */
export function HelpLink() {
  return (
    <Link className="nav__link" href={HELP_ADDRESS} prefetch={false}>
      <span className="nav__link-label">Hjælp</span>
    </Link>
  )
}
