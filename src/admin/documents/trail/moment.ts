import type { Temporal } from 'temporal-polyfill'
import { COPENHAGEN } from '../../../domain/time/copenhagen.ts'
import { formatDate } from '../../../domain/time/danish-time.ts'

/** "28. november 2026 kl. 18.55" on Denmark's clock. */
export function momentWords(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO(COPENHAGEN)
  return `${formatDate(at)} kl. ${hour}.${String(minute).padStart(2, '0')}`
}
