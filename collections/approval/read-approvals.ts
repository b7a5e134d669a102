import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Approval, ApprovalOf, Approvals } from '../../src/domain/accounts/approval.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { accountOf, mayDoWith } from '../shared/rights/access.ts'
import { tableOf } from '../shared/uses/uses.ts'

/** The newest version of a document, as it is in the database. */
type Newest = { at: Date | string; status: string; by: string | null }

export async function newestOf(
  collection: string,
  id: number,
  req: PayloadRequest,
): Promise<Newest | undefined> {
  const [newest] = await inTransaction<Newest>(
    req,
    sql`SELECT version_updated_at AS at, version__status AS status, version_updated_by AS by
        FROM ${sql.identifier(`_${tableOf(collection)}_v`)} WHERE parent_id = ${id} AND latest
        ORDER BY version_updated_at DESC LIMIT 1`,
  )
  return newest
}

export const isSameInstant = (one: Date | string, other: Date | string): boolean =>
  new Date(one).getTime() === new Date(other).getTime()

/** What was asked last about a document, and what whoever asks may do about it. */
export async function approvalOf(
  collection: CollectionSlug,
  id: number,
  req: PayloadRequest,
): Promise<ApprovalOf> {
  const account = accountOf(req)
  const newest = await newestOf(collection, id, req)
  const isDraft = newest?.status === 'draft'
  const may = async (right: 'draft' | 'publish') =>
    account !== null && (await mayDoWith(account, right, collection, id, req))
  const [approval = null] = await read(sql`collection = ${collection} AND document = ${id}`, req)
  return {
    approval,
    mayAsk: isDraft && (await may('draft')),
    mayAnswer: isDraft && approval?.state === 'waiting' && (await may('publish')),
  }
}

/** What one looks at in one go. */
const MOST = 100

/** What waits for an answer of whoever asks, and their own that are not answered, or were sent back. */
export async function approvalsFor(req: PayloadRequest): Promise<Approvals> {
  const account = accountOf(req)
  const own = await read(sql`asked_by = ${req.user?.id ?? null} AND state IN ('waiting', 'returned')`, req)
  const toAnswer: Approval[] = []
  for (const one of account ? await read(sql`state = 'waiting'`, req) : [])
    if (account && !one.isOwn && (await mayDoWith(account, 'publish', one.collection, one.document, req)))
      toAnswer.push(one)
  return { toAnswer, own }
}

type Row = Omit<Approval, 'noun' | 'changedBy'> & { version: string }

async function read(wanted: SQL, req: PayloadRequest): Promise<Approval[]> {
  const rows = await inTransaction<Row>(
    req,
    sql`SELECT collection, document, title, state, asked_by_name AS by, asked_at AS at, note, version,
               answered_by_name AS "answeredBy", answered_at AS "answeredAt", answer,
               asked_by IS NOT DISTINCT FROM ${req.user?.id ?? null}::int AS "isOwn"
        FROM approval.requests WHERE ${wanted} ORDER BY asked_at, collection, document LIMIT ${MOST}`,
  )
  const found: Approval[] = []
  for (const { version, ...row } of rows) {
    const config = req.payload.collections[row.collection as CollectionSlug]?.config
    const newest = await newestOf(row.collection, row.document, req)
    const isChanged = newest !== undefined && !isSameInstant(newest.at, version)
    found.push({
      ...row,
      at: new Date(row.at).toISOString(),
      answeredAt: row.answeredAt && new Date(row.answeredAt).toISOString(),
      noun: String(config?.labels.singular ?? row.collection),
      changedBy: isChanged ? (newest.by ?? 'En anden') : null,
    })
  }
  return found
}
