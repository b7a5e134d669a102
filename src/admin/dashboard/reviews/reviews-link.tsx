import Link from 'next/link'
import { REVIEWS } from '../../../domain/time/reviews.ts'

/** In the menu of the admin, below the collections. */
export function ReviewsLink() {
  return (
    <Link className="nav__link" href={REVIEWS} prefetch={false}>
      <span className="nav__link-label">Skal gennemgås</span>
    </Link>
  )
}
