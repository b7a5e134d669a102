import { sql } from '@payloadcms/db-postgres'
import { type Endpoint, type PayloadRequest, ValidationError } from 'payload'
import { z } from 'zod'
import { type Move } from '../../../src/domain/tree/desk-tree.ts'
import type { Page } from '../../../src/payload-types.ts'
import { forEditors } from '../border/for-editors.ts'
import { reasonOf } from '../border/reason.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../database/request-in.ts'
import { changeBoth } from '../uses/replace.ts'
import { documentId } from '../uses/shown.ts'
import { BELOW_ITSELF } from './tree-rules.ts'

/**
 * `POST /api/pages/<id>/move` with `{ from, to, isTried }` → Move: puts a page below another, null for the top. `from` is where
 * whoever asks has seen it. If it is only tried, all is taken back, and the answer says what would change.
 */
export const movingPages: Omit<Endpoint, 'root'> = {
  path: '/:id/move',
  method: 'post',
  handler: forEditors(async (req) => {
    const id = documentId.safeParse(req.routeParams?.id)
    const asked = question.safeParse(await req.json?.().catch(() => null))
    if (!id.success || !asked.success) throw new Refusal('Vælg, hvor siden skal ligge.')
    return inOwnTransaction(req.payload, async (transaction) => ({
      result: await move(id.data, asked.data, await requestIn(transaction, req)),
      isKept: !asked.data.isTried,
    }))
  }),
}

const place = z.int().positive().max(2_147_483_647).nullable()
const question = z.object({ from: place, to: place, isTried: z.boolean() })

type Row = { title: string; parent: number | null; path: string; is_public: boolean; has_draft: boolean }

async function move(id: number, { from, to }: z.output<typeof question>, req: PayloadRequest): Promise<Move> {
  // As a move takes it: no page moves meanwhile.
  await inTransaction(req, sql`SELECT pg_advisory_xact_lock(20261122, 12)`)
  const before = await pageOf(id, req)
  if (before.parent !== from) throw new Refusal('Siden er flyttet i mellemtiden. Genindlæs træet.', 409)
  if (to === from) throw new Refusal('Der ligger siden allerede.')
  if (to !== null) await pageOf(to, req)
  const [answer] = await inTransaction<{ is_circle: boolean }>(
    req,
    sql`SELECT EXISTS (SELECT FROM desk_above(${to}) WHERE id = ${id}) AS is_circle`,
  )
  if (answer?.is_circle) throw new Refusal(BELOW_ITSELF, 409)
  try {
    await putPage(id, to, req)
  } catch (error) {
    if (error instanceof Error && error.name === 'Locked')
      throw new Refusal(`»${before.title}« er ved at blive rettet af en anden. Intet er flyttet.`, 423)
    const reason = error instanceof ValidationError ? reasonOf(error) : null
    throw reason === null ? error : new Refusal(`${reason} Intet er flyttet.`, 409)
  }
  const after = await pageOf(id, req)
  const [below] = await inTransaction<{ pages: number }>(req, sql`SELECT published_below(${id}) AS pages`)
  return {
    title: before.title,
    from: before.path,
    to: after.path,
    isPublic: before.is_public,
    hasDraft: before.has_draft,
    isTop: to === null,
    below: before.path === after.path ? 0 : (below?.pages ?? 0),
  }
}

async function pageOf(id: number, req: PayloadRequest): Promise<Row> {
  const [page] = await inTransaction<Row>(
    req,
    sql`SELECT title, parent, desk_path(id) AS path, is_public, has_draft FROM desk_page(${id})`,
  )
  if (!page) throw new Refusal('Siden findes ikke længere. Genindlæs træet.', 404)
  return page
}

/** Puts a page below another, null for the top, as its editor would: what visitors see and the draft that waits, each for itself. */
export async function putPage(id: number, parent: number | null, req: PayloadRequest): Promise<void> {
  // What comes to the top by itself does not fill the menu.
  const to: Partial<Page> = parent === null ? { parent, inMenu: false } : { parent }
  const asked = { collection: 'pages', id, depth: 0, overrideAccess: false, user: req.user, req } as const
  const shown = await req.payload.findByID({ ...asked, draft: false, select: { _status: true } })
  if (shown._status === 'published') return changeBoth('pages', id, (data) => ({ ...data, ...to }), req)
  const newest: Partial<Page> = await req.payload.findByID({ ...asked, draft: true })
  for (const own of ['id', 'createdAt', 'updatedAt'] as const) delete newest[own]
  const save = (draft: boolean) =>
    req.payload.update({ ...asked, data: { ...newest, ...to, _status: 'draft' }, draft, overrideLock: false })
  try {
    // Public pages below it have its part in their addresses, so it moves where those look.
    await save(false)
  } catch (error) {
    const isUnfinished =
      error instanceof ValidationError && !error.data.errors.some(({ path }) => OF_PLACE.includes(path))
    if (!isUnfinished) throw error
    await save(true)
  }
}

const OF_PLACE = ['parent', 'slug', 'inMenu']
