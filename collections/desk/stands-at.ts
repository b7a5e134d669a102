import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { addressKind, ADDRESSES, vcardSlug } from '../../src/domain/addresses.ts'
import {
  addressOnSite,
  redirectKeys,
  redirectOfKey,
  splitOldAddress,
} from '../../src/domain/tree/old-address.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { environment } from '../shared/environment.ts'

/** A document by its table, and why it is meant where that is not plain. */
export type Standing = { kind: string; document: number; why: string | null }

/**
 * What stands at an address of the site as it was typed or pasted: a page, also where it would stand were it published and where
 * it stood before; a redirect to elsewhere, a file, a contact, a box. Null: it is no address, or nothing does.
 */
export async function standsAt(typed: string, req: PayloadRequest): Promise<Standing | null> {
  if (/\s/.test(typed)) return null
  const address = addressOnSite(
    /^(\/|https?:)/i.test(typed) ? typed : `https://${typed}`,
    environment.siteUrl,
  )
  if (address === null) return null
  const { path, query } = splitOldAddress(address)
  // Signs that nothing has in its address, and the database refuses.
  if (/\p{C}/u.test(address)) return null
  const name = path.slice(path.lastIndexOf('/') + 1)
  const first = async (kind: string, why: string | null, statement: ReturnType<typeof sql>) => {
    const [row] = await inTransaction<{ id: number | null }>(req, statement)
    return row?.id ? { kind, document: row.id, why } : null
  }
  switch (addressKind(path)) {
    case ADDRESSES.upload:
      return first(
        'media',
        null,
        sql`SELECT id FROM media WHERE EXISTS (
              SELECT FROM jsonb_each_text(to_jsonb(media)) WHERE key ~ 'filename$' AND lower(value) = ${name}) LIMIT 1`,
      )
    case ADDRESSES.vcard:
      return first(
        'press_contacts',
        null,
        sql`SELECT id FROM press_contacts WHERE slug = ${vcardSlug(path)} LIMIT 1`,
      )
    case ADDRESSES.boxFeed:
    case ADDRESSES.boxHoursApi:
      return first(
        'contact_boxes',
        null,
        sql`SELECT id FROM contact_boxes WHERE slug = ${name.replace(/\.ics$/, '')} LIMIT 1`,
      )
    case ADDRESSES.page: {
      const keys = redirectKeys(path, query).map(redirectOfKey)
      const from = sql`"from" IN (${keys[0] ?? path}, ${keys.at(-1) ?? path})`
      return (
        (await first('pages', null, sql`SELECT page_at(${path}) AS id`)) ??
        (await first('pages', NOT_PUBLIC, sql`SELECT desk.page_to_be(${path}) AS id`)) ??
        (await first(
          'pages',
          `En viderestilling fører fra ${address} til siden.`,
          sql`SELECT page_id AS id FROM redirects WHERE ${from} AND page_id IS NOT NULL ORDER BY length("from") DESC LIMIT 1`,
        )) ??
        first(
          'redirects',
          null,
          sql`SELECT id FROM redirects WHERE ${from} ORDER BY length("from") DESC LIMIT 1`,
        )
      )
    }
    default:
      return null
  }
}

const NOT_PUBLIC = 'Siden er ikke offentliggjort, men vil ligge på adressen.'
