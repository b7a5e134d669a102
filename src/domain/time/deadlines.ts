import { Temporal } from 'temporal-polyfill'
import { danishPublicHolidays } from '../hours/calendar.ts'
import type { CalendarDay } from '../hours/schedule.ts'

/** A day from Monday to Friday that is not a working day, and the calendar's name for it. */
export type SkippedDay = { date: string; reason: string }

/** A deadline ends at the end of `date`; `skipped` lists the days that did not count. */
export type Deadline = {
  status: 'known'
  date: string
  skipped: SkippedDay[]
  calendarCompleteUntil: string
}

/** Why there is no deadline: the act was not in force yet, or the calendar ends too early (null: it is empty). */
export type Refusal =
  { status: 'beforeTheAct' } | { status: 'beyondCalendar'; calendarCompleteUntil: string | null }

export type AccessDeadlines = {
  status: 'known'
  received: string
  answerBy: string
  delayComplaintFrom: string
  /** Between the receipt and `answerBy`. */
  skipped: SkippedDay[]
  /** Between `answerBy` and `delayComplaintFrom`. */
  skippedThen: SkippedDay[]
  /** Working days until `answerBy` on which the offices are closed all day: dates that surprise. */
  closedButCounted: string[]
  calendarCompleteUntil: string
}

/** The days that are not working days, and until when the calendar is complete. */
export type WorkingCalendar = {
  /** The names of days off, by date. */
  daysOff: ReadonlyMap<string, string>
  /** The last day of the last complete year; null if there is none. */
  completeUntil: string | null
  /** Working days on which the calendar closes the offices all day. */
  closedButCounted: ReadonlySet<string>
}

/** Working days from receiving a request to answering it (offentlighedsloven § 36, stk. 2). */
const ANSWER = 7
/** Working days without an answer before one can complain about the delay itself (§ 39). */
const DELAY = 14
/** Working days for the authority to decide whether it stands by its refusal (§ 37). */
const RECONSIDERATION = 7
/** Working days for the appeal body to decide, counted from when it receives the complaint itself (§ 37). */
const APPEAL = 20

/** The day on which offentlighedsloven (lov nr. 606 af 12. juni 2013) came into force. */
export const ACT_IN_FORCE = '2014-01-01'

/**
 * The calendar as deadlines need it. A year is complete if it has every public holiday; the calendar is complete to the end
 * of the first unbroken run of such years. For years before that run, the public holidays that the calendar lacks are
 * added: the past is settled by law.
 */
export function workingCalendar(calendar: readonly CalendarDay[]): WorkingCalendar {
  const dates = new Set(calendar.map(({ date }) => date))
  const isFilled = (year: number) => danishPublicHolidays(year).every(({ date }) => dates.has(date))
  const first = [...new Set(calendar.map(({ date }) => yearOf(date)))]
    .toSorted((a, b) => a - b)
    .find(isFilled)
  const days = [...calendar]
  let completeUntil: string | null = null
  if (first !== undefined) {
    for (let year = yearOf(ACT_IN_FORCE); year < first; year += 1)
      days.push(...danishPublicHolidays(year).filter(({ date }) => !dates.has(date)))
    let last = first
    while (isFilled(last + 1)) last += 1
    completeUntil = `${last}-12-31`
  }
  const daysOff = days.filter(({ countsAsWorkingDay }) => !countsAsWorkingDay)
  const closed = days.filter(
    ({ countsAsWorkingDay, closesOffices, closesFrom }) =>
      countsAsWorkingDay && closesOffices && closesFrom === null,
  )
  return {
    daysOff: new Map(daysOff.map(({ date, name }) => [date, name])),
    completeUntil,
    closedButCounted: new Set(closed.map(({ date }) => date).filter(isWeekday)),
  }
}

/**
 * What the act promises someone who asks for access to documents. It is guidance, and it is never stored: if the calendar
 * changes, so does the answer.
 * @param received `YYYY-MM-DD`, day 0. The answer is due at the end of the 7th working day after it. When the 14th
 * has ended without an answer, one can complain about the delay: from the next day on, even if it is a Saturday.
 */
export function accessDeadlines(calendar: WorkingCalendar, received: string): AccessDeadlines | Refusal {
  const delay = deadline(calendar, received, DELAY)
  if (delay.status !== 'known') return delay
  const answer = workingDaysAfter(calendar, received, ANSWER)
  return {
    status: 'known',
    received,
    answerBy: answer.date,
    delayComplaintFrom: nextDay(delay.date),
    skipped: answer.skipped,
    skippedThen: delay.skipped.slice(answer.skipped.length),
    closedButCounted: [...calendar.closedButCounted]
      .filter((date) => date > received && date <= answer.date)
      .toSorted(),
    calendarCompleteUntil: delay.calendarCompleteUntil,
  }
}

/** When the authority must decide on a complaint that it received on a date `YYYY-MM-DD`. */
export const reconsiderationDeadline = (calendar: WorkingCalendar, received: string): Deadline | Refusal =>
  deadline(calendar, received, RECONSIDERATION)

/** When the appeal body must decide on a complaint that it received itself on a date `YYYY-MM-DD`. */
export const appealDeadline = (calendar: WorkingCalendar, received: string): Deadline | Refusal =>
  deadline(calendar, received, APPEAL)

/**
 * The day that is `count` working days after a date, and the days off that were skipped. Working days are Monday to Friday
 * without the calendar's days off. The date itself does not count, so a Saturday gives the same result as the Friday before.
 * A count of 0 gives the date itself.
 */
export function workingDaysAfter(
  { daysOff }: WorkingCalendar,
  date: string,
  count: number,
): { date: string; skipped: SkippedDay[] } {
  const skipped: SkippedDay[] = []
  let day = Temporal.PlainDate.from(date)
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek >= 6) continue
    const reason = daysOff.get(day.toString())
    if (reason === undefined) left -= 1
    else skipped.push({ date: day.toString(), reason })
  }
  return { date: day.toString(), skipped }
}

function deadline(calendar: WorkingCalendar, received: string, count: number): Deadline | Refusal {
  const { completeUntil } = calendar
  if (received < ACT_IN_FORCE) return { status: 'beforeTheAct' }
  const beyond: Refusal = { status: 'beyondCalendar', calendarCompleteUntil: completeUntil }
  if (completeUntil === null || received > completeUntil) return beyond
  const found = workingDaysAfter(calendar, received, count)
  return found.date > completeUntil
    ? beyond
    : { status: 'known', ...found, calendarCompleteUntil: completeUntil }
}

const isWeekday = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek < 6

const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()

const yearOf = (date: string): number => Number(date.slice(0, 4))
