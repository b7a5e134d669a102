import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  GlobalConfig,
  PayloadRequest,
  Plugin,
} from 'payload'
import { z } from 'zod'
import { formPart } from '../../fields/form-part.ts'
import { asFirst } from '../first-refusal.ts'
import { ofDocument, tell } from '../../trail/keep-trail.ts'
import { AskFirst, type Found, foundIn, freshOf, keyOfNumbers, placesIn } from './ask-first.ts'
import { readPdf } from './read-pdf.ts'
import { textsOf } from './texts-of.ts'

/**
 * What looks like a CPR number becomes public when somebody has said that they have looked, which the trail tells; a draft is
 * saved and says so. A plugin, so that no new collection can forget; docs/decisions/028-private-data.md.
 */
export const holdPrivate: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => (collection.auth ? collection : held(collection))),
  globals: config.globals?.map(heldGlobal),
})

const held = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, dialogField],
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), noteDraft],
    beforeChange: [...(collection.hooks?.beforeChange ?? []), askBefore],
    afterChange: [...(collection.hooks?.afterChange ?? []), tellAllowed],
  },
})

const heldGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  fields: [...global.fields, dialogField],
  hooks: {
    ...global.hooks,
    beforeChange: [...(global.hooks?.beforeChange ?? []), askBeforeGlobal],
    afterChange: [...(global.hooks?.afterChange ?? []), tellAllowedGlobal],
  },
})

const dialogField = formPart('private', '/src/admin/documents/private/private-dialog.tsx#PrivateDialog')

type Document = { id?: number; _status?: unknown } & Record<string, unknown>

/** A version may say it is public and be restored as a draft. */
const noteDraft: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'restoreVersion') req.context[AS_DRAFT] = (args as { draft?: boolean }).draft === true
}

const AS_DRAFT = 'restores a version as a draft'

const askBefore: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const { privateSeen, ...sent } = data as Document
  // Of a copy, it is what is copied.
  const before = operation === 'update' ? (originalDoc as Document) : undefined
  const document: Document = { ...originalDoc, ...sent }
  const { flattenedFields, versions, slug } = collection
  const hasDrafts = Boolean(versions?.drafts)
  const found = foundIn([...textsOf(flattenedFields, document), ...(await textsOfFile(req))])
  if (found.length === 0) return sent
  if (!isPublic(document, hasDrafts) || req.context[AS_DRAFT]) {
    note(`Kladden er gemt. Det ligner CPR-numre: ${placesIn(found)}.`, req)
    return sent
  }
  const shown = before && hasDrafts ? await storedOf(slug, before, req) : before
  const old = shown && isPublic(shown, hasDrafts) ? foundIn(textsOf(flattenedFields, shown)) : []
  if (passed(found, old, { privateSeen, req })) allowed(req).add(keyOf(slug, before?.id))
  return sent
}

/** What visitors are shown of a document that may have a draft beside it. */
const storedOf = (slug: string, { id }: Document, req: PayloadRequest): Promise<Document> =>
  req.payload.findByID({
    collection: slug as CollectionSlug,
    id: id as number,
    depth: 0,
    showHiddenFields: true,
    req,
  }) as unknown as Promise<Document>

const isPublic = ({ _status }: Document, hasDrafts: boolean): boolean => !hasDrafts || _status === 'published'

const tellAllowed: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const saved = doc as { id: number }
  if (allowed(req).delete(keyOf(collection.slug, operation === 'create' ? undefined : saved.id)))
    await tell('private-allowed', ofDocument(collection, saved), req)
  return doc as unknown
}

const askBeforeGlobal: GlobalBeforeChangeHook = ({ data, global, originalDoc, req }) => {
  const { privateSeen, ...sent } = data as Document
  const before = (originalDoc ?? {}) as Document
  const old = foundIn(textsOf(global.flattenedFields, before))
  const found = foundIn(textsOf(global.flattenedFields, { ...before, ...sent }))
  if (passed(found, old, { privateSeen, req })) allowed(req).add(keyOf(global.slug))
  return sent
}

/**
 * Restoring a version of a global asks no hook before (payload, globals/operations/restoreVersion) and hands over the new
 * version; what is thrown here undoes it.
 */
const tellAllowedGlobal: GlobalAfterChangeHook = async ({ doc, global, previousDoc, req }) => {
  if (req.context.isRestoringVersion) {
    const { version, ...saved } = doc as Document & { version?: Document }
    const [found, old] = [{ ...saved, ...version }, previousDoc as Document].map((one) =>
      foundIn(textsOf(global.flattenedFields, one)),
    )
    if (passed(found ?? [], old ?? [], { req })) allowed(req).add(keyOf(global.slug))
  }
  if (allowed(req).delete(keyOf(global.slug)))
    await tell('private-allowed', { collection: global.slug, title: String(global.label) }, req)
  return doc as unknown
}

/**
 * What is public already is not asked about again.
 * @returns whether somebody has looked at what is new; false if nothing is
 */
function passed(
  found: readonly Found[],
  old: readonly Found[],
  { privateSeen, req }: { privateSeen?: unknown; req: PayloadRequest },
): boolean {
  const fresh = freshOf(found, old)
  if (fresh.length === 0) return false
  const key = keyOfNumbers(fresh, req.payload.secret)
  const seen = keys.safeParse(privateSeen ?? req.data?.privateSeen).data ?? []
  if (![seen].flat().includes(key)) throw asFirst(new AskFirst(fresh, key), req)
  return true
}

/** Several for a change of many documents. */
const keys = z.union([z.string().max(100), z.array(z.string().max(100)).max(1000)])

/** The texts of a PDF that is uploaded. Pictures have lost by then what they told besides themselves (files/content/read-content.ts). */
async function textsOfFile(req: PayloadRequest): Promise<Parameters<typeof foundIn>[0]> {
  if (req.file?.mimetype !== 'application/pdf') return []
  const { texts, isWhole } = await readPdf(req.file.data)
  if (!isWhole) note(UNREAD, req)
  return texts
}

const UNREAD =
  'Filen er gemt, men ikke alt i den kunne læses og kontrolleres. Se selv efter, at der ikke står CPR-numre i den.'

/** Told by the admin when the save is made. */
function note(words: string, req: PayloadRequest): void {
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('X-Private', encodeURIComponent(words.slice(0, 800)))
}

const allowed = (req: PayloadRequest): Set<string> =>
  (req.context['what was let through'] ??= new Set()) as Set<string>

const keyOf = (slug: string, id?: number): string => `${slug} ${id ?? 'new'}`
