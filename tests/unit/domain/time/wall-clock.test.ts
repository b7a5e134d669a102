import { expect, test } from 'vitest'
import { instantAt, wallClockAt, wallClockProblem } from '../../../../src/domain/time/wall-clock.ts'

test.each([
  ['', '08:00', 'Vælg både dato og klokkeslæt.'],
  ['2026-11-23', '', 'Vælg både dato og klokkeslæt.'],
  ['2026-11-23', '24:00', 'Vælg et klokkeslæt, for eksempel 08:00.'],
  ['2026-11-23', '8', 'Vælg et klokkeslæt, for eksempel 08:00.'],
  ['1999-12-31', '08:00', 'Vælg en dato mellem år 2000 og 2099.'],
  ['12026-01-01', '08:00', 'Vælg en dato mellem år 2000 og 2099.'],
  ['2026-02-30', '08:00', 'Vælg en dato, der findes.'],
  ['20260-01-01', '08:00', 'Vælg en dato, der findes.'],
  ['2027-03-28', '02:30', 'Kl. 2.30 findes ikke den 28. marts 2027'],
])('%s kl. %s is refused: %s', (date, time, message) => {
  expect(wallClockProblem({ date, time })).toContain(message)
})

test.each([
  ['2026-11-23', '08:00', '2026-11-23T07:00:00Z'],
  ['2027-03-28', '01:59', '2027-03-28T00:59:00Z'],
  ['2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
  // It happens twice that night, and we mean the first.
  ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['2000-01-01', '00:00', '1999-12-31T23:00:00Z'],
  ['2099-12-31', '23:59', '2099-12-31T22:59:00Z'],
])('%s %s in Copenhagen is %s, and converts back', (date, time, instant) => {
  expect(wallClockProblem({ date, time })).toBeNull()
  expect(instantAt({ date, time }).toString()).toBe(instant)
  expect(wallClockAt(instantAt({ date, time }))).toEqual({ date, time })
})
