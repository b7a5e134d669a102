import { atMinute, DAY_MINUTES, dateOf, dayOf } from '../time/copenhagen.ts'
import { formatDate } from '../time/danish-time.ts'
import type { Span } from './schedule.ts'
import { firstOverlap, formatSpan, isTimeOfDay, minutesOf, minutesOfDay } from './spans.ts'
import { isDate } from '../time/typed-date.ts'

/** A span as an editor enters it; `nextDay`: it ends on the day after it begins. */
export type EnteredSpan = Span & { nextDay?: boolean | null }

/** What is wrong with a span, in Danish; null if nothing is. */
export function entryProblem({ from, to, nextDay }: EnteredSpan): string | null {
  if (!from || !to) return 'Skriv både fra og til.'
  for (const time of [from, to]) if (!isTimeOfDay(time)) return notATimeOfDay(time)
  if (from === '24:00') return 'Et tidsrum kan ikke begynde kl. 24.00. Skriv 00:00 den næste dag.'
  const passesMidnight = minutesOf(to) <= minutesOf(from)
  const span = formatSpan({ from, to })
  if (passesMidnight && !nextDay)
    return `${span} slutter, før det begynder. Slutter det dagen efter, så sæt kryds i »næste dag«.`
  if (!passesMidnight && nextDay) return `${span} varer mere end et døgn, når det slutter næste dag.`
  return null
}

/** An exception as an editor enters it. Dates `YYYY-MM-DD`, both included. */
type EnteredException = {
  from: string
  to: string
  hours: { type: 'closed' } | { type: 'closesFrom'; time: string } | { type: 'spans'; spans: EnteredSpan[] }
}

/** What is longer is a slip in the year, or no exception. */
const MOST_DAYS = 366

/**
 * What is wrong with an exception, in Danish, naming the culprit: not a date, a range or span that ends before it begins, a range of
 * more than a year,
 * spans that overlap, a time that daylight saving skips. Null if nothing is.
 */
export function exceptionProblem({ from, to, hours }: EnteredException): string | null {
  const badDate = badDateIn(from, to)
  if (badDate) return badDate
  if (to < from) return `Perioden slutter ${formatDate(to)}, før den begynder ${formatDate(from)}.`
  if (dayOf(to) - dayOf(from) > MOST_DAYS)
    return `Perioden fra ${formatDate(from)} til ${formatDate(to)} er længere end et år. Ret datoen, eller del perioden.`
  if (hours.type === 'closed') return null
  if (hours.type === 'closesFrom') {
    const { time } = hours
    return isTimeOfDay(time) ? skippedTime(from, to, [minutesOf(time)]) : notATimeOfDay(time)
  }
  for (const span of hours.spans) {
    const problem = entryProblem(span)
    if (problem) return problem
  }
  // In a range of days, a night span can run into the next day's morning span.
  const pair = firstOverlap(hours.spans, minutesOfDay, from === to ? Infinity : DAY_MINUTES)
  if (pair) return `${formatSpan(pair[0])} overlapper ${formatSpan(pair[1])}.`
  const ends = hours.spans.flatMap((span) => Object.values(minutesOfDay(span)))
  return skippedTime(from, to, ends)
}

/**
 * Names, in Danish, the time that does not exist on one of the dates (`YYYY-MM-DD`, both included) because the clocks go
 * forward, or the date that is not one. Null if all exist.
 * @param minutes from midnight; 1440 and more are on the next day
 */
export function skippedTime(from: string, to: string, minutes: readonly number[]): string | null {
  const badDate = badDateIn(from, to)
  if (badDate) return badDate
  // A time that is ever skipped is skipped once a year.
  const last = Math.min(dayOf(to), dayOf(from) + 366)
  for (let day = dayOf(from); day <= last; day++) {
    // A skipped time is read an hour later, so it equals the time one hour after it.
    const skipped = minutes.find((minute) => atMinute(day, minute) === atMinute(day, minute + 60))
    if (skipped === undefined) continue
    const date = dateOf(day + Math.floor(skipped / DAY_MINUTES))
    return `Kl. ${formatMinutes(skipped)} findes ikke den ${formatDate(date)}: da stilles uret en time frem.`
  }
  return null
}

function badDateIn(...dates: string[]): string | null {
  const wrong = dates.find((date) => !isDate(date))
  return wrong === undefined ? null : `»${wrong}« er ikke en dato.`
}

const notATimeOfDay = (text: string): string => `»${text}« er ikke et klokkeslæt. Skriv for eksempel 08:00.`

const formatMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60) % 24}.${String(minutes % 60).padStart(2, '0')}`
