'use client'

import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import { dateIn } from '../../../domain/time/danish-time.ts'

/** The site's time less the browser's, in milliseconds; null where nobody has told it. */
const Lead = createContext<number | null>(null)

/** Keeps the site's time, however wrong the browser's clock is and however long the page stays open. */
export function SiteClock({ now, children }: { now: number; children: ReactNode }) {
  // Only differences of the browser's clock count.
  const [lead] = useState(() => now - Date.now())
  return <Lead value={lead}>{children}</Lead>
}

/** A function that says which day it is in Denmark, `YYYY-MM-DD`. */
export function useToday(): () => string {
  const lead = useContext(Lead) ?? 0
  return useCallback(
    () => dateIn(Temporal.Instant.fromEpochMilliseconds(Date.now() + lead)).toString(),
    [lead],
  )
}

/** A function that says what time it is, in milliseconds since 1970. */
export function useNow(): () => number {
  const lead = useContext(Lead) ?? 0
  return useCallback(() => Date.now() + lead, [lead])
}

/** The browser's own time, for what Payload counts by it: milliseconds since 1970. */
export const browserNow = (): number => Date.now()
