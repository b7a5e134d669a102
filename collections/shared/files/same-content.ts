import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'
import { APIError } from 'payload'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  Field,
  PayloadRequest,
  TextField,
} from 'payload'
import sharp from 'sharp'
import { z } from 'zod'
import type { Media } from '../../../src/payload-types.ts'
import { readStored } from '../bin/files.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { IMAGE_SIZES, isMadeLater, NO_COLUMN } from './image-sizes.ts'

/** What a file's content is known by. */
export const hashOf = (data: Buffer): string => createHash('sha256').update(data).digest('hex')

/** Only the server writes them. */
const access = { create: () => false, update: () => false }
const hash = (name: string): TextField => ({ name, type: 'text', index: true, hidden: true, access })

/**
 * What came in, and what is stored: a picture that told of its maker is written anew, and one may be cut. So the same photograph is
 * known by both, from the camera and as it is fetched from the site.
 */
export const contentFields: Field[] = [
  hash('sentHash'),
  hash('storedHash'),
  // A picture that moves: there is none such in AVIF.
  { name: 'moves', type: 'checkbox', access, admin: { hidden: true, ...NO_COLUMN } },
]

/** Notes what came in, before anything is taken out of it. */
export const noteSent: CollectionBeforeOperationHook = ({ operation, req }) => {
  if ((operation === 'create' || operation === 'update') && req.file)
    req.context[SENT] = hashOf(req.file.data)
}

const SENT = 'hash of the file that came in'

/** Keeps with the document what its file is known by; the sizes that are made later are those of the file before. */
export const keepHashes: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!req.file?.data.length) return data as unknown
  const { pages = 1 } = req.file.mimetype.startsWith('image/') ? await sharp(req.file.data).metadata() : {}
  const sentHash = req.context[SENT]
  return {
    ...data,
    ...(typeof sentHash === 'string' && { sentHash }),
    storedHash: hashOf(req.file.data),
    moves: pages > 1,
    sizes: { ...(data as Partial<Media>).sizes, ...NONE_YET },
  }
}

const NONE_YET = Object.fromEntries(
  IMAGE_SIZES.filter(isMadeLater).map(({ name }) => [
    name,
    { filename: null, filesize: null, height: null, mimeType: null, url: null, width: null },
  ]),
)

/**
 * Asks an editor before a file is stored that is there already (409), and says where. Whoever wants it twice sends the number of
 * the one that is there as `sameSeen`. It stands after `takeTurn`: two who send the same at once come one after the other.
 */
export const askIfThere: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { data, id } = args as { data?: { sameSeen?: unknown }; id?: number | string }
  const seen = seenId.safeParse(data?.sameSeen).data
  if (data) delete data.sameSeen
  const sent = req.context[SENT]
  if (!req.user || !req.file || typeof sent !== 'string') return
  const there = await withContent([sent, hashOf(req.file.data)], req.file.data.length, req)
  const others = there.filter((one) => one.id !== Number(id ?? Number.NaN))
  if (others[0] && !others.some((one) => one.id === seen)) throw new SameContent(others[0])
}

const seenId = z.coerce.number().int().positive()

/** A file that is there already, as the admin shows it. */
type There = { id: number; filename: string; alt: string | null; picture: string | null }

class SameContent extends APIError {
  /** By which the answer knows it: classes of two bundles are not the same. */
  readonly isInDanish = true

  constructor(there: There) {
    super(
      `Filen findes allerede: »${there.alt || there.filename}« har samme indhold.`,
      409,
      { same: there },
      true,
    )
  }
}

/** Files of the same content, the oldest first. */
async function withContent(hashes: string[], bytes: number, req: PayloadRequest): Promise<There[]> {
  await hashAlike(bytes, req)
  const any = sql.join(
    hashes.map((one) => sql`${one}`),
    sql`, `,
  )
  return inTransaction<There>(
    req,
    sql`SELECT id, filename, alt, sizes_portrait_filename AS picture FROM media
        WHERE sent_hash IN (${any}) OR stored_hash IN (${any}) ORDER BY id LIMIT 10`,
  )
}

/** Files from before there were hashes get theirs when they may be the same: they are as long. */
async function hashAlike(bytes: number, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.db.find<Media>({
    collection: 'media',
    where: { storedHash: { exists: false }, filesize: { equals: bytes } },
    limit: 5,
    pagination: false,
    req,
  })
  for (const doc of docs) {
    const content = doc.filename ? await readStored(doc.filename, doc, req) : null
    if (content)
      await inTransaction(
        req,
        sql`UPDATE media SET stored_hash = ${hashOf(content)} WHERE id = ${doc.id} AND stored_hash IS NULL`,
      )
  }
}
