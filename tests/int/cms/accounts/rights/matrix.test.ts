import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, some, type Way, WAYS, where } from './all-ways.ts'
import {
  type Doc,
  may,
  type Name,
  NAMES,
  PLACED,
  RESTRICTED,
  type RightsSite,
  rightsSite,
  SETTINGS,
  TEXTS,
  type Whose,
  WHOSE,
} from './rights-site.ts'

// Every role, with whose documents of every collection, what, and by which way: nothing else happens than what the rules say.

let site: RightsSite

beforeAll(async () => {
  site = await rightsSite()
})

afterAll(() => site.drop())

/** Asks as somebody, who is also known as a user of the Local API. */
async function asking(name: Name): Promise<Ask> {
  const person = site.people[name]
  const user = await site.payload.findByID({ collection: 'users', id: person.id, depth: 0 })
  return Object.assign(
    (method: string, address: string, body?: unknown) => site.ask(method, address, body, person),
    { user: { ...user, collection: 'users' as const } },
  )
}

async function docFor(way: Way, slug: string, whose: Whose): Promise<Doc> {
  const doc = await site.fresh(slug, whose, way.from)
  return way.hasDraft ? site.draftOn(slug, doc, some(slug)) : doc
}

/** Documents to which nothing has happened, by what they are: the next way may be tried on them. */
const untouched = new Map<string, Doc>()

/** What was asked about is told from what happened to the document, and to what is planned for it. */
async function happened(way: Way, name: Name, slug: string, whose: Whose): Promise<string | null> {
  const kind = JSON.stringify([slug, whose, way.from, way.hasDraft])
  const doc = untouched.get(kind) ?? (await docFor(way, slug, whose))
  const before = await site.stored(slug, doc.id)
  const answer = (await way.go(await asking(name), slug, doc, site)) as {
    status?: number
    text?: string
  } | null
  const isDone = before !== (await site.stored(slug, doc.id))
  if (isDone) untouched.delete(kind)
  else untouched.set(kind, doc)
  const expected = may(name, way.what, whose, slug)
  if (isDone === expected && (isDone || !answer?.status || answer.status >= 400 || isBulk(answer.text)))
    return null
  return `${name} ${way.name}, ${slug} of ${whose}: ${isDone ? 'done' : 'not done'} ${answer?.status} ${answer?.text?.slice(0, 300)}`
}

/** A change of many where none was the account's own is no error. */
const isBulk = (text = '') => /"docs":\[\]/.test(text)

const CASES = [...PLACED, ...TEXTS].map((slug) => ({
  slug,
  whose: (PLACED as readonly string[]).includes(slug) ? WHOSE : (['nobody'] as const),
}))

test.for(CASES.flatMap((one) => NAMES.map((name) => ({ ...one, name }))))(
  'with $slug $name does neither more nor less than the rules say, by any way',
  async ({ slug, whose, name }) => {
    const wrong: (string | null)[] = []
    for (const one of RESTRICTED.includes(name) ? whose : (['nobody'] as const))
      for (const way of WAYS) wrong.push(await happened(way, name, slug, one))
    expect(wrong.filter((one) => one !== null)).toEqual([])
  },
)

test.for(CASES)('$slug are made only where one may', async ({ slug, whose }) => {
  const wrong: string[] = []
  for (const name of NAMES)
    for (const one of whose)
      for (const [what, query, status] of [
        ['draft', '?draft=true', 'draft'],
        ['draft', '', undefined],
        ['draft', '', 'draft'],
        ['publish', '', 'published'],
        // Payload makes a draft of it.
        ['draft', '?draft=true', 'published'],
      ] as const) {
        const ask = await asking(name)
        const before = await site.count(slug)
        const answer = await ask('POST', `/${slug}${query}`, {
          ...site.dataOf(slug, one),
          ...(status && { _status: status }),
        })
        const isDone = (await site.count(slug)) > before
        const isPublic = isDone && (JSON.parse(answer.text) as { doc: Doc }).doc._status === 'published'
        if (
          isDone !== may(name, what, one, slug) ||
          isDone !== (answer.status === 201) ||
          (isPublic && what === 'draft')
        )
          wrong.push(
            `${name} makes ${slug} of ${one} ${query} ${status}: ${answer.status} ${answer.text.slice(0, 300)}`,
          )
      }
  expect(wrong).toEqual([])
})

test.for(CASES)('copies of $slug are drafts where one may make them', async ({ slug, whose }) => {
  const wrong: string[] = []
  for (const name of NAMES)
    for (const one of whose) {
      const doc = await site.fresh(slug, one)
      const before = await site.count(slug)
      const answer = await (await asking(name))('POST', `/${slug}/${doc.id}/duplicate`, {})
      const isDone = (await site.count(slug)) > before
      if (isDone !== may(name, 'draft', one, slug))
        wrong.push(`${name} copies ${slug} of ${one}: ${answer.status} ${answer.text.slice(0, 300)}`)
      const copy = isDone ? (JSON.parse(answer.text) as { doc: Doc }).doc : null
      if (copy && copy._status !== 'draft')
        wrong.push(`${name} copies ${slug} of ${one} as ${String(copy._status)}`)
    }
  expect(wrong).toEqual([])
})

test.for(SETTINGS.map((slug) => ({ slug })))(
  '$slug, which have no drafts, are editors’',
  async ({ slug }) => {
    const wrong: string[] = []
    for (const name of NAMES) {
      const ask = await asking(name)
      const expected = may(name, 'publish', 'nobody', slug)
      const doc = await site.fresh(slug, 'nobody')
      const change =
        slug === 'search-words'
          ? { synonyms: ['nyt'] }
          : slug === 'redirects'
            ? { url: 'https://example.org/' }
            : { name: 'Ny' }
      const tries: [string, () => Promise<unknown>][] = [
        ['changes', () => ask('PATCH', `/${slug}/${doc.id}`, change)],
        ['changes many', () => ask('PATCH', `/${slug}?${where(doc)}`, change)],
        ['makes', () => ask('POST', `/${slug}`, site.dataOf(slug, 'nobody'))],
        ['deletes', () => ask('DELETE', `/${slug}/${doc.id}`)],
      ]
      for (const [did, go] of tries) {
        const state = async () => `${await site.count(slug)} ${await site.stored(slug, doc.id)}`
        const before = await state()
        await go()
        if ((before !== (await state())) !== expected) wrong.push(`${name} ${did} ${slug}`)
      }
    }
    expect(wrong).toEqual([])
  },
)
