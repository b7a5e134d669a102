import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import { wordsWith } from '../../../src/domain/words/words.ts'
import { fillFirstContent } from '../../../src/server/setup/first-content.ts'
import { migratedCms } from '../fresh-database.ts'

export const YEAR = 2026

export let payload: Payload
let database: Awaited<ReturnType<typeof migratedCms>>
/** What a fill that failed half-way said, and what was there after it. */
export let failure: string | null
export let afterFailure: Record<string, unknown[]>
export let filled: Record<string, unknown[]>
export let allWords: string

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload

  // A box that takes the address of a later one: the fill fails when it has made a good deal already.
  const inTheWay = await payload.create({
    collection: 'contact-boxes',
    data: { name: 'I vejen', slug: 'by-og-land', _status: 'published' },
  })
  failure = await fillFirstContent(payload, YEAR).then(() => null, String)
  await payload.delete({ collection: 'contact-boxes', id: inTheWay.id })
  afterFailure = await everything()

  await fillFirstContent(payload, YEAR)
  filled = await everything()
  // With the fixed words, of which the content holds only those that differ from the defaults.
  const { overrides } = await payload.findGlobal({ slug: 'labels' })
  allWords = JSON.stringify([filled, wordsWith(overrides)])
})

afterAll(() => database.drop())

export const nameOf = (related: number | { name: string } | null | undefined): string | null =>
  typeof related === 'object' ? (related?.name ?? null) : String(related)

/** Every document of every collection of ours, and the globals. */
export async function everything(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const { slug } of payload.config.collections) {
    if (slug.startsWith('payload-')) continue
    const { docs } = await payload.find({
      collection: slug as CollectionSlug,
      depth: 0,
      pagination: false,
      sort: 'id',
    })
    found[slug] = docs
  }
  for (const { slug } of payload.config.globals) {
    const stored = await payload.db.findGlobal({ slug })
    const isStored = Object.keys(stored).length > 0
    found[slug] = isStored ? [await payload.findGlobal({ slug: slug as GlobalSlug, depth: 0 })] : []
  }
  return found
}
