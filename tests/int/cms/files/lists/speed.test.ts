import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSite } from './list-site.ts'

let site: Awaited<ReturnType<typeof listSite>>
beforeAll(async () => void (site = await listSite()))
afterAll(() => site.drop())

/** `LIST_ROWS=5000` measures what docs/decisions/029-lists.md tells. */
const ROWS = Number(process.env.LIST_ROWS ?? 500)

/** Prints how long something took. */
async function timed<Made>(what: string, make: () => Promise<Made>): Promise<Made> {
  const from = performance.now()
  const made = await make()
  console.info(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  return made
}

test('many rows are tried out, done, fetched and tried again', { timeout: 600_000 }, async () => {
  const rows = Array.from(
    { length: ROWS },
    (_, at) =>
      `Navn ${at};Konsulent;+45 25 20 ${String(at).padStart(4, '0').replace(/(..)/, '$1 ')};byggesager | veje;Offentliggjort`,
  )
  const file = ['Navn;Titel;Telefonnumre;Spørg mig om;Status', ...rows].join('\r\n')
  const { plan } = await timed('tried out', () => site.send('press-contacts', file))
  const done = await timed('done', () => site.send('press-contacts', file, plan))
  expect([done.message, done.written]).toEqual(['', ROWS])
  const fetched = await timed('fetched', () => site.fetchList('press-contacts'))
  const again = await timed('the same', () => site.send('press-contacts', fetched))
  expect(new Set(again.rows.map(({ state }) => state))).toEqual(new Set(['same']))
})
