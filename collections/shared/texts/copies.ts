import type { CollectionConfig, Field, FieldHook, Plugin, TextField } from 'payload'
import { freeSlug } from './free-slug.ts'
import { slugify } from '../../../src/domain/slug.ts'

/** »Duplikér« names what it makes »Kopi af …« in every collection that is named by a name or a title, and finds it an address. */
export const nameCopies: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(withNamedCopies),
})

function withNamedCopies(collection: CollectionConfig): CollectionConfig {
  const source = NAMES.find((name) => name === collection.admin?.useAsTitle)
  if (source === undefined) return collection
  const fields = collection.fields.map((field): Field => {
    if (field.type !== 'text') return field
    if (field.name === source) return onCopying(field, nameCopy(field.maxLength))
    return field.name === 'slug' ? onCopying(field, freeAddress(source)) : field
  })
  return { ...collection, fields }
}

const NAMES = ['name', 'title']

const onCopying = (field: TextField, hook: FieldHook): TextField =>
  ({ ...field, hooks: { ...field.hooks, beforeDuplicate: [hook] } }) as TextField

/** A copy of a copy has the name of the first. */
const copyOf = (name: string, most?: number): string =>
  (name.startsWith(COPY) ? name : `${COPY}${name}`).slice(0, most)

const COPY = 'Kopi af '

const nameCopy =
  (most?: number): FieldHook =>
  ({ value }) =>
    typeof value === 'string' ? copyOf(value, most) : value

/** The address that the copy's name makes, numbered from 2 if it is taken. */
const freeAddress =
  (source: string): FieldHook =>
  async ({ collection, req, siblingData }) => {
    const { [source]: name } = siblingData as Record<string, unknown>
    const first = slugify(copyOf(String(name))).slice(0, MOST)
    return freeSlug(first, String(collection?.slug), req)
  }

/** Letters of an address, with room for a number below the hundred that a field takes. */
const MOST = 90
