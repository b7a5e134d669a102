import type {
  CollectionConfig,
  CollectionSlug,
  Endpoint,
  PayloadRequest,
  Plugin,
  RelationshipField,
} from 'payload'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { REVIEWED, type Reviewed } from '../../src/domain/time/reviews.ts'
import { forEditors } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { formPart } from '../shared/fields/form-part.ts'
import { documentId } from '../shared/uses/shown.ts'
import { confirm } from './confirm.ts'
import { readReviews, reviewOf } from './read-reviews.ts'

/**
 * What pages and contact boxes say is somebody's, and is looked through at times: a field for the owner, a part of the form that
 * tells when and takes »Stadig korrekt«, and what the admin asks; docs/decisions/040-owners-and-reviews.md. For whoever is logged
 * in: `GET /api/reviews` → Reviews, with `?all=1` more than the first of them.
 * @param now milliseconds since 1970 by the site's clock
 */
export const reviews =
  (now: () => number): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      REVIEWED.some((slug) => slug === collection.slug) ? withReviews(collection, now) : collection,
    ),
    endpoints: [
      ...(config.endpoints ?? []),
      {
        path: '/reviews',
        method: 'get',
        handler: forEditors((req) => readReviews(req.query.all === '1', instantOf(now()), req)),
      } satisfies Endpoint,
    ],
  })

function withReviews(collection: CollectionConfig, now: () => number): CollectionConfig {
  const { endpoints, fields } = collection
  const slug = collection.slug as Reviewed & CollectionSlug
  return {
    ...collection,
    fields: [...fields, ownerField, reviewField],
    endpoints: [
      ...(endpoints || []),
      {
        path: '/:id/review',
        method: 'get',
        handler: forEditors((req) => reviewOf(slug, idOf(req), instantOf(now()), req)),
      },
      {
        path: '/:id/review',
        method: 'post',
        handler: forEditors(async (req) => ({
          message: await confirm(slug, idOf(req), await dateSent(req), instantOf(now()), req),
        })),
      },
    ],
  }
}

const ownerField: RelationshipField = {
  name: 'owner',
  label: 'Ejer',
  type: 'relationship',
  relationTo: 'owners',
  // Pages are read with what they refer to, and show nothing of their owners.
  maxDepth: 0,
  admin: {
    position: 'sidebar',
    description:
      'Den funktion, der svarer for indholdet og får besked, når det skal gennemgås. Vises ikke på siderne.',
  },
}

const reviewField = formPart('review', '/src/admin/dashboard/reviews/review-field.tsx#ReviewField', {
  label: 'Gennemgang',
  position: 'sidebar',
})

const instantOf = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds)

const sent = z.object({ due: z.string().max(20).optional() })

/** The day that was sent; null: none, it is due a year from now. */
async function dateSent(req: PayloadRequest): Promise<string | null> {
  const asked = sent.safeParse(await req.json?.().catch(() => ({})))
  if (!asked.success) throw new Refusal('Skriv en dato.')
  return asked.data.due ?? null
}

function idOf(req: PayloadRequest): number {
  const id = documentId.safeParse(req.routeParams?.id)
  if (!id.success) throw new Refusal('Det findes ikke.', 404)
  return id.data
}
