import { sql } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { collectionAddress, globalAddress } from '../../src/domain/addresses.ts'
import { fold } from '../../src/domain/fold.ts'
import {
  type DeskFound,
  type DeskHit,
  type DeskStatus,
  HITS_ON_PAGE,
  readingsOf,
  snippetOf,
} from '../../src/domain/text/desk-search.ts'
import { forEditors } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { tableOf } from '../shared/uses/uses.ts'
import { type Readable, readableBy } from './readable.ts'
import { standsAt } from './stands-at.ts'

const question = z.object({
  q: z.string().trim().min(1).max(500),
  /** The collection or global to show; none: all. */
  kind: z
    .string()
    .regex(/^[a-z-]{1,100}$/)
    .optional(),
  /** Which page of results, from 1. */
  side: z.int().min(1).max(1000).default(1),
})

/**
 * `POST /api/desk-search` with `{ q, kind?, side? }` → DeskFound: what has all the words, or stands at the address, of all that
 * whoever asks may read, drafts too. docs/decisions/036-desk-search.md
 */
export const deskSearch: Endpoint = {
  path: '/desk-search',
  method: 'post',
  handler: forEditors(async (req) => {
    const asked = question.safeParse(await req.json?.().catch(() => null))
    if (!asked.success) throw new Refusal('Skriv, hvad du søger efter, med højst 500 tegn.')
    const readable = await readableBy(req)
    const opens = await opened(asked.data.q, readable, req)
    return { opens, ...(await found(asked.data, readable, req)) } satisfies DeskFound
  }),
}

/** An entry of the search, as the database has it. */
type Entry = {
  kind: string
  document: number
  status: DeskStatus | null
  title: string
  newest: string
  shown: string
}

async function opened(
  q: string,
  { kinds, only }: Readable,
  req: PayloadRequest,
): Promise<DeskFound['opens']> {
  const standing = await standsAt(q, req)
  if (!standing) return null
  const { kind, document, why } = standing
  if (!kinds.includes(kind) || only[kind]?.includes(document) === false) return null
  const [entry] = await inTransaction<Entry>(
    req,
    sql`SELECT kind, document, status, title, newest, '' AS shown FROM desk.entries WHERE kind = ${kind} AND document = ${document}`,
  )
  return entry ? { hit: hitOf(entry, '', req), why } : null
}

async function found(
  { q, kind, side }: z.infer<typeof question>,
  { kinds, only }: Readable,
  req: PayloadRequest,
): Promise<Omit<DeskFound, 'opens'>> {
  const readings = readingsOf(q)
  if (readings.length === 0) return { hits: [], total: 0, kinds: [] }
  const [row] = await inTransaction<{ found: { counts: Record<string, number>; hits: Entry[] } }>(
    req,
    sql`SELECT desk.find(${JSON.stringify(readings)}::jsonb, ${fold(q)}, string_to_array(${kinds.join(' ')}, ' '),
                         ${JSON.stringify(only)}::jsonb, ${kind === undefined ? null : tableOf(kind)}::text,
                         ${(side - 1) * HITS_ON_PAGE}, ${HITS_ON_PAGE}) AS found`,
  )
  const { counts = {}, hits = [] } = row?.found ?? {}
  const listed = namesOf(req).flatMap(({ slug, label }) => {
    const total = counts[tableOf(slug)] ?? 0
    return total > 0 ? [{ slug, label, total }] : []
  })
  const total = listed.reduce(
    (sum, one) => sum + (kind === undefined || one.slug === kind ? one.total : 0),
    0,
  )
  return { hits: hits.map((entry) => hitOf(entry, q, req)), total, kinds: listed }
}

/** What each collection and global is called, in the order of the admin. */
function namesOf({ payload: { config } }: PayloadRequest) {
  return [
    ...config.collections.map(({ slug, labels }) => ({
      slug: slug as string,
      label: String(labels.plural),
      one: String(labels.singular),
      isGlobal: false,
    })),
    ...config.globals.map(({ slug, label }) => ({
      slug: slug as string,
      label: String(label),
      one: 'Indstilling',
      isGlobal: true,
    })),
  ]
}

function hitOf(
  { kind, document, status, title, newest, shown }: Entry,
  q: string,
  req: PayloadRequest,
): DeskHit {
  const name = namesOf(req).find(({ slug }) => tableOf(slug) === kind)
  const own = snippetOf(newest, q)
  const publics = own.isFound || shown === '' ? null : snippetOf(shown, q)
  const isShownOnly = publics?.isFound ?? false
  return {
    address: name?.isGlobal ? globalAddress(name.slug) : `${collectionAddress(name?.slug ?? '')}/${document}`,
    kind: name?.one ?? '',
    title: name?.isGlobal ? name.label : title || 'Uden titel',
    status,
    snippet: publics?.isFound ? publics.pieces : own.pieces,
    isShownOnly,
  }
}
