import { sql } from '@payloadcms/db-postgres'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug, PayloadRequest, TypeWithID } from 'payload'
import type { Media } from '../../../src/payload-types.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { environment } from '../environment.ts'
import type { Storage } from '../files/undo-stored.ts'

type Named = { name: string; size: string | null }

/** The file of a document, and its other sizes by their names. */
function filesOf({ filename, sizes }: Media): Named[] {
  const files = new Map<string, string | null>()
  for (const [size, file] of [[null, { filename }] as const, ...Object.entries(sizes ?? {})])
    // A picture as wide as one of its sizes has one file for both.
    if (file?.filename && !files.has(file.filename)) files.set(file.filename, size)
  return [...files].map(([name, size]) => ({ name, size }))
}

/**
 * Keeps the files of a document in the bin, in the transaction that deletes it: where they were, nobody gets them any more,
 * and another file may have their names.
 * @param entry of the bin
 */
export async function keepFiles(entry: number, id: number, req: PayloadRequest): Promise<void> {
  const doc = await req.payload.db.findOne<Media>({ collection: 'media', where: { id: { equals: id } }, req })
  for (const { name, size } of doc ? filesOf(doc) : []) {
    const content = await readStored(name, doc as Media, req)
    // What was lost before cannot come back.
    if (content)
      await inTransaction(
        req,
        sql`INSERT INTO bin.files (document, name, size, content) VALUES (${entry}, ${name}, ${size}, ${content})`,
      )
  }
}

/** A file as a visitor gets it, from a folder or S3; null: it is not there. */
export async function readStored(filename: string, doc: Media, req: PayloadRequest): Promise<Buffer | null> {
  for (const handler of req.payload.collections.media.config.upload.handlers ?? []) {
    const request = Object.assign(new Request('http://localhost'), {
      context: {},
      payload: req.payload,
      searchParams: new URLSearchParams(),
    })
    const params = { collection: 'media', filename, clientUploadContext: undefined }
    const response = await handler(
      request as unknown as PayloadRequest,
      {
        doc: doc as TypeWithID,
        headers: new Headers(),
        params,
      } as never,
    )
    if (!response || response.status === 404) continue
    if (!response.ok) throw new Refusal('Lageret til filer svarer ikke lige nu. Prøv igen om lidt.', 503)
    return Buffer.from(await response.arrayBuffer())
  }
  return null
}

/**
 * Puts the files of an entry back where they were.
 * @returns what takes them away again, should the document not come back after all
 */
export async function putFilesBack(
  entry: number,
  req: PayloadRequest,
): Promise<(doc: Media) => Promise<() => Promise<void>>> {
  const files = await inTransaction<Named & { content: Buffer }>(
    req,
    sql`SELECT name, size, content FROM bin.files WHERE document = ${entry}`,
  )
  const storage = storageOf(req)
  return async (doc) => {
    const written: string[] = []
    const takeAway = async () => {
      for (const name of written) await storage.remove(name)
    }
    try {
      for (const { name, size, content } of files) {
        // Nothing else is written over: its content has another name.
        if (await storage.read(name)) continue
        await storage.write(name, { data: content, mimeType: mimeTypeOf(doc, size) })
        written.push(name)
      }
    } catch (error) {
      await takeAway()
      throw error
    }
    return takeAway
  }
}

/** Where the site has its files: in S3 or a folder. */
export const storageOf = ({ payload }: PayloadRequest): Storage =>
  (payload.collections.media.config.custom as { storage?: Storage }).storage ?? folder

const mimeTypeOf = ({ mimeType, sizes }: Media, size: string | null): string =>
  (size === null ? mimeType : sizes?.[size as keyof typeof sizes]?.mimeType) ?? 'application/octet-stream'

const placeOf = (name: string) => path.join(environment.mediaFolder, path.basename(name))

/** The storage of a site without S3. */
const folder: Storage = {
  async read(name) {
    const data = await readFile(placeOf(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    return data && { data, mimeType: '' }
  },
  write: (name, { data }) => writeFile(placeOf(name), data, { mode: 0o600, flag: 'wx' }),
  remove: (name) => rm(placeOf(name), { force: true }),
}

/** Whether documents of a collection have files. */
export const hasFiles = (slug: CollectionSlug | string): boolean => slug === 'media'
