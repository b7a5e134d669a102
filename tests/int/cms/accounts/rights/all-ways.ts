import type { CollectionSlug, TypedUser } from 'payload'
import type { Doc, RightsSite, What } from './rights-site.ts'

/** One way to do something with a document; `what` it takes. */
export type Way = {
  name: string
  what: What
  /** Whether the document is public before. */
  from?: 'draft' | 'published'
  /** Whether a draft lies beside what is public. */
  hasDraft?: boolean
  go: (ask: Ask, slug: string, doc: Doc, site: RightsSite) => Promise<unknown>
}

export type Ask = {
  (method: string, address: string, body?: unknown): Promise<{ status: number; text: string }>
  /** As whom it asks, for the Local API. */
  user: TypedUser
}

/** A change that any document can take. */
export const some = (slug: string): object => ({
  [nameField(slug)]: `Rettet ${Math.random().toString(36).slice(2, 8)}`,
})
const nameField = (slug: string) =>
  slug === 'hours-exceptions'
    ? 'reason'
    : ['people', 'contact-boxes', 'departments', 'opening-hours', 'press-contacts'].includes(slug)
      ? 'name'
      : 'title'
export const where = (...docs: { id: number }[]) => `where[id][in]=${docs.map(({ id }) => id).join()}`
const oldVersion = async (site: RightsSite, slug: string, { id }: Doc): Promise<number | string> => {
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
  date: '2027-12-01',
  time: '8.00',
})

export const WAYS: Way[] = [
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
    go: async (ask, slug, doc, site) =>
      ask('POST', `/${slug}/versions/${await oldVersion(site, slug, doc)}?draft=true`, {}),
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
    go: async (ask, slug, doc, site) =>
      ask('POST', `/${slug}/versions/${await oldVersion(site, slug, doc)}`, {}),
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
    go: (ask, slug, { id }, site) =>
      site.payload
        .update({
          collection: slug as CollectionSlug,
          id,
          data: { ...some(slug), _status: 'published' } as never,
          user: ask.user,
        })
        .catch(() => null),
  },
]
