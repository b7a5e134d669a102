import { sql } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction, ValidationError } from 'payload'
import { z } from 'zod'
import { editorOf } from '../border/for-editors.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { goingAway } from '../uses/going-away.ts'
import { documentId } from '../uses/shown.ts'
import { putPage } from './move-page.ts'

type Below = { id: number; title: string; is_published: boolean; depth: number }

/**
 * `POST /api/pages/<id>/below` with `{ "how" }`: what shall happen to the pages below one that is to go, all of it or nothing.
 * `unpublish`, `delete`: the page and all below it; `up`: those right below it get its place. → `{ message }`
 */
export const pagesBelow: Omit<Endpoint, 'root'> = {
  path: '/:id/below',
  method: 'post',
  async handler(req) {
    editorOf(req)
    const id = documentId.safeParse(req.routeParams?.id)
    const body: unknown = await req.json?.().catch(() => null)
    const asked = z.object({ how: z.enum(['unpublish', 'delete', 'up']) }).safeParse(body)
    if (!id.success || !asked.success) throw new Refusal('Vælg, hvad der skal ske med undersiderne.')
    await initTransaction(req)
    try {
      const message = await settle(id.data, asked.data.how, req)
      await commitTransaction(req)
      return Response.json({ message })
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
}

/** Each takes some 100 ms. */
const MOST_PAGES = 100

async function settle(id: number, how: 'unpublish' | 'delete' | 'up', req: PayloadRequest): Promise<string> {
  // As a move takes it: no page moves meanwhile.
  await inTransaction(req, sql`SELECT pg_advisory_xact_lock(20261122, 12)`)
  const pages = await inTransaction<Below>(
    req,
    sql`WITH RECURSIVE below AS (
          SELECT id, parent_id, 0 AS depth FROM pages WHERE id = ${id}
          UNION ALL SELECT p.id, p.parent_id, depth + 1 FROM below JOIN pages p ON p.parent_id = below.id
        ) CYCLE id SET is_circle USING way
        SELECT id, title, _status = 'published' AS is_published, depth FROM below JOIN pages USING (id)
        WHERE NOT is_circle ORDER BY depth DESC, id`,
  )
  if (pages.length === 0) throw new Refusal('Det findes ikke.', 404)
  if (pages.length > MOST_PAGES)
    throw new Refusal(
      `Der er ${pages.length - 1} sider under den. Her kan højst ${MOST_PAGES - 1} ændres på én gang.`,
      409,
    )
  const asked = { collection: 'pages', depth: 0, overrideAccess: false, user: req.user, req } as const
  if (how === 'up') {
    const children = pages.filter(({ depth }) => depth === 1)
    const [own] = await inTransaction<{ parent: number | null }>(
      req,
      sql`SELECT parent_id AS parent FROM pages WHERE id = ${id}`,
    )
    for (const page of children) await named(page, () => putPage(page.id, own?.parent ?? null, req))
    return `${count(children.length)} er flyttet et niveau op.`
  }
  goingAway(
    req,
    pages.map((page) => page.id),
  )
  const isDeleted = how === 'delete'
  const changed = isDeleted ? pages : pages.filter((page) => page.is_published)
  for (const page of changed)
    await named(page, () =>
      isDeleted
        ? req.payload.delete({ ...asked, id: page.id, overrideLock: false })
        : req.payload.update({ ...asked, id: page.id, data: { _status: 'draft' }, overrideLock: false }),
    )
  return `${count(changed.length)} er ${isDeleted ? 'lagt i papirkurven' : 'afpubliceret'}.`
}

const count = (pages: number): string => (pages === 1 ? 'Én side' : `${pages} sider`)

async function named({ title }: Below, change: () => Promise<unknown>): Promise<void> {
  try {
    await change()
  } catch (error) {
    if (error instanceof ValidationError)
      throw new Refusal(`Side »${title}«: ${error.data.errors[0]?.message ?? ''} Intet er ændret.`, 409)
    if (error instanceof Error && error.name === 'Locked')
      throw new Refusal(`Side »${title}« er ved at blive rettet af en anden. Intet er ændret.`, 423)
    throw error
  }
}
