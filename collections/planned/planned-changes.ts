import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeDeleteHook,
  CollectionConfig,
  CollectionSlug,
  Endpoint,
  PayloadRequest,
  Plugin,
} from 'payload'
import { Temporal } from 'temporal-polyfill'
import { formPart } from '../shared/fields/form-part.ts'
import type { PlannedSet } from '../../src/domain/time/planned.ts'
import { asFirst } from '../shared/border/first-refusal.ts'
import { forEditors } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { documentId } from '../shared/uses/shown.ts'
import { plan, planSchema } from './plan.ts'
import { moveSet, readSets, withdrawSet } from './sets.ts'
import { runDue } from './run-due.ts'

/**
 * Publishing and taking down at a time, of every collection with drafts: a field that tells and plans it, and what the admin asks.
 * A plugin, so that no new collection can forget; docs/decisions/031-planned-changes.md.
 * @param now milliseconds since 1970 by the site's clock
 */
export const plannedChanges =
  (now: () => number): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      hasDrafts(collection) ? withPlans(collection, now) : collection,
    ),
    endpoints: [...(config.endpoints ?? []), ...endpoints(now)],
    // For the server, which knows when (src/web/cms/work.ts).
    custom: { ...config.custom, runDue },
  })

const hasDrafts = ({ versions }: CollectionConfig): boolean =>
  typeof versions === 'object' && Boolean(versions.drafts)

function withPlans(collection: CollectionConfig, now: () => number): CollectionConfig {
  const { hooks, endpoints: own, fields, slug } = collection
  return {
    ...collection,
    fields: [...fields, planField],
    endpoints: [
      ...(own || []),
      { path: '/:id/plan', method: 'get', handler: forEditors((req) => ofDocument(slug, req)) },
      { path: '/:id/plan', method: 'post', handler: forEditors((req) => planOne(slug, now(), req)) },
    ],
    hooks: { ...hooks, beforeDelete: [...(hooks?.beforeDelete ?? []), refuseWhilePlanned] },
  }
}

const planField = formPart('plan', '/src/admin/documents/planned/plan-field.tsx#PlanField', {
  label: 'Planlagt',
  position: 'sidebar',
})

/**
 * For whoever is logged in:
 * - `GET /api/planned` → `{ sets: PlannedSet[] }`, what waits and what failed first, then what was done lately
 * - `POST /api/planned/<set>/withdraw` → `{ message }`
 * - `POST /api/planned/<set>/move` `{ date, time }` → `{ message }`: at another time, also what has failed
 */
const endpoints = (now: () => number): Endpoint[] => [
  {
    path: '/planned',
    method: 'get',
    handler: forEditors(async (req) => ({ sets: await readSets(null, req) })),
  },
  {
    path: '/planned/:id/withdraw',
    method: 'post',
    handler: forEditors(async (req) => ({ message: await withdrawSet(idOf(req), req) })),
  },
  {
    path: '/planned/:id/move',
    method: 'post',
    handler: forEditors(async (req) => ({
      message: await moveSet(idOf(req), await sent(req), instantOf(now()), req),
    })),
  },
]

const instantOf = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds)

function idOf(req: PayloadRequest): number {
  const id = documentId.safeParse(req.routeParams?.id)
  if (!id.success) throw new Refusal('Det findes ikke.', 404)
  return id.data
}

const sent = async (req: PayloadRequest): Promise<unknown> =>
  (await req.json?.().catch(() => null)) as unknown

/** `GET /api/<collection>/<id>/plan` → `{ sets: PlannedSet[] }` that wait for the document, or have failed. */
const ofDocument = async (collection: string, req: PayloadRequest): Promise<{ sets: PlannedSet[] }> => ({
  sets: await readSets({ collection, document: idOf(req) }, req),
})

/** `POST /api/<collection>/<id>/plan` with a Plan → `{ message }`. */
async function planOne(collection: string, now: number, req: PayloadRequest): Promise<{ message: string }> {
  const asked = planSchema.safeParse(await sent(req))
  if (!asked.success) {
    const isOfSet = asked.error.issues.some(({ path }) => path[0] === 'set')
    throw new Refusal(
      isOfSet ? 'Giv sættet et navn på højst 100 tegn.' : 'Vælg, hvad der skal ske og hvornår.',
    )
  }
  return { message: await plan(collection as CollectionSlug, idOf(req), asked.data, instantOf(now), req) }
}

/** What is planned would fail, and nobody would know why. */
const refuseWhilePlanned: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!req.user) return
  const [planned] = await inTransaction<{ title: string }>(
    req,
    sql`SELECT title FROM planned.changes JOIN planned.sets ON sets.id = set_id
        WHERE collection = ${collection.slug} AND document = ${Number(id)} AND state = 'waiting' LIMIT 1`,
  )
  if (planned)
    throw asFirst(
      new Refusal(
        `»${planned.title}« kan ikke slettes, så længe noget er planlagt for den. Træk det tilbage først.`,
        409,
      ),
      req,
    )
}
