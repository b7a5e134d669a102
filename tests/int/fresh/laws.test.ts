import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migratedAlone } from '../fresh-database.ts'
import { ADDRESSES_TO_ASK, anyEdit, type Edit } from './town-edits.ts'
import { TownSite } from './town-site.ts'

type Step =
  | { do: 'edit' | 'unheard' | 'rolledBack' | 'cut'; edits: Edit[] }
  | { do: 'visit' | 'fail'; numbers: number[] }
  | { do: 'clock'; number: number }
  | { do: 'closeGate' | 'openGate' | 'quiet' }

const edits = fc.array(anyEdit, { minLength: 1, maxLength: 4 })
const numbers = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 6 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('edit', 'unheard'), edits }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('visit'), numbers }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('closeGate', 'openGate') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock'), number: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail'), numbers }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('rolledBack', 'cut'), edits }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('quiet') }) },
)

const HOUR = 3_600_000

let database: Awaited<ReturnType<typeof migratedAlone>>

beforeAll(async () => {
  database = await migratedAlone()
})

afterAll(() => database.drop())

test('whoever asks after a change was heard of gets what is right, whatever happens', async () => {
  let checked = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 12, maxLength: 24 }), async (steps) => {
      const site = new TownSite(database.url)
      await site.start()
      try {
        await site.allMade()
        for (const step of steps) await take(step, site)
        await quiet(site)
        expect(site.visits).toEqual([])
        checked += site.checked
      } finally {
        await site.stop()
      }
    }),
    { seed: 9, numRuns: 15, endOnFailure: true },
  )
  // Most visits must have been judged strictly for this to mean anything.
  expect(checked).toBeGreaterThan(400)
}, 120_000)

async function take(step: Step, site: TownSite): Promise<void> {
  switch (step.do) {
    case 'edit':
      await site.edit(step.edits, true)
      return site.hear()
    case 'unheard':
      return site.edit(step.edits, true)
    case 'rolledBack':
      return site.edit(step.edits, false)
    case 'cut':
      return site.cut(step.edits)
    case 'visit':
      return visit(step.numbers, site)
    case 'fail':
      for (const number of step.numbers) site.fail(addressFor(number))
      return
    case 'clock':
      return site.setClock(nextInstant(site.states.at(-1)?.at ?? 0, step.number))
    case 'closeGate':
      return site.closeGate()
    case 'openGate':
      return site.openGate()
    case 'quiet':
      return quiet(site)
  }
}

function nextInstant(at: number, number: number): number {
  const nextHour = (Math.floor(at / HOUR) + 1) * HOUR
  return [at + 1000, nextHour - 5000, nextHour, nextHour + HOUR][number] ?? at
}

const addressFor = (number: number): string => ADDRESSES_TO_ASK[number % ADDRESSES_TO_ASK.length] ?? '/'

function visit(numbers: readonly number[], site: TownSite): void {
  for (const number of numbers) site.visit(addressFor(number))
}

/** Lets everything end; then all is right, and nothing was made that need not be. */
async function quiet(site: TownSite): Promise<void> {
  site.openGate()
  await site.hear()
  expect(await site.wrongVisits()).toEqual([])
  expect(await site.allMade()).toEqual([])
  for (const path of new Set([...ADDRESSES_TO_ASK, ...site.feed.addresses.all()]))
    if ((await site.textIn(site.states.length - 1, path)) !== null) site.visit(path)
  expect(await site.wrongVisits()).toEqual([])
  expect(site.rendered).toEqual([])
}
