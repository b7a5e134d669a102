import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { CollectionConfig, Endpoint, PayloadRequest, Plugin } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { sharedDraftAddress } from '../../src/domain/addresses.ts'
import { planTimeText } from '../../src/domain/time/plan-time.ts'
import {
  type DraftLink,
  expiryOf,
  type LinksOfPage,
  MOST_PAGES,
  type Share,
  shareSchema,
  stateOf,
} from '../../src/domain/time/shared-drafts.ts'
import { forEditors } from '../shared/border/for-editors.ts'
import { askedBeforeSharing } from '../shared/border/private/before-sharing.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../shared/database/request-in.ts'
import { environment } from '../shared/environment.ts'
import { formPart } from '../shared/fields/form-part.ts'
import { tell } from '../shared/trail/keep-trail.ts'
import { nameOf } from '../shared/trail/sign-changes.ts'
import { documentId } from '../shared/uses/shown.ts'
import { hashOf, sharedDrafts } from './by-token.ts'
import { approvalsOf, newestOf } from './newest.ts'

/**
 * Links that show drafts of pages to somebody without an account; docs/decisions/035-shared-drafts.md. For whoever may edit the page:
 * - `GET /api/pages/<id>/draft-links` → LinksOfPage
 * - `POST /api/pages/<id>/draft-links` with a Share → `{ message, address }`: the address of a new link, which is told this once;
 *   or `{ asked: { key, places } }`, and nothing is shared, as long as nobody has looked at what looks like CPR numbers (`privateSeen`)
 * - `POST /api/draft-links/<link>/withdraw` → `{ message }`
 * @param now milliseconds since 1970 by the site's clock
 */
export function draftLinks(now: () => number): Plugin {
  const clock = () => Temporal.Instant.fromEpochMilliseconds(now())
  const withdrawEndpoint: Endpoint = {
    path: '/draft-links/:id/withdraw',
    method: 'post',
    handler: forEditors(async (req) => ({ message: await withdraw(idOf(req), clock(), req) })),
  }
  return (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      collection.slug === 'pages' ? withLinks(collection, clock) : collection,
    ),
    endpoints: [...(config.endpoints ?? []), withdrawEndpoint],
    // For the site (src/web/drafts).
    custom: { ...config.custom, sharedDrafts },
  })
}

function withLinks(collection: CollectionConfig, clock: () => Temporal.Instant): CollectionConfig {
  const own: Omit<Endpoint, 'root'>[] = [
    {
      path: '/:id/draft-links',
      method: 'get',
      handler: forEditors(async (req) => linksOf((await editable(idOf(req), req)).id, clock(), req)),
    },
    {
      path: '/:id/draft-links',
      method: 'post',
      handler: forEditors(async (req) => {
        const asked = shareSchema.safeParse(await req.json?.().catch(() => null))
        if (!asked.success)
          throw new Refusal('Skriv, hvad linket er til, og vælg, hvor længe det skal virke.')
        return share(idOf(req), asked.data, clock(), req)
      }),
    },
  ]
  return {
    ...collection,
    fields: [...collection.fields, sharingField],
    endpoints: [...(collection.endpoints || []), ...own],
  }
}

const sharingField = formPart('sharing', '/src/admin/preview/sharing/sharing-field.tsx#SharingField', {
  label: 'Delt uden login',
  position: 'sidebar',
})

function idOf(req: PayloadRequest): number {
  const id = documentId.safeParse(req.routeParams?.id)
  if (!id.success) throw new Refusal('Det findes ikke.', 404)
  return id.data
}

/** A page that whoever asks may edit. @throws Refusal */
async function editable(id: number, req: PayloadRequest): Promise<{ id: number; title: string }> {
  const page = await asEditable(id, req)
  if (!page) throw new Refusal('Siden findes ikke, eller du må ikke redigere den.', 404)
  return page
}

async function asEditable(id: number, req: PayloadRequest): Promise<{ id: number; title: string } | null> {
  const { payload } = req
  const may = await payload.collections.pages.config.access.update({ req, id })
  const { docs } = may
    ? await payload.find({
        collection: 'pages',
        where: { and: [{ id: { equals: id } }, ...(typeof may === 'object' ? [may] : [])] },
        draft: true,
        depth: 0,
        limit: 1,
        pagination: false,
        select: { title: true },
        req,
      })
    : { docs: [] }
  const [doc] = docs
  return doc ? { id, title: doc.title || 'Uden titel' } : null
}

/** Links that have ended are told of as long as they are among the newest. */
const MOST_TOLD = 20

async function linksOf(page: number, now: Temporal.Instant, req: PayloadRequest): Promise<LinksOfPage> {
  const shows = sql`id IN (SELECT link_id FROM drafts.pages WHERE page_id = ${page})`
  const isOpen = sql`withdrawn_at IS NULL AND expires_at > ${now.toString()}`
  const newest = await newestOf([page], req)
  return {
    links: await readLinks(sql`WHERE ${shows} ORDER BY ${isOpen} DESC, id DESC LIMIT ${MOST_TOLD}`, now, req),
    approvals: await approvalsOf(newest, null, req),
    others: await readLinks(sql`WHERE NOT ${shows} AND ${isOpen} ORDER BY id DESC LIMIT 50`, now, req),
  }
}

async function readLinks(
  wanted: ReturnType<typeof sql>,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<DraftLink[]> {
  const rows = await inTransaction<Omit<DraftLink, 'state'> & { withdrawnAt: string | null }>(
    req,
    sql`SELECT id, title, by_name AS by, expires_at AS "expiresAt", withdrawn_at AS "withdrawnAt", openings,
               (SELECT coalesce(jsonb_agg(jsonb_build_object('id', page_id, 'title', title) ORDER BY title), '[]')
                FROM drafts.pages WHERE link_id = links.id) AS pages
        FROM drafts.links ${wanted}`,
  )
  return rows.map(({ withdrawnAt, ...row }) => {
    const expiresAt = new Date(row.expiresAt).toISOString()
    return { ...row, expiresAt, state: stateOf({ expiresAt, withdrawnAt }, now) }
  })
}

function share(id: number, wanted: Share, now: Temporal.Instant, req: PayloadRequest): Promise<object> {
  return inOwnTransaction<object>(req.payload, async (transaction) => {
    const own = await requestIn(transaction, req)
    const page = await editable(id, own)
    const asked = await askedBeforeSharing(id, own)
    if (asked && asked.key !== wanted.privateSeen) return { result: { asked }, isKept: false }
    if (asked) await tell('private-allowed', { collection: 'pages', ...page }, own)
    const result =
      wanted.link === null ? await makeLink(wanted, now, own) : await openLink(wanted.link, now, own)
    const [added] = await inTransaction<{ pages: number }>(
      own,
      sql`INSERT INTO drafts.pages (link_id, page_id, title) VALUES (${result.link}, ${id}, ${page.title})
          ON CONFLICT DO NOTHING RETURNING (SELECT count(*)::int FROM drafts.pages WHERE link_id = ${result.link}) AS pages`,
    )
    // As they were before.
    if ((added?.pages ?? 0) >= MOST_PAGES)
      throw new Refusal(`Et link kan højst vise ${MOST_PAGES} sider. Lav et nyt.`, 409)
    if (added) await tell('draft-shared', { collection: 'pages', ...page }, own)
    return { result: { message: result.message, address: result.address }, isKept: true }
  })
}

type Chosen = { link: number; message: string; address: string | null }

async function makeLink(
  { title, days }: Extract<Share, { link: null }>,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<Chosen> {
  const token = randomBytes(20).toString('hex')
  const expiresAt = expiryOf(now, days)
  const [made] = await inTransaction<{ id: number }>(
    req,
    sql`INSERT INTO drafts.links (token_hash, title, by_name, made_at, expires_at)
        VALUES (${hashOf(token)}, ${title}, ${nameOf(req)}, ${now.toString()}, ${expiresAt.toString()}) RETURNING id`,
  )
  if (!made) throw new Error('The link was not made')
  return {
    link: made.id,
    message: `Linket virker til ${planTimeText(expiresAt)}.`,
    address: environment.siteUrl + sharedDraftAddress(token),
  }
}

async function openLink(id: number, now: Temporal.Instant, req: PayloadRequest): Promise<Chosen> {
  // Pages are added one after the other, so that none is too many.
  await inTransaction(req, sql`SELECT FROM drafts.links WHERE id = ${id} FOR UPDATE`)
  const [link] = await readLinks(sql`WHERE id = ${id}`, now, req)
  if (link?.state !== 'open') throw new Refusal('Det link virker ikke mere. Lav et nyt.', 409)
  return { link: id, message: `Linket »${link.title}« viser nu også denne side.`, address: null }
}

function withdraw(id: number, now: Temporal.Instant, req: PayloadRequest): Promise<string> {
  return inOwnTransaction(req.payload, async (transaction) => {
    const own = await requestIn(transaction, req)
    await inTransaction(own, sql`SELECT FROM drafts.links WHERE id = ${id} FOR UPDATE`)
    const [link] = await readLinks(sql`WHERE id = ${id}`, now, own)
    if (link?.state !== 'open') throw new Refusal('Linket virker ikke mere. Genindlæs siden.', 409)
    if (!(await mayWithdraw(link, own)))
      throw new Refusal('Du må ikke redigere nogen af siderne i linket.', 403)
    await inTransaction(own, sql`UPDATE drafts.links SET withdrawn_at = ${now.toString()} WHERE id = ${id}`)
    for (const page of link.pages) await tell('draft-withdrawn', { collection: 'pages', ...page }, own)
    return { result: 'Linket er trukket tilbage. Det viser ikke noget mere.', isKept: true }
  })
}

/** Whoever may edit one of its pages: a link that shows less harms nobody. Pages that are gone are nobody's. */
async function mayWithdraw({ pages }: DraftLink, req: PayloadRequest): Promise<boolean> {
  for (const { id } of pages) if (await asEditable(id, req)) return true
  const ids = pages.map(({ id }) => id)
  return (await newestOf(ids, req)).length === 0
}
