import type { CollectionBeforeDeleteHook, FlattenedField, PayloadRequest, Where } from 'payload'
import { Refusal } from '../border/refusal.ts'

/** Refuses to delete a file that a document shows, published, as a draft or in an earlier version, and says which. */
export const refuseUsed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const places = await placesOf(id, req)
  if (places.length === 0) return
  const some = places.slice(0, MOST_NAMED).join(', ')
  const more = places.length > MOST_NAMED ? ' med flere' : ''
  throw new Refusal(
    `Filen kan ikke slettes, for den bruges her: ${some}${more}. Vælg noget andet der først.`,
    409,
  )
}

const MOST_NAMED = 5

/** Where a file is named, as editors call it: `Side »Kontakt«`. Whoever names it now is not told of its earlier versions. */
async function placesOf(file: number | string, req: PayloadRequest): Promise<string[]> {
  const { collections, globals } = req.payload.config
  const asked = { depth: 0, limit: 50, pagination: false, req }
  const places = new Map<string, string>()
  for (const { slug, labels, admin, flattenedFields, versions } of collections) {
    const paths = pathsToFiles(flattenedFields)
    if (paths.length === 0) continue
    const nameOf = (document: object) =>
      `${String(labels.singular)} »${String((document as Record<string, unknown>)[admin.useAsTitle ?? 'id'])}«`
    const { docs } = await req.payload.find({ ...asked, collection: slug, where: anyIs(paths, file) })
    for (const document of docs) places.set(`${slug} ${document.id}`, nameOf(document))
    if (!versions) continue
    const former = await req.payload.findVersions({
      ...asked,
      collection: slug,
      where: anyIs(paths, file, 'version.'),
    })
    for (const { parent, version, latest } of former.docs) {
      const place = `${slug} ${String(parent)}`
      if (!places.has(place))
        places.set(place, `${nameOf(version)} (${latest ? 'en kladde' : 'en tidligere udgave'})`)
    }
  }
  for (const { slug, label, flattenedFields } of globals) {
    const paths = pathsToFiles(flattenedFields)
    if (paths.length === 0) continue
    // What holds now is a version too.
    const { docs } = await req.payload.findGlobalVersions({
      ...asked,
      slug,
      where: anyIs(paths, file, 'version.'),
    })
    if (docs.length > 0) places.set(slug, `»${String(label)}«`)
  }
  return [...places.values()]
}

const anyIs = (paths: string[], file: number | string, before = ''): Where => ({
  or: paths.map((path) => ({ [before + path]: { equals: file } })),
})

/** The paths of all fields that name a file, as Payload's questions write them. */
function pathsToFiles(fields: FlattenedField[], before = ''): string[] {
  return fields.flatMap((field) => {
    const path = `${before}${field.name}`
    if (field.type === 'upload' || field.type === 'relationship')
      return field.relationTo === 'media' ? [path] : []
    if (field.type === 'blocks')
      return field.blocks.flatMap(({ flattenedFields }) => pathsToFiles(flattenedFields, `${path}.`))
    return 'flattenedFields' in field ? pathsToFiles(field.flattenedFields, `${path}.`) : []
  })
}
