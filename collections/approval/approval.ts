import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  CollectionSlug,
  Endpoint,
  PayloadRequest,
  Plugin,
} from 'payload'
import { z } from 'zod'
import { APPROVAL_STEPS } from '../../src/domain/accounts/approval.ts'
import { forEditors } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { formPart } from '../shared/fields/form-part.ts'
import { documentId } from '../shared/uses/shown.ts'
import { approvalOf, approvalsFor } from './read-approvals.ts'
import { closeRequest, forgetRequest, step } from './steps.ts'

/**
 * Whoever may only save drafts asks for approval, and whoever may publish approves exactly that version, or sends it back with a
 * word; of every collection with drafts. A plugin, so that no new collection can forget; docs/decisions/037-who-may-what.md.
 * For whoever is logged in: `GET /api/approvals` → Approvals.
 */
export const approvals: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => {
    const { versions } = collection
    return typeof versions === 'object' && versions.drafts ? withApproval(collection) : collection
  }),
  endpoints: [
    ...(config.endpoints ?? []),
    { path: '/approvals', method: 'get', handler: forEditors(approvalsFor) } satisfies Endpoint,
  ],
})

function withApproval(collection: CollectionConfig): CollectionConfig {
  const { hooks, endpoints, fields, slug } = collection
  return {
    ...collection,
    fields: [...fields, approvalField],
    endpoints: [
      ...(endpoints || []),
      {
        path: '/:id/approval',
        method: 'get',
        handler: forEditors((req) => approvalOf(slug as CollectionSlug, idOf(req), req)),
      },
      { path: '/:id/approval', method: 'post', handler: forEditors((req) => take(slug, req)) },
    ],
    hooks: {
      ...hooks,
      afterChange: [...(hooks?.afterChange ?? []), closeWhenPublic],
      afterDelete: [...(hooks?.afterDelete ?? []), forgetDeleted],
    },
  }
}

const approvalField = formPart('approval', '/src/admin/accounts/approval/approval-field.tsx#ApprovalField', {
  label: 'Godkendelse',
  position: 'sidebar',
})

const sent = z.object({
  step: z.enum(APPROVAL_STEPS),
  seen: z.string().max(40),
  word: z.string().trim().max(1000),
})

/** `POST /api/<collection>/<id>/approval` `{ step, seen, word }`, `seen` the version that the form shows → `{ message }`. */
async function take(slug: string, req: PayloadRequest): Promise<{ message: string }> {
  const asked = sent.safeParse(await req.json?.().catch(() => null))
  if (!asked.success)
    throw new Refusal(
      asked.error.issues.some(({ path }) => path[0] === 'word')
        ? 'Skriv højst 1.000 tegn.'
        : 'Vælg, om den skal sendes, godkendes eller sendes tilbage.',
    )
  return { message: await step(slug as CollectionSlug, idOf(req), asked.data, req) }
}

function idOf(req: PayloadRequest): number {
  const id = documentId.safeParse(req.routeParams?.id)
  if (!id.success) throw new Refusal('Det findes ikke.', 404)
  return id.data
}

/** Whoever publishes what waits, by whatever way, has answered. */
const closeWhenPublic: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { id, _status } = doc as { id: number; _status?: string }
  if (_status === 'published') await closeRequest(collection, id, req)
  return doc as unknown
}

const forgetDeleted: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await forgetRequest(collection.slug, Number(id), req)
}
