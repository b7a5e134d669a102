import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledRestOfCms } from './rest.ts'

const ADDRESS: unknown = expect.stringMatching(/^kopi-af-[a-z0-9-]+$/)

let cms: Awaited<ReturnType<typeof filledRestOfCms>>

beforeAll(async () => {
  cms = await filledRestOfCms()
})

afterAll(() => cms.drop())

test('whatever is copied twice is there twice more, as drafts with a name that says so', async () => {
  const copied: string[] = []
  for (const { slug, admin, disableDuplicate, versions, fields } of cms.payload.config.collections) {
    if (slug.startsWith('payload-') || disableDuplicate) continue
    const { docs } = await cms.payload.find({ collection: slug as CollectionSlug, limit: 1, depth: 0 })
    const [first] = docs as { id: number }[]
    if (!first) continue
    // Search words are called by what they are; the rest of what has a name gets a new one.
    const isNamed = ['name', 'title'].includes(admin.useAsTitle ?? '') && slug !== 'search-words'
    const hasDrafts = typeof versions === 'object' && Boolean(versions.drafts)
    const hasAddress = fields.some((field) => 'name' in field && field.name === 'slug')
    const name = admin.useAsTitle as keyof typeof first
    const addresses: unknown[] = []
    let original = first
    for (let copy = 1; copy <= 3; copy++) {
      const { status, doc, text } = await cms.ask('POST', `/${slug}/${original.id}/duplicate`, {})
      expect([slug, status, text.slice(0, 200)]).toEqual([slug, 200, expect.any(String)])
      expect(doc).toMatchObject({
        ...(isNamed && { [name]: `Kopi af ${first[name]}` }),
        ...(hasDrafts && { _status: 'draft' }),
        ...(hasAddress && { slug: ADDRESS }),
      })
      addresses.push(hasAddress ? doc.slug : copy)
      // The last one is a copy of a copy.
      if (copy === 2) original = doc as typeof first
    }
    expect(new Set(addresses).size).toBe(3)
    copied.push(slug)
  }
  expect(copied).toEqual(expect.arrayContaining(['pages', 'press-contacts', 'contact-boxes', 'departments']))
})

test('a copy of the front page stands beside it, and its long title fits', async () => {
  const title = 'Å'.repeat(200)
  const made = await cms.ask('POST', '/pages', { title, slug: 'lang', _status: 'draft' })
  const copy = await cms.ask('POST', `/pages/${made.doc.id}/duplicate`, {})
  expect([copy.status, copy.message]).toEqual([200, ''])
  expect(copy.doc.title).toBe(`Kopi af ${'Å'.repeat(192)}`)
  const { docs } = await cms.payload.find({ collection: 'pages', where: { slug: { equals: 'forside' } } })
  const front = await cms.ask('POST', `/pages/${docs[0]?.id}/duplicate`, {})
  expect([front.status, front.doc._status]).toEqual([200, 'draft'])
})
