import type { CalendarDay, Exception, Schedule, Span } from '../../../../src/domain/hours/schedule.ts'

// The rules of opening hours written again, minute by minute and as plainly as possible. This file uses only types from
// src/domain, and takes the wall clock from Intl.

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

/** Copenhagen's wall clock at each minute of some days. */
export type WallClock = {
  /** The first minute, in minutes since 1970 in UTC. */
  start: number
  /** What the wall clock shows at each minute, in minutes since 1970 as if it were UTC. */
  walls: Int32Array
  /** The index of the first minute at which the wall clock shows a time. A skipped time counts as an hour later. */
  indexOf: (wall: number) => number
}

/** @param from, to dates `YYYY-MM-DD`; the clock runs from midnight UTC on `from` to midnight UTC on `to` */
export function wallClock(from: string, to: string): WallClock {
  const start = Date.parse(from) / MINUTE
  const walls = new Int32Array(Date.parse(to) / MINUTE - start)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  for (let index = 0; index < walls.length; index += HOUR) {
    const text = format.format((start + index) * MINUTE)
    const wall = Date.parse(`${text.replace(' ', 'T')}Z`) / MINUTE
    for (let minute = 0; minute < HOUR; minute++) walls[index + minute] = wall + minute
  }
  const base = walls[0] ?? 0
  const first = new Int32Array(walls.length + 3 * HOUR).fill(-1)
  for (const [index, wall] of walls.entries()) if (first[wall - base] === -1) first[wall - base] = index
  const indexOf = (wall: number): number => {
    if (wall < base) return 0
    const found = first[wall - base] ?? walls.length
    return found === -1 ? indexOf(wall + HOUR) : found
  }
  return { start, walls, indexOf }
}

/** The answers at each minute of a wall clock. */
export type Minutes = { open: Uint8Array; reasons: (string | null)[] }

export function bruteForce(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  { walls, indexOf }: WallClock,
): Minutes {
  const open = new Uint8Array(walls.length)
  const reasons: (string | null)[] = Array.from(open, () => null)
  const firstDay = Math.floor((walls[0] ?? 0) / DAY)
  const lastDay = Math.floor((walls.at(-1) ?? 0) / DAY)
  const hours = new Map<number, DayHours>()
  for (let day = firstDay - 1; day <= lastDay; day++) hours.set(day, hoursOf(schedule, calendar, day))
  for (const [index, wall] of walls.entries())
    reasons[index] = hours.get(Math.floor(wall / DAY))?.reason ?? null
  // If a night overlaps the next day, the next day is written last and wins.
  for (const [day, { spans, reason }] of hours) {
    for (const { from, to } of spans) {
      const end = indexOf(day * DAY + minutes(to) + (minutes(to) <= minutes(from) ? DAY : 0))
      for (let index = indexOf(day * DAY + minutes(from)); index < end; index++) {
        open[index] = 1
        reasons[index] = reason
      }
    }
  }
  return { open, reasons }
}

/** For each minute, the index of the next minute with another state, or the number of minutes if there is none. */
export function nextChanges(states: Uint8Array): Int32Array {
  const changes = new Int32Array(states.length).fill(states.length)
  for (let index = states.length - 2; index >= 0; index--)
    changes[index] = states[index] === states[index + 1] ? (changes[index + 1] ?? 0) : index + 1
  return changes
}

type DayHours = { spans: Span[]; reason: string | null }

function hoursOf(schedule: Schedule, calendar: readonly CalendarDay[], day: number): DayHours {
  const date = new Date(day * DAY * MINUTE)
  const text = date.toISOString().slice(0, 10)
  const week = schedule.weeks
    .filter(({ from }) => from === null || from <= text)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .at(-1)
  const ordinary = (week?.spans ?? []).filter(({ weekday }) => weekday % 7 === date.getUTCDay())
  const exception = narrowest(schedule.exceptions.filter(({ from, to }) => from <= text && text <= to))
  if (exception) {
    const { hours, reason } = exception
    if (hours.type === 'spans') return { spans: hours.spans, reason }
    return cut(ordinary, hours.type === 'closed' ? null : hours.time, reason)
  }
  const closing = calendar.find((entry) => entry.date === text && entry.closesOffices)
  if (!closing || !schedule.followsCalendar) return { spans: ordinary, reason: null }
  return cut(ordinary, closing.closesFrom, closing.name)
}

const narrowest = (exceptions: Exception[]): Exception | undefined =>
  exceptions.toSorted(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || b.from.localeCompare(a.from) || a.to.localeCompare(b.to),
  )[0]

/** The spans before a time of day. If `time` is null there are none, and the reason is given even on days off. */
function cut(spans: Span[], time: string | null, reason: string | null): DayHours {
  if (time === null) return { spans: [], reason }
  const left: Span[] = []
  let isCut = false
  for (const { from, to } of spans) {
    const end = minutes(to) + (minutes(to) <= minutes(from) ? DAY : 0)
    if (end <= minutes(time)) left.push({ from, to })
    else isCut = true
    if (end > minutes(time) && minutes(from) < minutes(time)) left.push({ from, to: time })
  }
  return { spans: left, reason: isCut ? reason : null }
}

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}
