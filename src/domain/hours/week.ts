import { DAY_MINUTES } from '../time/copenhagen.ts'
import { formatSpan, weekdayName } from '../time/danish-time.ts'
import type { Weekday, WeekSpan } from './schedule.ts'
import { entryProblem, type EnteredSpan } from './span-problems.ts'
import { firstOverlap, minutesOfDay } from './spans.ts'

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

type Day = (typeof DAYS)[number]

/** The limit per day, to bound what is stored. No office opens more often. */
export const MOST_SPANS = 6

/** A week as an editor enters it. A day has spans (closed if none), or `monday`, meaning the same as Monday. */
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

/** What is wrong with a week, such as two spans that overlap, in Danish, naming the day. Null if nothing is wrong. */
export function weekProblem(week: Week): string | null {
  for (const [index, day] of DAYS.entries()) {
    const entered = week[day]
    if (entered === 'monday') continue
    for (const span of entered) {
      const problem = entryProblem(span)
      if (problem) return `${capitalised(weekdayName(weekdayAt(index)))}: ${problem}`
    }
  }
  // Sunday night may run into Monday.
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

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function minutesOfWeek(span: WeekSpan): { from: number; to: number } {
  const { from, to } = minutesOfDay(span)
  const monday = (span.weekday - 1) * DAY_MINUTES
  return { from: monday + from, to: monday + to }
}
