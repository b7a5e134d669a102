import { Temporal } from 'temporal-polyfill'
import { openingStatus, opensAt } from '../../src/domain/hours/hours.ts'
import type { Exception, Schedule } from '../../src/domain/hours/schedule.ts'
import { at, calendar, closed, closesFrom, days, local, office, opens } from '../unit/domain/hours/times.ts'

const ROUNDS = 500

type Figure = { ms: number; goal: number; met: boolean }

/** What the rules of time take, warm, the median of 500 rounds: five years of calendar, 20 exceptions a schedule. */
export function measureClock(): Record<string, Figure> {
  const schedules = Array.from({ length: 50 }, (_, index) =>
    scheduleWith(exceptionsFrom(Temporal.PlainDate.from('2026-06-01').add({ days: index }))),
  )
  const beforeChristmas = at('2026-12-23T15:00')
  const moving = closed('2026-11-24', '2027-12-27', 'Flytning')
  const closedForLong = scheduleWith([
    ...exceptionsFrom(Temporal.PlainDate.from('2025-04-01')).slice(1),
    moving,
  ])
  const evening = at('2026-11-23T18:00')
  if (local(opensAt(closedForLong, calendar, evening)) !== '2027-12-28T09:00:00')
    throw new Error('The opening 400 days ahead is not found')
  return {
    'Open or closed now, 50 schedules': figure(1, () => {
      for (const schedule of schedules) openingStatus(schedule, calendar, beforeChristmas)
    }),
    'Next opening 400 days ahead': figure(5, () => opensAt(closedForLong, calendar, evening)),
  }
}

const scheduleWith = (exceptions: Exception[]): Schedule => ({
  weeks: [
    ...office.weeks,
    {
      from: '2027-01-01',
      spans: [...days([1, 2, 3, 4], '09:00', '12:00'), ...days([1, 2, 3, 4], '13:00', '16:00')],
    },
  ],
  exceptions,
  followsCalendar: true,
})

/** Twenty of all kinds, spread over a year and a half. */
const exceptionsFrom = (first: Temporal.PlainDate): Exception[] =>
  Array.from({ length: 20 }, (_, index) => {
    const begins = first.add({ days: index * 27 })
    const [from, to] = [begins.toString(), begins.add({ days: index % 5 }).toString()]
    if (index % 3 === 0) return closed(from, to, 'Personaledag')
    if (index % 3 === 1) return closesFrom(from, to, '12:00', 'Lukker tidligt')
    return opens(from, to, ['10:00-12:00', '13:00-14:00'], 'Ferie')
  })

function figure(goal: number, work: () => void): Figure {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  const ms = Number((times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? NaN).toFixed(3))
  return { ms, goal, met: ms < goal }
}
