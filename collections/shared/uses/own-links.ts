import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeValidateHook,
  FlattenedField,
  GlobalBeforeValidateHook,
  PayloadRequest,
  Plugin,
} from 'payload'
import { isRecord } from '../../../src/domain/merge/same.ts'
import { type OwnAddress, readOwnAddress } from '../../../src/domain/tree/own-address.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { environment } from '../environment.ts'
import { changeLevels, changeRecords, type Level } from './levels.ts'

/**
 * A typed address of the site becomes at the save what picking the page or the file would have stored, in link fields and in
 * texts: a use of it, which follows when it moves and keeps it. A plugin, so that no new collection can forget. It stands before
 * the one that merges, so that nobody collides with what the server wrote.
 */
export const linkOwn: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(({ hooks, ...collection }) => ({
    ...collection,
    hooks: { ...hooks, beforeValidate: [...(hooks?.beforeValidate ?? []), linkInDocument] },
  })),
  globals: config.globals?.map(({ hooks, ...global }) => ({
    ...global,
    hooks: { ...hooks, beforeValidate: [...(hooks?.beforeValidate ?? []), linkInGlobal] },
  })),
})

const linkInDocument: CollectionBeforeValidateHook = ({ collection, data, req }) =>
  data && withOwnLinks(collection.flattenedFields, data, req)

const linkInGlobal: GlobalBeforeValidateHook = ({ data, global, req }) =>
  isRecord(data) ? withOwnLinks(global.flattenedFields, data, req) : (data as unknown)

/** A document with links in the place of the addresses of the site that it holds; all are looked up at once. */
export async function withOwnLinks<Document extends Level>(
  fields: readonly FlattenedField[],
  document: Document,
  req: PayloadRequest,
): Promise<Document> {
  const asked: OwnAddress[] = []
  linked(fields, document, (own) => {
    asked.push(own)
    return null
  })
  if (asked.length === 0) return document
  const found = await lookUp(asked, req)
  return linked(fields, document, (own) => found.get(keyOf(own)) ?? null) as Document
}

/** What an address leads to; `isLed`: by a redirect. Null: nothing that can be linked to. */
type Find = (own: OwnAddress) => Found | null
type Found = { id: number; isLed: boolean }

function linked(fields: readonly FlattenedField[], document: Level, find: Find): Level {
  const targetOf = (url: unknown) => {
    const own = typeof url === 'string' ? readOwnAddress(url, environment.siteUrl) : null
    const found = own && find(own)
    return own && found ? { own, ...found } : null
  }
  type Target = NonNullable<ReturnType<typeof targetOf>>

  function inText(node: Level): Level {
    if (!isRecord(node.fields) || !LINKS.has(node.type) || node.fields.linkType === 'internal') return node
    const target = targetOf(node.fields.url)
    if (!target) return node
    const { url: _, anchor: __, ...rest } = node.fields
    return { ...node, type: 'link', version: 3, fields: { ...rest, linkType: 'internal', ...docOf(target) } }
  }

  const docOf = ({ own, id }: Target) =>
    own.kind === 'file'
      ? { doc: { relationTo: 'media', value: id } }
      : { doc: { relationTo: 'pages', value: id }, ...(own.anchor && { anchor: own.anchor }) }

  return changeLevels(fields, document, (level, own) => {
    for (const { name, type } of own)
      if (type === 'richText' && level[name]) level[name] = changeRecords(level[name], inText)
    const has = (name: string) => own.some((field) => field.name === name)
    if (!has('url') || !has('page') || level.page || level.file) return level
    const target = targetOf(level.url)
    if (!target) return level
    if (target.own.kind === 'file') return has('file') ? { ...level, file: target.id, url: null } : level
    const { anchor } = target.own
    // A redirect has no headings, and may lead to another one.
    if (!has('anchor')) return anchor || target.isLed ? level : { ...level, page: target.id, url: null }
    return { ...level, page: target.id, anchor, url: null }
  })
}

const LINKS: ReadonlySet<unknown> = new Set(['link', 'autolink'])

const keyOf = (own: OwnAddress): string => (own.kind === 'page' ? own.path + own.query : own.name)

/** By its key the published page that an address leads to, or the file. */
async function lookUp(asked: readonly OwnAddress[], req: PayloadRequest): Promise<Map<string, Found>> {
  const keys = (kind: OwnAddress['kind']) =>
    JSON.stringify([...new Set(asked.filter((own) => own.kind === kind).map(keyOf))])
  const rows = await inTransaction<Found & { key: string }>(
    req,
    // As visitors are led: a redirect with this very query goes before a page, and a page before a redirect without one.
    sql`WITH asked AS (
          SELECT key, split_part(key, '?', 1) AS path FROM jsonb_array_elements_text(${keys('page')}::jsonb) AS key
        ), places AS (
          SELECT key, coalesce(exact.id, own.id) AS redirect, CASE WHEN exact.id IS NULL THEN page_at(path) END AS page
          FROM asked
          LEFT JOIN redirects exact ON exact."from" = key AND key <> path
          LEFT JOIN redirects own ON own."from" = path
        )
        SELECT key, page AS id, false AS "isLed" FROM places WHERE page IS NOT NULL
        UNION ALL
        SELECT key, p.id, true FROM places
        JOIN redirects r ON r.id = redirect JOIN pages p ON p.id = r.page_id AND p._status = 'published'
        WHERE page IS NULL
        UNION ALL
        SELECT lower(filename), id, false FROM media
        WHERE lower(filename) IN (SELECT jsonb_array_elements_text(${keys('file')}::jsonb))`,
  )
  return new Map(rows.map(({ key, ...found }) => [key, found]))
}
