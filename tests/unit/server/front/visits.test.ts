import pino from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countVisits } from '../../../../src/server/front/visits.ts'

const log = pino({ level: 'silent' })
let at: string
let written: [day: string, counts: Record<string, number>][]
let isDatabaseUp: boolean

const add = async (day: string, counts: ReadonlyMap<string, number>) => {
  if (!isDatabaseUp) throw new Error('gone')
  written.push([day, Object.fromEntries(counts)])
}
const counter = () => countVisits({ now: () => Temporal.Instant.from(at), add, log })

beforeEach(() => {
  vi.useFakeTimers()
  at = '2026-11-23T10:00:00+01:00'
  written = []
  isDatabaseUp = true
})

afterEach(() => {
  vi.useRealTimers()
})

test('once a minute the counts are added to those of the Danish day, and the rest when it stops', async () => {
  const visits = counter()
  for (const path of ['/kontakt', '/', '/kontakt']) visits.count(path)
  await vi.advanceTimersByTimeAsync(60_000)
  at = '2026-11-23T23:30:00Z'
  visits.count('/kontakt')
  await vi.advanceTimersByTimeAsync(60_000)
  visits.count('/om-kommunen')
  await visits.stop()
  expect(written).toEqual([
    ['2026-11-23', { '/kontakt': 2, '/': 1 }],
    ['2026-11-24', { '/kontakt': 1 }],
    ['2026-11-24', { '/om-kommunen': 1 }],
  ])
})

test('while nobody visits nothing is written', async () => {
  const visits = counter()
  await vi.advanceTimersByTimeAsync(600_000)
  await visits.stop()
  expect(written).toEqual([])
})

test('what cannot be written is written later, with what came meanwhile', async () => {
  const visits = counter()
  isDatabaseUp = false
  visits.count('/kontakt')
  await vi.advanceTimersByTimeAsync(60_000)
  visits.count('/kontakt')
  isDatabaseUp = true
  await vi.advanceTimersByTimeAsync(60_000)
  await visits.stop()
  expect(written).toEqual([['2026-11-23', { '/kontakt': 2 }]])
})
