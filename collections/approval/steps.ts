import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import type { APPROVAL_STEPS } from '../../src/domain/accounts/approval.ts'
import { reasonOf } from '../shared/border/reason.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { refuseUnless } from '../shared/rights/refuse.ts'
import { ofDocument, tell } from '../shared/trail/keep-trail.ts'
import { nameOf } from '../shared/trail/sign-changes.ts'
import { tableOf } from '../shared/uses/uses.ts'
import { isSameInstant, newestOf } from './read-approvals.ts'

/** `seen`: the version that whoever asks has before them; `word`: what they write along, perhaps nothing. */
type Asked = { step: (typeof APPROVAL_STEPS)[number]; seen: string; word: string }

type Request = { version: Date | string; title: string; by: string; byUser: number | null }

/** Takes a step towards a draft's approval, all of it or nothing. @returns what was done, in Danish */
export async function step(
  collection: CollectionSlug,
  id: number,
  asked: Asked,
  req: PayloadRequest,
): Promise<string> {
  await initTransaction(req)
  try {
    const message = await STEPS[asked.step](collection, id, asked, req)
    await commitTransaction(req)
    return message
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

type Step = (collection: CollectionSlug, id: number, asked: Asked, req: PayloadRequest) => Promise<string>

const STEPS: Record<Asked['step'], Step> = {
  async ask(collection, id, { seen, word }, req) {
    await refuseUnless('draft', collection, id, req)
    const version = await seenVersion(collection, id, seen, req)
    const title = await titleOf(collection, id, req)
    await inTransaction(
      req,
      sql`INSERT INTO approval.requests (collection, document, title, version, asked_by, asked_by_name, note)
          VALUES (${collection}, ${id}, ${title}, ${version}, ${req.user?.id ?? null}, ${nameOf(req) ?? ''}, ${word || null})
          ON CONFLICT (collection, document)
          DO UPDATE SET title = excluded.title, version = excluded.version, state = 'waiting', asked_by = excluded.asked_by,
                        asked_by_name = excluded.asked_by_name, asked_at = clock_timestamp(), note = excluded.note,
                        answered_by_name = NULL, answered_at = NULL, answer = NULL`,
    )
    await tell('approval-asked', { collection, id, title }, req)
    return 'Sendt til godkendelse. Du kan se svaret her og på forsiden af administrationen.'
  },

  async withdraw(collection, id, _, req) {
    const { title, byUser } = await waiting(collection, id, req)
    if (byUser === null || byUser !== req.user?.id)
      throw new Refusal('Det er kun den, der bad om godkendelse, som kan trække det tilbage.', 403)
    await forgetRequest(collection, id, req)
    await tell('approval-withdrawn', { collection, id, title }, req)
    return 'Trukket tilbage. Kladden er, som den var.'
  },

  async approve(collection, id, { seen }, req) {
    await refuseUnless('publish', collection, id, req)
    const { version, by } = await waiting(collection, id, req)
    const newest = await seenVersion(collection, id, seen, req)
    if (!isSameInstant(newest, version))
      throw new Refusal(
        `Der er gemt en nyere udgave, efter at ${by} bad om godkendelse. Se den efter, og offentliggør den selv, eller send den tilbage.`,
        409,
      )
    try {
      await req.payload.update({
        collection,
        id,
        data: { _status: 'published' } as never,
        depth: 0,
        overrideAccess: false,
        overrideLock: true,
        user: req.user,
        req,
      })
    } catch (error) {
      // Of what looks like a CPR number the form asks.
      const reason = reasonOf(error)
      if (reason === null || error instanceof Refusal) throw error
      throw new Refusal(`Den kan ikke offentliggøres: ${reason}`, 409)
    }
    return 'Godkendt og offentliggjort.'
  },

  async return(collection, id, { word }, req) {
    await refuseUnless('publish', collection, id, req)
    if (word === '') throw new Refusal('Skriv, hvad der skal laves om.')
    const { title, by } = await waiting(collection, id, req)
    await answer(collection, id, 'returned', word, req)
    await tell('approval-returned', { collection, id, title }, req)
    return `Sendt tilbage til ${by}.`
  },
}

/** The newest version, if it is a draft and the one that was seen; nobody saves another meanwhile. */
async function seenVersion(
  collection: string,
  id: number,
  seen: string,
  req: PayloadRequest,
): Promise<string> {
  await inTransaction(
    req,
    sql`SELECT FROM ${sql.identifier(tableOf(collection))} WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  const newest = await newestOf(collection, id, req)
  if (!newest) throw new Refusal('Det findes ikke.', 404)
  if (!isSameInstant(newest.at, seen))
    throw new Refusal('Der er gemt en nyere udgave, siden du åbnede siden. Genindlæs, og se den først.', 409)
  if (newest.status !== 'draft')
    throw new Refusal('Der er ingen kladde at godkende: det, der er gemt, er offentligt.', 409)
  return new Date(newest.at).toISOString()
}

async function waiting(collection: string, id: number, req: PayloadRequest): Promise<Request> {
  const [request] = await inTransaction<Request>(
    req,
    sql`SELECT version, title, asked_by_name AS by, asked_by AS "byUser" FROM approval.requests
        WHERE collection = ${collection} AND document = ${id} AND state = 'waiting' FOR UPDATE`,
  )
  if (!request) throw new Refusal('Den venter ikke på godkendelse mere. Genindlæs siden.', 409)
  return request
}

/** @returns whether something waited for the answer */
async function answer(
  collection: string,
  id: number,
  state: 'approved' | 'returned',
  word: string | null,
  req: PayloadRequest,
): Promise<boolean> {
  const rows = await inTransaction(
    req,
    sql`UPDATE approval.requests
        SET state = ${state}, answer = ${word}, answered_by_name = ${nameOf(req)}, answered_at = clock_timestamp()
        WHERE collection = ${collection} AND document = ${id} AND state = 'waiting' RETURNING document`,
  )
  return rows.length > 0
}

/** What waited has become public: whoever made it so has approved it. */
export async function closeRequest(
  config: SanitizedCollectionConfig,
  id: number,
  req: PayloadRequest,
): Promise<void> {
  if (await answer(config.slug, id, 'approved', null, req))
    await tell('approved', { collection: config.slug, id, title: await titleOf(config.slug, id, req) }, req)
}

/** Nothing waits any more, and nothing was answered. */
export async function forgetRequest(collection: string, id: number, req: PayloadRequest): Promise<void> {
  await inTransaction(
    req,
    sql`DELETE FROM approval.requests WHERE collection = ${collection} AND document = ${id}`,
  )
}

/** What a document is called in its newest version. */
async function titleOf(
  collection: CollectionSlug | string,
  id: number,
  req: PayloadRequest,
): Promise<string> {
  const slug = collection as CollectionSlug
  const { config } = req.payload.collections[slug]
  const doc = await req.payload.findByID({
    collection: slug,
    id,
    draft: true,
    depth: 0,
    select: { [config.admin.useAsTitle ?? 'id']: true } as never,
    req,
  })
  return ofDocument(config, doc as unknown as { id: number }).title ?? String(id)
}
