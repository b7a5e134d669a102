import Link from 'next/link'
import { BIN } from '../../../domain/addresses.ts'

/** In the menu of the admin, below the collections. */
export function BinLink() {
  return (
    <Link className="nav__link" href={BIN}>
      <span className="nav__link-label">Papirkurv</span>
    </Link>
  )
}
