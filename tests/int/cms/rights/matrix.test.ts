import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Doc,
  may,
  type Name,
  NAMES,
  PLACED,
  type RightsSite,
  rightsSite,
  SETTINGS,
  TEXTS,
  type What,
  type Whose,
  WHOSE,
} from './rights-site.ts'

// Every role, with whose documents of every collection, what, and by which way: nothing else happens than what the rules say.

let site: RightsSite

beforeAll(async () => {
  site = await rightsSite()
})

afterAll(() => site.drop())

/** One way to do something with a document; `what` it takes. */
type Way = {
  name: string
  what: What
  /** Whether the document is public before. */
  from?: 'draft' | 'published'
  /** Whether a draft lies beside what is public. */
  hasDraft?: boolean
  go: (ask: Ask, slug: string, doc: Doc, whose: Whose) => Promise<unknown>
}

type Ask = (method: string, address: string, body?: unknown) => Promise<{ status: number; text: string }>

const some = (slug: string): object => ({
  [nameField(slug)]: `Rettet ${Math.random().toString(36).slice(2, 8)}`,
})
const nameField = (slug: string) =>
  slug === 'hours-exceptions'
    ? 'reason'
    : ['people', 'contact-boxes', 'departments', 'opening-hours', 'press-contacts'].includes(slug)
      ? 'name'
      : 'title'
const where = (...docs: { id: number }[]) => `where[id][in]=${docs.map(({ id }) => id).join()}`
const oldVersion = async (slug: string, { id }: Doc): Promise<number | string> => {
  const { docs } = await site.payload.findVersions({
    collection: slug as CollectionSlug,
    where: { parent: { equals: id } },
    sort: 'updatedAt',
    limit: 1,
    depth: 0,
  })
  return docs[0]?.id ?? 0
}
const plan = (doc: Doc, kind: string) => ({
  kind,
  seen: doc.updatedAt,
  set: null,
  date: '2030-12-01',
  time: '8.00',
})

const WAYS: Way[] = [
  {
    name: 'saves a draft',
    what: 'draft',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}?draft=true`, some(slug)),
  },
  {
    name: 'saves a draft, and says so',
    what: 'draft',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}?draft=true`, { ...some(slug), _status: 'draft' }),
  },
  {
    name: 'saves a draft of what is not public',
    what: 'draft',
    from: 'draft',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}`, { ...some(slug), _status: 'draft' }),
  },
  {
    name: 'autosaves',
    what: 'draft',
    go: (ask, slug, { id }) =>
      ask('PATCH', `/${slug}/${id}?draft=true&autosave=true`, { ...some(slug), _status: 'draft' }),
  },
  {
    name: 'saves drafts of many',
    what: 'draft',
    go: (ask, slug, doc) =>
      ask('PATCH', `/${slug}?draft=true&${where(doc)}`, { ...some(slug), _status: 'draft' }),
  },
  {
    name: 'restores a version as a draft',
    what: 'draft',
    go: async (ask, slug, doc) =>
      ask('POST', `/${slug}/versions/${await oldVersion(slug, doc)}?draft=true`, {}),
  },
  {
    name: 'publishes',
    what: 'publish',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}`, { ...some(slug), _status: 'published' }),
  },
  {
    name: 'changes what is public',
    what: 'publish',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}`, some(slug)),
  },
  {
    name: 'publishes what was not',
    what: 'publish',
    from: 'draft',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}`, { _status: 'published' }),
  },
  {
    name: 'publishes by a draft',
    what: 'publish',
    go: (ask, slug, { id }) =>
      ask('PATCH', `/${slug}/${id}?draft=true`, { ...some(slug), _status: 'published' }),
  },
  {
    name: 'publishes many',
    what: 'publish',
    hasDraft: true,
    go: (ask, slug, doc) => ask('PATCH', `/${slug}?${where(doc)}`, { _status: 'published' }),
  },
  {
    name: 'changes many that are public',
    what: 'publish',
    go: (ask, slug, doc) => ask('PATCH', `/${slug}?${where(doc)}`, some(slug)),
  },
  {
    name: 'restores a version as public',
    what: 'publish',
    go: async (ask, slug, doc) => ask('POST', `/${slug}/versions/${await oldVersion(slug, doc)}`, {}),
  },
  {
    name: 'unpublishes',
    what: 'publish',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}`, { _status: 'draft' }),
  },
  {
    name: 'unpublishes by all languages',
    what: 'publish',
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}?unpublishAllLocales=true`, {}),
  },
  {
    name: 'unpublishes many',
    what: 'publish',
    go: (ask, slug, doc) => ask('PATCH', `/${slug}?${where(doc)}`, { _status: 'draft' }),
  },
  {
    name: 'unpublishes by saving a draft as what is public',
    what: 'publish',
    hasDraft: true,
    go: (ask, slug, { id }) => ask('PATCH', `/${slug}/${id}`, some(slug)),
  },
  {
    name: 'plans to take it down',
    what: 'publish',
    go: (ask, slug, doc) => ask('POST', `/${slug}/${doc.id}/plan`, plan(doc, 'unpublish')),
  },
  {
    name: 'plans to publish',
    what: 'publish',
    from: 'draft',
    go: (ask, slug, doc) => ask('POST', `/${slug}/${doc.id}/plan`, plan(doc, 'publish')),
  },
  { name: 'deletes', what: 'delete', go: (ask, slug, { id }) => ask('DELETE', `/${slug}/${id}`) },
  {
    name: 'deletes a draft',
    what: 'delete',
    from: 'draft',
    go: (ask, slug, { id }) => ask('DELETE', `/${slug}/${id}`),
  },
  { name: 'deletes many', what: 'delete', go: (ask, slug, doc) => ask('DELETE', `/${slug}?${where(doc)}`) },
  {
    name: 'saves as code of the site does for somebody',
    what: 'publish',
    go: (ask, slug, { id }) =>
      site.payload
        .update({
          collection: slug as CollectionSlug,
          id,
          data: { ...some(slug), _status: 'published' } as never,
          user: (ask as unknown as { user: never }).user,
        })
        .catch(() => null),
  },
]

/** Asks as somebody, who is also known as a user of the Local API. */
async function asking(name: Name): Promise<Ask> {
  const person = site.people[name]
  const ask: Ask = (method, address, body) => site.ask(method, address, body, person)
  const user = await site.payload.findByID({ collection: 'users', id: person.id, depth: 0 })
  return Object.assign(ask, { user: { ...user, collection: 'users' } })
}

/** What was asked about is told from what happened to the document, and to what is planned for it. */
async function happened(way: Way, name: Name, slug: string, whose: Whose): Promise<string | null> {
  let doc = await site.fresh(slug, whose, way.from)
  if (way.hasDraft) doc = await site.draftOn(slug, doc, some(slug))
  const before = await site.stored(slug, doc.id)
  const plans = await site.planned(slug, doc.id)
  const answer = (await way.go(await asking(name), slug, doc, whose)) as {
    status?: number
    text?: string
  } | null
  const isDone = before !== (await site.stored(slug, doc.id)) || plans !== (await site.planned(slug, doc.id))
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

test.for(CASES)(
  'of $slug nobody does more or less than the rules say, by any way',
  async ({ slug, whose }) => {
    const wrong: (string | null)[] = []
    for (const name of NAMES)
      for (const one of ['administrator', 'editor'].includes(name) ? (['nobody'] as const) : whose)
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
        ['publish', '?draft=true', 'published'],
      ] as const) {
        const ask = await asking(name)
        const before = await site.count(slug)
        const answer = await ask('POST', `/${slug}${query}`, {
          ...site.dataOf(slug, one),
          ...(status && { _status: status }),
        })
        const isDone = (await site.count(slug)) > before
        if (isDone !== may(name, what, one, slug) || isDone !== (answer.status === 201))
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
