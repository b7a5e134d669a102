import type { BoxHours } from '../hours/box-hours.ts'
import { icsCalendar } from './ics.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { specialEvents } from './special-events.ts'

/** The closed days and special hours of a contact box, for people who visit or call, as an iCalendar file. */
export async function hoursFeed(
  { box, opening, phone }: BoxHours,
  siteUrl: string,
  reader: Reader,
): Promise<string> {
  const { hours } = await labels(reader)
  const { siteName } = await reader.global('header')
  const schedules = [
    ...(opening ? [{ dated: opening, kind: 'opening' as const, id: box.slug }] : []),
    ...(phone ? [{ dated: phone, kind: 'phone' as const, id: `${box.slug}-telefon` }] : []),
  ]
  const events = specialEvents(box.name, schedules, new URL(siteUrl).host, reader.now, hours)
  return icsCalendar(`${box.name}, ${siteName}`, events, reader.now)
}
