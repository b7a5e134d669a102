import { Temporal } from 'temporal-polyfill'
import { ADDRESSES } from '../../domain/addresses.ts'
import { isMailAddress } from '../../domain/link.ts'
import { COPENHAGEN } from '../../domain/time/copenhagen.ts'
import { fromStored } from '../../domain/time/stored-date.ts'

/**
 * A security.txt (RFC 9116), and until when it holds; null without a contact or a date, and once the date is over.
 * @param contact a mail address or a page
 * @param expires the last day, as it is stored
 */
export function securityTxt(
  { contact, expires }: { contact?: string | null; expires?: string | null },
  siteUrl: string,
  now: Temporal.Instant,
): { body: string; until: Temporal.Instant } | null {
  if (!contact || !expires) return null
  const until = Temporal.PlainDate.from(fromStored(expires))
    .add({ days: 1 })
    .toZonedDateTime(COPENHAGEN)
    .toInstant()
  if (Temporal.Instant.compare(until, now) <= 0) return null
  const lines = [
    `Contact: ${isMailAddress(contact) ? `mailto:${contact}` : contact}`,
    `Expires: ${until.toString()}`,
    'Preferred-Languages: da',
    `Canonical: ${siteUrl}${ADDRESSES.securityTxt.path}`,
  ]
  return { body: `${lines.join('\n')}\n`, until }
}
