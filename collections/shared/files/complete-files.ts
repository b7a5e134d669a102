import { sql } from '@payloadcms/db-postgres'
import path from 'node:path'
import type { Payload, PayloadRequest, SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { uploadAddress } from '../../../src/domain/addresses.ts'
import type { Media } from '../../../src/payload-types.ts'
import { readStored, storageOf } from '../bin/files.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../database/request-in.ts'
import { LOCK } from './hold-files.ts'
import { IMAGE_SIZES, isMadeLater } from './image-sizes.ts'
import { hashOf } from './same-content.ts'

/** A file that was dealt with. `left`: it is as before, for a reason; null: it is not there. */
type Completed = { id: number; file: string; state: 'completed' | 'left'; reason: string | null }

/** A save makes only what is quick; the server does the rest by `custom.completeNext` (src/web/cms/work.ts). */
export function completeLater(config: SanitizedConfig): SanitizedConfig {
  const upload = config.collections.find(({ slug }) => slug === 'media')?.upload
  if (upload?.imageSizes) upload.imageSizes = upload.imageSizes.filter((size) => !isMadeLater(size))
  Object.assign(config.custom, { completeNext })
  return config
}

/**
 * Gives one file what a save has left out, or what there was not yet when it was saved: its other sizes, and what its content is
 * known by. One at a time among all servers. Nothing is remembered besides the files: a server that ends leaves its own to the next.
 * @param without files, by id, that are left as they are
 * @returns null: all have everything
 */
async function completeNext(payload: Payload, without: readonly number[]): Promise<Completed | null> {
  return inOwnTransaction<Completed | null>(payload, async (transaction) => {
    const req = await requestIn(transaction, { payload })
    await inTransaction(req, TURN)
    const [next] = await inTransaction<{ id: number }>(req, nextWithout(without))
    const doc = next && (await readDoc(next.id, req))
    if (!doc) return { result: null, isKept: false }
    const file = { id: doc.id, file: doc.filename }
    const left = (reason: string | null) => ({
      result: { ...file, state: 'left' as const, reason },
      isKept: false,
    })
    const content = await readStored(doc.filename, doc, req)
    if (!content) return left(null)
    // What else fails may be well the next time.
    const made = await missingOf(doc, content).catch((error: unknown) => error)
    if (made instanceof Error) return left(made.message)
    await keep(doc, made as Missing, req)
    return { result: { ...file, state: 'completed', reason: null }, isKept: true }
  })
}

/** Not that of saves: editors do not wait for this. */
const TURN = sql`SELECT pg_advisory_xact_lock(hashtext('media sizes'))`

/** What was uploaded last comes first. What `moves` says nothing of is from before there were hashes and several sizes. */
const nextWithout = (without: readonly number[]) => sql`
  SELECT id FROM media
  WHERE (moves IS NULL OR (mime_type LIKE 'image/%' AND NOT moves AND sizes_column_avif_filename IS NULL))
    AND filename IS NOT NULL AND id <> ALL (string_to_array(${without.join()}, ',')::int[])
  ORDER BY id DESC LIMIT 1`

type Stored = Media & { filename: string; storedHash?: string | null }

const readDoc = (id: number, req: PayloadRequest): Promise<Stored | null> =>
  req.payload.db.findOne<Stored>({ collection: 'media', where: { id: { equals: id } }, req })

type Missing = {
  hash: string
  moves: boolean
  files: { size: string; name: string; data: Buffer; mimeType: string; width: number; height: number }[]
}

/** What a file has not, made of its content, named as Payload names it. */
async function missingOf(doc: Stored, content: Buffer): Promise<Missing> {
  const hash = hashOf(content)
  if (!doc.mimeType?.startsWith('image/')) return { hash, moves: false, files: [] }
  const { pages = 1 } = await sharp(content).metadata()
  const picture = sharp(content, { animated: pages > 1 }).rotate()
  const files: Missing['files'] = []
  for (const size of IMAGE_SIZES) {
    if (doc.sizes?.[size.name]?.filename || size.name === 'portrait') continue
    if (pages > 1 && isMadeLater(size)) continue
    if (!('withoutEnlargement' in size) && (doc.width ?? 0) < size.width) continue
    const { format, ...options } = size.formatOptions
    const { data, info } = await picture
      .clone()
      .resize({ width: size.width, fit: size.fit, withoutEnlargement: true })
      .toFormat(format, 'options' in options ? options.options : {})
      .toBuffer({ resolveWithObject: true })
    const { width } = info
    const height = info.height / pages
    const name = `${path.parse(doc.filename).name}-${width}x${height}.${format}`
    files.push({ size: size.name, name, data, mimeType: `image/${format}`, width, height })
  }
  return { hash, moves: pages > 1, files }
}

/** Keeps it with the document, unless that has another file by now: then it is dealt with once more. */
async function keep({ id, storedHash, filename }: Stored, made: Missing, req: PayloadRequest): Promise<void> {
  await inTransaction(req, LOCK)
  const now = await readDoc(id, req)
  if (now?.filename !== filename || now.storedHash !== storedHash) return
  const storage = storageOf(req)
  for (const { name, data, mimeType } of made.files) {
    // A server may have ended between this and the end of the transaction.
    await storage.remove(name)
    await storage.write(name, { data, mimeType })
  }
  const columns = made.files.flatMap(({ size, name, data, mimeType, width, height }) =>
    Object.entries({
      filename: name,
      url: uploadAddress(name),
      mime_type: mimeType,
      filesize: data.length,
      width,
      height,
    }).map(([column, value]) => sql`${sql.identifier(`sizes_${COLUMN[size] ?? size}_${column}`)} = ${value}`),
  )
  const values = [
    sql`moves = ${made.moves}`,
    sql`stored_hash = coalesce(stored_hash, ${made.hash})`,
    ...columns,
  ]
  await inTransaction(req, sql`UPDATE media SET ${sql.join(values, sql`, `)} WHERE id = ${id}`)
}

/** As the database writes the names of sizes. */
const COLUMN: Record<string, string> = { columnAvif: 'column_avif', halfAvif: 'half_avif' }
