import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { openingStatus, opensAt } from '../../../../src/domain/hours/hours.ts'
import { pressDutyStatus, type PressDuty } from '../../../../src/domain/hours/press-duty.ts'
import type { CalendarDay, Schedule } from '../../../../src/domain/hours/schedule.ts'
import { bruteForce, nextChanges, wallClock, type Minutes } from './brute-force.ts'
import { calendar, closed, closesFrom, days, everyDay, EVERY_DAY, office, opens } from './times.ts'

/*
 * Compares five years, minute by minute, with an evaluator that shares no code with the domain. Asking the domain at
 * each of 2.6 million minutes takes too long. So we build its timeline by going from `until` to `until`, and compare
 * that at every minute. The full answer (open, until, reason) is compared at each minute where any of it changes, at
 * the minutes before and after, and every seven hours.
 */
const TIMEOUT = 60_000

const clock = wallClock('2026-01-01', '2031-01-01')
const { start, walls } = clock
const instantAt = (index: number) => Temporal.Instant.fromEpochMilliseconds((start + index) * 60_000)
const indexAt = (instant: Temporal.Instant | null) =>
  instant === null ? walls.length : Math.min(instant.epochMilliseconds / 60_000 - start, walls.length)

const halfDays: CalendarDay[] = ['2026-11-23', '2027-07-01', '2028-02-29', '2029-10-27'].map((date) => ({
  date,
  name: 'Byfest',
  closesOffices: true,
  closesFrom: '12:00',
  countsAsWorkingDay: true,
}))
const wholeCalendar = [...calendar, ...halfDays]

/** A bit of everything: new weeks, nights, lunch breaks, both clock changes, exceptions within exceptions. */
const eventful: Schedule = {
  weeks: [
    { from: '2029-01-01', spans: [...days(EVERY_DAY, '18:00', '02:30'), ...days([6, 7], '02:30', '12:00')] },
    { from: null, spans: office.weeks[0]?.spans ?? [] },
    {
      from: '2027-05-01',
      spans: [
        ...days([1, 2, 3, 4, 5], '13:00', '15:00'),
        ...days([1, 2, 3, 4, 5], '08:00', '12:00'),
        ...days([4], '15:00', '24:00'),
        ...days([5, 6], '22:15', '04:00'),
        ...days([7], '23:00', '23:00'),
      ],
    },
    { from: '2028-06-15', spans: [] },
    { from: '2028-07-15', spans: days(EVERY_DAY, '01:00', '02:45') },
  ],
  exceptions: [
    closed('2026-07-06', '2026-07-31', 'Sommerferie'),
    opens('2026-07-15', '2026-07-16', ['10:00-12:00', '13:00-13:01'], 'Åbent i ferien'),
    closed('2026-07-16', '2026-07-16', null),
    closesFrom('2026-12-21', '2026-12-31', '12:00', 'Jul'),
    opens('2027-03-27', '2027-03-29', ['22:00-03:00', '03:00-04:30'], 'Kulturnat'),
    opens('2027-10-30', '2027-10-31', ['02:00-02:30', '02:30-03:00', '20:00-20:00'], 'Kulturnat'),
    closesFrom('2027-06-04', '2027-06-06', '23:00', 'Lukker før'),
    closesFrom('2027-06-07', '2027-06-07', '06:00', 'Lukker helt'),
    opens('2028-03-25', '2028-03-26', ['00:00-02:15', '02:40-24:00'], 'Nat'),
    closed('2029-03-24', '2029-03-25', 'Sommertid'),
    closesFrom('2029-08-01', '2029-08-31', '19:30', 'August'),
    opens('2030-12-24', '2030-12-24', ['08:00-12:00'], null),
  ],
  followsCalendar: true,
}

const schedules: Record<string, Schedule> = {
  'the office': office,
  'an eventful schedule': eventful,
  'nights that ignore the calendar': { ...everyDay('21:30', '02:30'), exceptions: eventful.exceptions },
}

test.for(Object.entries(schedules))(
  '%s: open, until and reason are right for five years',
  { timeout: TIMEOUT },
  ([, schedule]) => {
    const expected = bruteForce(schedule, wholeCalendar, clock)
    const timeline = followUntil((now) => {
      const { open, until } = openingStatus(schedule, wholeCalendar, now)
      return { state: open ? 1 : 0, until }
    })
    expect(firstDifference(timeline, expected.open)).toBeNull()

    const changes = nextChanges(expected.open)
    for (const index of minutesToAsk(expected.open, [expected])) {
      const { open, until, reason } = openingStatus(schedule, wholeCalendar, instantAt(index))
      const answer = { minute: index, open, until: indexAt(until), reason }
      expect(answer).toEqual({
        minute: index,
        open: expected.open[index] === 1,
        until: changes[index],
        reason: expected.reasons[index],
      })
    }
  },
)

test('the next opening is right for five years', { timeout: TIMEOUT }, () => {
  const { open } = bruteForce(eventful, wholeCalendar, clock)
  const changes = nextChanges(open)
  for (const index of minutesToAsk(open, [])) {
    const change = changes[index] ?? open.length
    const expected = open[index] === 1 ? (changes[change] ?? open.length) : change
    expect([index, indexAt(opensAt(eventful, wholeCalendar, instantAt(index)))]).toEqual([index, expected])
  }
})

const duties: Record<string, PressDuty> = {
  'the press duty of the first content': {
    reachable: everyDay('07:00', '23:00'),
    staff: office,
    phone: '+4599821082',
  },
  'an eventful press duty': {
    reachable: { ...everyDay('20:00', '10:00'), exceptions: [closed('2028-01-01', '2028-01-10', 'Flytter')] },
    staff: eventful,
    phone: '+4599821082',
  },
}
const STATUSES = ['closed', 'duty', 'staff'] as const

test.for(Object.entries(duties))(
  '%s: status, until, next and reason are right for five years',
  { timeout: TIMEOUT },
  ([, duty]) => {
    const staff = bruteForce(duty.staff, wholeCalendar, clock)
    const reachable = bruteForce(duty.reachable, wholeCalendar, clock)
    const states = staff.open.map((open, index) => (open ? 2 : (reachable.open[index] ?? 0)))
    const timeline = followUntil((now) => {
      const { status, until } = pressDutyStatus(duty, wholeCalendar, now)
      return { state: STATUSES.indexOf(status), until }
    })
    expect(firstDifference(timeline, states)).toBeNull()

    const changes = nextChanges(states)
    for (const index of minutesToAsk(states, [staff, reachable])) {
      const { status, until, next, reason } = pressDutyStatus(duty, wholeCalendar, instantAt(index))
      const change = changes[index] ?? states.length
      const isWithin = change < states.length
      const answer = {
        minute: index,
        status,
        until: indexAt(until),
        next: isWithin && next ? { status: next.status, from: indexAt(next.from) } : null,
        reason,
      }
      expect(answer).toEqual({
        minute: index,
        status: STATUSES[states[index] ?? 0],
        until: change,
        next: isWithin ? { status: STATUSES[states[change] ?? 0], from: change } : null,
        reason: staff.reasons[index] ?? reachable.reasons[index],
      })
    }
  },
)

function followUntil(
  ask: (now: Temporal.Instant) => { state: number; until: Temporal.Instant | null },
): Uint8Array {
  const timeline = new Uint8Array(walls.length)
  for (let index = 0; index < walls.length;) {
    const { state, until } = ask(instantAt(index))
    const end = indexAt(until)
    // `until` must be a later whole minute. Otherwise the comparison would pass wrongly or never end.
    if (!Number.isInteger(end) || end <= index) throw new Error(`Minute ${index} lasts until minute ${end}`)
    timeline.fill(state, index, end)
    index = end
  }
  return timeline
}

function firstDifference(actual: Uint8Array, expected: Uint8Array): string | null {
  const index = actual.findIndex((state, minute) => state !== expected[minute])
  return index < 0 ? null : `${instantAt(index)}: ${actual[index]} instead of ${expected[index]}`
}

/** The minutes where the state or a reason changes, the minutes before and after, and one every seven hours. */
function minutesToAsk(states: Uint8Array, reasons: Minutes[]): number[] {
  const asked = new Set<number>()
  for (let index = 0; index < states.length; index++) {
    const changes =
      index > 0 &&
      (states[index] !== states[index - 1] ||
        reasons.some((minutes) => minutes.reasons[index] !== minutes.reasons[index - 1]))
    if (changes) for (const near of [index - 1, index, index + 1]) asked.add(near)
    if (index % (7 * 60) === 0) asked.add(index)
  }
  asked.delete(states.length)
  return [...asked]
}
