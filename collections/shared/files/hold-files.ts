import { sql } from '@payloadcms/db-postgres'
import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type {
  CollectionAfterErrorHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  Payload,
  PayloadRequest,
} from 'payload'
import type { Media } from '../../../src/payload-types.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { namesOf } from './file-names.ts'

/**
 * Lets one file at a time be worked on, by all servers together, until its save has ended: two that have the same name would
 * be given the same place, and a large picture takes much memory. Whoever waits too long is told that others are at it.
 */
export const takeTurn: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if ((operation === 'create' || operation === 'update') && isWritten(req)) await inTransaction(req, LOCK)
}

/** For the same of what is written or deleted outside of a save; until the transaction ends. */
export const LOCK = sql`SELECT pg_advisory_xact_lock(hashtext('media'))`

/** The same for a deletion: nothing is written beside what goes. */
export const takeTurnToDelete: CollectionBeforeDeleteHook = async ({ req }) => {
  await inTransaction(req, LOCK)
}

/**
 * Holds the files of a document that gets another one: Payload removes them before it knows that the save will succeed
 * (payload/dist/collections/operations/utilities/update.js).
 */
export const holdReplaced =
  (folder: string): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'update' || !isWritten(req)) return
    const { id } = args as { id?: number }
    if (id === undefined) throw new Refusal('Læg en fil op til ét dokument ad gangen.')
    await hold(folder, id, req)
  }

/** The same for a document that is deleted. */
export const holdDeleted =
  (folder: string): CollectionBeforeDeleteHook =>
  ({ id, req }) =>
    hold(folder, Number(id), req)

/** Puts the files of what was not saved or deleted back. */
export const putBack =
  (folder: string): CollectionAfterErrorHook =>
  async ({ req }) => {
    const held = req.context?.[HELD] as Held | undefined
    if (!held) return
    clearTimeout(held.letGo)
    for (const [name, place] of held.files)
      // Over what was written in its place.
      await rename(place, path.join(folder, name)).catch(() => {})
    for (const place of new Set(held.files.map(([, file]) => path.dirname(file))))
      await remove(place).catch(() => {})
  }

/**
 * Settles what a server left that ended in the middle of a save: a file that its document still names is put back, the others
 * are removed. For every start of a server; it waits for the saves of the others.
 * @param folder of the files
 */
export async function settleHeld({ db, logger }: Payload, folder: string): Promise<void> {
  const left = await readdir(path.join(folder, FOLDER)).catch(() => [])
  if (left.length === 0) return
  await (db as unknown as PostgresAdapter).drizzle.transaction(async (transaction) => {
    await transaction.execute(LOCK)
    const { rows } = await transaction.execute<{ name: string; bytes: string }>(NAMED_FILES)
    const bytesOf = new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]))
    for (const place of left.map((name) => path.join(folder, FOLDER, name))) {
      for (const name of await readdir(place).catch(() => [])) {
        const [held, there] = await Promise.all([
          sizeOf(path.join(place, name)),
          sizeOf(path.join(folder, name)),
        ])
        if (held !== bytesOf.get(name) || held === there) continue
        await rename(path.join(place, name), path.join(folder, name))
        logger.info({ event: 'file-put-back', file: name, msg: 'A file was put back: its save was cut off' })
      }
      await remove(place)
    }
  })
}

const sizeOf = async (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    () => null,
  )

/** The name and size of each file that a document names, and of its other sizes. */
const NAMED_FILES = sql`
  SELECT "column".value AS name, file.row ->> replace("column".key, 'filename', 'filesize') AS bytes
  FROM (SELECT to_jsonb(media) AS row FROM media) AS file, jsonb_each_text(file.row) AS "column"
  WHERE "column".key ~ '(^|_)filename$' AND "column".value IS NOT NULL`

/** Removes what is held in one place, and the folder of all places if it was the last. */
async function remove(place: string): Promise<void> {
  await rm(place, { recursive: true, force: true })
  await rmdir(path.dirname(place)).catch(() => {})
}

/** Whether a file comes with the request, or one that is there is cut. */
const isWritten = ({ file, query }: PayloadRequest): boolean =>
  file !== undefined || query.uploadEdits !== undefined

type Held = { files: [name: string, place: string][]; letGo: NodeJS.Timeout }

async function hold(folder: string, id: number, req: PayloadRequest): Promise<void> {
  const doc = await req.payload.db.findOne<Media>({ collection: 'media', where: { id: { equals: id } }, req })
  if (!doc) return
  // So that `settleHeld` of another server waits for the end of this save.
  await inTransaction(req, LOCK)
  const place = path.join(folder, FOLDER, randomUUID())
  await mkdir(place, { recursive: true, mode: 0o700 })
  const files = namesOf(doc).map((name): [string, string] => [
    path.basename(name),
    path.join(place, path.basename(name)),
  ])
  for (const [name, held] of files) await link(path.join(folder, name), held).catch(() => {})
  const letGo = setTimeout(() => void remove(place).catch(() => {}), MILLISECONDS).unref()
  const before = (req.context[HELD] as Held | undefined)?.files ?? []
  req.context[HELD] = { files: [...before, ...files], letGo } satisfies Held
}

const HELD = 'files held for this request'

const FOLDER = '.held'

/** Longer than any save takes. */
const MILLISECONDS = 60_000
