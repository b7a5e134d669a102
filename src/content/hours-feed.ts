import { dateOf, dayAt, toInstant } from '../domain/copenhagen.ts'
import { formatSpans } from '../domain/danish-time.ts'
import { spansOn } from '../domain/hours.ts'
import { intervals } from '../domain/openings.ts'
import type { Span } from '../domain/schedule.ts'
import type { BoxHours } from './box-hours.ts'
import { icsCalendar, type IcsEvent } from './ics.ts'
import type { Reader } from './reader.ts'
import type { DatedSchedule } from './schedules.ts'
import { labels } from './shell.ts'

/**
 * The closed days and special hours of a contact box as an iCalendar file, from today to the end of what is known, two
 * years at most. Closed days and periods of several days are whole days, the hours of a single day instants in UTC.
 */
export async function hoursFeed(
  { box, opening, phone }: BoxHours,
  siteUrl: string,
  reader: Reader,
): Promise<string> {
  const { contact } = await labels(reader)
  const { siteName } = await reader.global('header')
  const { host } = new URL(siteUrl)
  const today = dayAt(reader.now)
  const ofOpening = opening ? specialPeriods(opening, today) : []
  const ofPhone = phone ? specialPeriods(phone, today) : []
  const isInBoth = (period: Period) => [ofOpening, ofPhone].every((periods) => periods.some(isSame(period)))
  const eventsOf = (period: Period, word: string, id: string) => {
    const name = !(opening && phone) || isInBoth(period) ? box.name : `${box.name}, ${word.toLowerCase()}`
    return periodEvents(period, name, (number) => `${id}-${dateOf(period.firstDay)}-${number}@${host}`)
  }
  return icsCalendar(
    `${box.name}, ${siteName}`,
    [
      ...ofOpening.flatMap((period) => eventsOf(period, contact.openingHours, box.slug)),
      ...ofPhone
        .filter((period) => !isInBoth(period))
        .flatMap((period) => eventsOf(period, contact.phoneHours, `${box.slug}-telefon`)),
    ],
    reader.now,
  )
}

/** Neighbouring days (numbers since 1970-01-01, both included) with the same hours for the same reason. */
type Period = { firstDay: number; lastDay: number; spans: Span[]; reason: string }

const DAYS_AHEAD = 800
/** A period that has begun is known by its first day, so that it stays the same event. */
const DAYS_BACK = 400

function specialPeriods({ schedule, calendar }: DatedSchedule, today: number): Period[] {
  const periods: Period[] = []
  for (let day = today - DAYS_BACK; day <= today + DAYS_AHEAD; day++) {
    const { spans, reason } = spansOn(schedule, calendar, dateOf(day))
    if (reason === null) continue
    const before = periods.at(-1)
    const goesOn = before?.lastDay === day - 1 && isSame({ ...before, spans, reason })(before)
    if (goesOn) before.lastDay = day
    else periods.push({ firstDay: day, lastDay: day, spans, reason })
  }
  return periods.filter(({ lastDay }) => lastDay >= today)
}

const isSame = (period: Period) => (other: Period) => JSON.stringify(other) === JSON.stringify(period)

function periodEvents(period: Period, name: string, uid: (number: number) => string): IcsEvent[] {
  const { firstDay, lastDay, spans, reason } = period
  const event = (hours: readonly Span[], number: number) => ({
    uid: uid(number),
    title: `${name}: ${hours.length ? 'åbent ' : ''}${formatSpans(hours).toLowerCase()} (${reason})`,
    description: null,
    alarm: false,
  })
  if (spans.length === 0 || firstDay < lastDay)
    return [{ ...event(spans, 1), firstDay: dateOf(firstDay), lastDay: dateOf(lastDay) }]
  return spans.flatMap((span, index) =>
    intervals([span], firstDay).map(({ from, to }) => ({
      ...event([span], index + 1),
      from: toInstant(from),
      to: toInstant(to),
    })),
  )
}
