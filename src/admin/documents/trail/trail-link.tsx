import Link from 'next/link'
import type { ServerProps } from 'payload'
import { TRAIL_ADDRESS } from './trail-address.ts'
import css from './trail.module.css'

/** In the menu of the admin, below all collections. */
export function TrailLink({ user }: ServerProps) {
  if (!user) return null
  return (
    <Link href={TRAIL_ADDRESS} prefetch={false} className={`nav__link ${css.link}`}>
      <span className="nav__link-label">Seneste ændringer</span>
    </Link>
  )
}
