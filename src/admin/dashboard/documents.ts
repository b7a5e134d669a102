import type { PostgresAdapter } from '@payloadcms/db-postgres'
import {
  type AccessResult,
  type CollectionSlug,
  createLocalReq,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'
import { collectionAddress, globalAddress } from '../../domain/addresses.ts'
import { formatDate } from '../../domain/time/danish-time.ts'
import { fromStored } from '../../domain/time/stored-date.ts'

/** A document or global that waits for somebody. */
export type Waiting = {
  /** As editors call it: `Side »Kontakt«`. */
  name: string
  /** Its form in the admin. */
  address: string
}

/** Whoever asks: only what they may read is told of. */
export type Asker = { payload: Payload; user: TypedUser }

/** A row about a document: the database's table of its collection, or of a global, which has no number. */
export type Place = { collection: string; id: number | null }

/**
 * The rows with what their documents are called, without those that may not be read; `editable`: without those that whoever asks
 * may not edit, which wait for others.
 */
export async function named<Row extends Place>(
  rows: readonly Row[],
  { payload, user }: Asker,
  which: 'readable' | 'editable' = 'readable',
): Promise<(Omit<Row, 'collection' | 'id'> & Waiting)[]> {
  const titles = new Map<string, string>()
  const req = await createLocalReq({ user }, payload)
  const mayEdit = async ({ access }: { access: { update?: EditAccess } }) =>
    which === 'readable' || ((await access.update?.({ req })) ?? false)
  await Promise.all(
    payload.config.collections.map(async (config) => {
      const { slug, admin } = config
      const ids = rows.filter(({ collection }) => collection === tableOf(slug)).map(({ id }) => id)
      const own = ids.length > 0 && (await mayEdit(config))
      if (own === false) return
      const title = admin.useAsTitle ?? 'id'
      const { docs } = await payload.find({
        collection: slug as CollectionSlug,
        where: { and: [{ id: { in: ids } }, own === true ? {} : own] },
        select: { [title]: true, ...(slug === 'calendar-days' && { date: true }) },
        depth: 0,
        draft: true,
        pagination: false,
        overrideAccess: false,
        user,
      })
      for (const doc of docs)
        titles.set(`${tableOf(slug)} ${doc.id}`, titleOf(doc as unknown as Record<string, unknown>, title))
    }),
  )
  const globals = new Set<string>()
  for (const config of payload.config.globals) if (await mayEdit(config)) globals.add(config.slug)
  return rows.flatMap(({ collection, id, ...row }) => {
    const global = payload.config.globals.find(({ slug }) => tableOf(slug) === collection)
    if (global && !globals.has(global.slug)) return []
    if (global) return [{ ...row, name: `»${String(global.label)}«`, address: globalAddress(global.slug) }]
    const own = payload.config.collections.find(({ slug }) => tableOf(slug) === collection)
    const title = titles.get(`${collection} ${id}`)
    if (!own || title === undefined) return []
    const name = `${String(own.labels.singular)} »${title || `nr. ${id}`}«`
    return [{ ...row, name, address: `${collectionAddress(own.slug)}/${id}` }]
  })
}

type EditAccess = (asked: { req: PayloadRequest }) => AccessResult | Promise<AccessResult>

/** Days are called the same each year. */
const titleOf = ({ date, ...doc }: Record<string, unknown>, title: string): string =>
  String(doc[title] ?? '') + (typeof date === 'string' ? ` ${formatDate(fromStored(date))}` : '')

/** The database's table of a collection or global. */
export const tableOf = (slug: string): string => slug.replaceAll('-', '_')

export const poolOf = ({ payload }: Asker) => (payload.db as unknown as PostgresAdapter).pool
