import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Media } from '../../../src/payload-types.ts'
import { readStored } from '../bin/files.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { asSavedBy } from '../trail/sign-changes.ts'
import { hashOf } from './same-content.ts'

/** What became of a file: it has all now, it is gone, or why it could not be read. */
type Told = (file: string, became: 'completed' | 'missing' | Error) => void

/**
 * Gives each file what one that is stored today has: its other sizes, and what its content is known by. One at a time, each as a
 * save of whoever saved it last, so that a site that runs goes on; once more does nothing.
 */
export async function completeFiles(payload: Payload, tell: Told): Promise<void> {
  for (let after = 0; ;) {
    const req = await createLocalReq({}, payload)
    const [next] = await inTransaction<{ id: number }>(req, nextAfter(after))
    if (!next) return
    after = next.id
    const doc = await payload.findByID({ collection: 'media', id: next.id, depth: 0, disableErrors: true })
    if (!doc?.filename) continue
    try {
      const content = await readStored(doc.filename, doc, req)
      if (content) await complete(doc, content, req)
      tell(doc.filename, content ? 'completed' : 'missing')
    } catch (error) {
      tell(doc.filename, error instanceof Error ? error : new Error(String(error)))
    }
  }
}

const nextAfter = (id: number) => sql`
  SELECT id FROM media WHERE id > ${id} AND (stored_hash IS NULL OR (mime_type LIKE 'image/%' AND sizes_column_avif_filename IS NULL))
  ORDER BY id LIMIT 1`

async function complete(doc: Media, content: Buffer, req: PayloadRequest): Promise<void> {
  const { id, filename, focalX, focalY, mimeType } = doc
  if (!mimeType?.startsWith('image/')) {
    await inTransaction(req, sql`UPDATE media SET stored_hash = ${hashOf(content)} WHERE id = ${id}`)
    return
  }
  await asSavedBy(doc.updatedBy, req, () =>
    req.payload.update({
      collection: 'media',
      id,
      data: focalX && focalY ? { focalX, focalY } : {},
      file: { data: content, mimetype: mimeType, name: filename ?? '', size: content.length },
      overwriteExistingFiles: true,
      req,
    }),
  )
}
