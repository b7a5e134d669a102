import type { ReactNode } from 'react'
import { now } from '../../../web/handover.ts'
import { SiteClock } from './site-clock.tsx'

/** Tells the admin's date fields the site's time. */
export function Today({ children }: { children: ReactNode }) {
  return <SiteClock now={now().epochMilliseconds}>{children}</SiteClock>
}
