import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterErrorHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  GlobalAfterChangeHook,
  GlobalConfig,
  PayloadRequest,
  Plugin,
} from 'payload'
import { maskCpr } from '../../../src/domain/text/cpr.ts'
import { kindsOfSave, OF_LOGINS, type Save, type TrailKind } from '../../../src/domain/text/trail-kinds.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { tableOf } from '../uses/uses.ts'
import { noteFailedLogin } from './failed-logins.ts'
import { isSavedAgain, nameOf } from './sign-changes.ts'

/**
 * Writes down who did what, in the transaction that does it: neither is there without the other. A plugin, so that no new
 * collection can forget.
 */
export const keepTrail: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(trailed),
  globals: config.globals?.map(trailedGlobal),
})

function trailed(collection: CollectionConfig): CollectionConfig {
  const { auth, hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), noteHow],
      beforeChange: [...(hooks?.beforeChange ?? []), noteBefore],
      afterChange: [...(hooks?.afterChange ?? []), tellSave],
      afterDelete: [...(hooks?.afterDelete ?? []), tellDelete],
      ...(auth && {
        afterLogin: [...(hooks?.afterLogin ?? []), tellLogin],
        afterLogout: [...(hooks?.afterLogout ?? []), tellLogout],
        afterError: [...(hooks?.afterError ?? []), tellFailedLogin],
      }),
    },
  }
}

function trailedGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks } = global
  return {
    ...global,
    hooks: { ...hooks, afterChange: [...(hooks?.afterChange ?? []), tellGlobal] },
  }
}

const HOW = 'how a save was asked for'
const BEFORE = 'what stood before a save'

type How = Pick<Save, 'isOrder' | 'isDraft'>
type Stood = NonNullable<Save['before']>

const noteHow: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return
  const { data, draft } = args as { data?: object; draft?: boolean }
  const isOrder = operation === 'update' && data !== undefined && Object.keys(data).join() === '_order'
  req.context[HOW] = { isOrder, isDraft: draft === true } satisfies How
}

const noteBefore: CollectionBeforeChangeHook = async ({ collection, operation, originalDoc, req }) => {
  if (operation !== 'update') return
  const { id } = originalDoc as { id: number }
  const noted = (req.context[BEFORE] ??= new Map()) as Map<string, Stood | null>
  noted.set(`${collection.slug} ${id}`, await stands(collection, id, req))
}

/** What stands for visitors; null for collections that neither have drafts nor are a tree. */
async function stands(
  { slug, versions, flattenedFields }: Parameters<CollectionBeforeChangeHook>[0]['collection'],
  id: number,
  req: PayloadRequest,
): Promise<Stood | null> {
  const isTree = flattenedFields.some(({ name }) => name === 'parent')
  if (!versions?.drafts && !isTree) return null
  const [row] = await inTransaction<Stood>(
    req,
    sql`SELECT coalesce(row ->> '_status', '') = 'published' AS "isPublic", row ->> 'parent_id' AS parent,
               CASE WHEN ${isTree} THEN row ->> 'slug' END AS slug
        FROM (SELECT to_jsonb(stored) AS row FROM ${sql.identifier(tableOf(slug))} AS stored WHERE id = ${id}) AS found`,
  )
  return row ?? null
}

type Saved = { id: number; _status?: string; deletedAt?: string | null; slug?: string } & Record<
  string,
  unknown
>

const tellSave: CollectionAfterChangeHook = async ({
  collection,
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (isSavedAgain(req)) return doc as unknown
  const { isOrder, isDraft } = (req.context[HOW] ?? { isOrder: false, isDraft: false }) as How
  const former = (previousDoc ?? {}) as Partial<Saved>
  // Who asked for some of the fields gets those only.
  const saved = { ...former, ...(data as Partial<Saved>), ...(doc as Saved) }
  const isNew = operation === 'create'
  const before = (req.context[BEFORE] as Map<string, Stood | null> | undefined)?.get(
    `${collection.slug} ${saved.id}`,
  )
  const status = collection.versions?.drafts ? (saved._status ?? 'draft') : null
  const isBeside = isDraft && status !== 'published'
  const kinds = kindsOfSave({
    isNew,
    isRestored: Boolean(req.context.isRestoringVersion),
    isOrder,
    isDraft: isBeside,
    status,
    bin: { before: Boolean(former.deletedAt), after: !isNew && Boolean(saved.deletedAt) },
    before: before ?? null,
    after: before && !isBeside ? await stands(collection, saved.id, req) : null,
  })
  for (const kind of kinds) await tell(kind, ofDocument(collection, saved), req)
  return doc as unknown
}

const tellDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const gone = doc as Saved
  await tell(gone.deletedAt ? 'erased' : 'deleted', ofDocument(collection, gone), req)
  return doc as unknown
}

const tellGlobal: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  const kind = req.context.isRestoringVersion ? 'restored' : 'changed'
  await tell(kind, { collection: global.slug, title: String(global.label) }, req)
  return doc as unknown
}

const tellLogin: CollectionAfterLoginHook = ({ req }) => tell('logged-in', {}, req)

const tellLogout: CollectionAfterLogoutHook = ({ req }) => tell('logged-out', {}, req)

const tellFailedLogin: CollectionAfterErrorHook = ({ error, req }) => {
  if (error.name === 'AuthenticationError' && req.pathname?.endsWith('/login'))
    noteFailedLogin(req.data?.email, req.payload)
}

/** `slug`: of a plan, what is planned and for when (src/domain/time/planned.ts): the trail has no column more. */
type About = { collection?: string; id?: number; title?: string; slug?: string | undefined }

/** What the trail calls a document. */
export function ofDocument(
  { slug, admin }: { slug: string; admin: { useAsTitle?: string } },
  doc: Saved,
): About {
  const title = doc[admin.useAsTitle ?? 'id']
  return {
    collection: slug,
    id: doc.id,
    title: typeof title === 'string' ? title : String(doc.id),
    slug: doc.slug,
  }
}

/** Titles are cut to what a line of the list needs. */
const MOST = 300

/**
 * Writes down what no hook sees, in the transaction of the request: who is its user.
 * @param name what somebody without an account is called, as they say
 */
export async function tell(
  kind: TrailKind,
  about: About,
  req: PayloadRequest,
  name = nameOf(req),
): Promise<void> {
  const { collection = null, id = null, title = null, slug = null } = about
  const isPrivate = collection === 'users' || OF_LOGINS.includes(kind)
  await inTransaction(
    req,
    sql`INSERT INTO trail.events (kind, user_id, user_name, collection, document_id, title, slug, for_administrators)
        VALUES (${kind}, ${req.user?.id ?? null}, ${name}, ${collection}, ${id},
                ${written(title)}, ${written(slug)}, ${isPrivate})`,
  )
}

/** The trail outlives what it tells of, and holds no CPR number. */
const written = (words: string | null): string | null => words && maskCpr(words).slice(0, MOST)
