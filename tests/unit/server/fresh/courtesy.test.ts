import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { courtesyTo } from '../../../../src/server/fresh/courtesy.ts'

/** What has happened after a few turns of the event loop. */
async function soon(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await setImmediate()
}

test('the background gets its turn when nobody waits any more', async () => {
  const traffic = { requests: 0, waiting: 1 }
  const turn = courtesyTo(traffic)
  const done: number[] = []
  const turns = [1, 2].map((number) => turn().then(() => done.push(number)))
  await soon()
  expect(done).toEqual([])
  traffic.waiting = 0
  await Promise.all(turns)
  expect(done).toEqual([1, 2])
})

test('somebody who waits for long does not stop it', async () => {
  await expect(courtesyTo({ requests: 0, waiting: 1 })()).resolves.toBeUndefined()
})

test('it pauses while visitors ask for many pages, and not for a few', async () => {
  const traffic = { requests: 0, waiting: 0 }
  const turn = courtesyTo(traffic)
  const done: string[] = []
  traffic.requests += 3
  void turn().then(() => done.push('few'))
  await soon()
  expect(done).toEqual(['few'])
  traffic.requests += 10_000
  const paused = turn().then(() => done.push('many'))
  await soon()
  expect(done).toEqual(['few'])
  await paused
  expect(done).toEqual(['few', 'many'])
})
