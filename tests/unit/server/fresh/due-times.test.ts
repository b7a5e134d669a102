import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DueTimes } from '../../../../src/server/fresh/due-times.ts'

test('what is old is given once, the oldest first', () => {
  const due = new DueTimes()
  due.add('/later', 30)
  due.add('/second', 20)
  due.add('/first', 10)
  due.add('/also-second', 20)
  due.add('/never', Infinity)
  expect(due.takeUntil(9)).toEqual([])
  expect(due.takeUntil(20)).toEqual(['/first', '/second', '/also-second'])
  expect(due.takeUntil(20)).toEqual([])
  expect(due.takeUntil(Number.MAX_VALUE)).toEqual(['/later'])
})

test('what gets old soon is given once for an instant, and is still given when it is old', () => {
  const due = new DueTimes()
  due.add('/one', 10)
  due.add('/other', 20)
  expect(due.takeSoon(10)).toEqual(['/one'])
  expect(due.takeSoon(20)).toEqual(['/other'])
  expect(due.takeSoon(20)).toEqual([])
  expect(due.takeUntil(20)).toEqual(['/one', '/other'])
  due.add('/one', 30)
  expect(due.takeSoon(30)).toEqual(['/one'])
})

test('a page that was made anew is given for its new instant only', () => {
  const due = new DueTimes()
  due.add('/one', 10)
  due.takeSoon(10)
  due.delete('/one', 10)
  due.add('/one', 15)
  expect(due.takeSoon(15)).toEqual(['/one'])
  expect(due.takeUntil(14)).toEqual([])
  expect(due.takeUntil(15)).toEqual(['/one'])
})

test('nothing is lost, and nothing is given before its time', () => {
  const entry = fc.record({ path: fc.nat({ max: 9 }).map(String), at: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(fc.array(entry), fc.array(fc.integer({ min: 0, max: 10 })), (entries, steps) => {
      const due = new DueTimes()
      const model = new Map<string, number>()
      for (const { path, at } of entries) {
        due.delete(path, model.get(path) ?? 0)
        due.add(path, at)
        model.set(path, at)
      }
      let now = 0
      for (const step of steps) {
        now += step
        const expected = [...model].filter(([, at]) => at <= now).map(([path]) => path)
        expect(due.takeUntil(now).toSorted()).toEqual(expected.toSorted())
        for (const path of expected) model.delete(path)
      }
    }),
  )
})
