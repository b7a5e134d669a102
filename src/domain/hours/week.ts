import { DAY_MINUTES } from '../time/copenhagen.ts'
import { capitalised, weekdayName } from '../time/danish-time.ts'
import type { Weekday, WeekSpan } from './schedule.ts'
import { entryProblem, type EnteredSpan } from './span-problems.ts'
import { firstOverlap, formatSpan, minutesOfDay } from './spans.ts'

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

type Day = (typeof DAYS)[number]

/** Spans in a day: more than any office needs; it limits what is stored. */
export const MOST_SPANS = 6

/** A week as an editor enters it: each day has its spans (none means closed), or `monday` for the same as Monday. */
export type Week = Record<Day, EnteredSpan[] | 'monday'> & { monday: EnteredSpan[] }

export const closedWeek: Week = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
}

/** The spans of all seven days. */
export function weekSpans(week: Week): WeekSpan[] {
  return DAYS.flatMap((day, index) =>
    spansOf(week, day).map(({ from, to }) => ({ weekday: weekdayAt(index), from, to })),
  )
}

/**
 * What is wrong with a week, in Danish, naming the day: too many spans, something that is not a span, two spans that
 * overlap. Null if nothing is.
 */
export function weekProblem(week: Week): string | null {
  for (const [index, day] of DAYS.entries()) {
    const entered = week[day]
    if (entered === 'monday') continue
    const name = capitalised(weekdayName(weekdayAt(index)))
    if (entered.length > MOST_SPANS) return `${name}: En dag kan højst have ${MOST_SPANS} tidsrum.`
    for (const span of entered) {
      const problem = entryProblem(span)
      if (problem) return `${name}: ${problem}`
    }
  }
  // Sunday night can run into Monday.
  const pair = firstOverlap(weekSpans(week), minutesOfWeek, 7 * DAY_MINUTES)
  if (!pair) return null
  const [a, b] = pair.map((span) => `${weekdayName(span.weekday)} ${formatSpan(span)}`)
  return `${capitalised(a ?? '')} overlapper ${b}.`
}

const spansOf = (week: Week, day: Day): EnteredSpan[] => {
  const entered = week[day]
  return entered === 'monday' ? week.monday : entered
}

const weekdayAt = (index: number): Weekday => (index + 1) as Weekday

function minutesOfWeek(span: WeekSpan): { from: number; to: number } {
  const { from, to } = minutesOfDay(span)
  const monday = (span.weekday - 1) * DAY_MINUTES
  return { from: monday + from, to: monday + to }
}
