import { sql } from '@payloadcms/db-postgres'
import { randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import type {
  CollectionAfterErrorHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
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
  if ((operation === 'create' || operation === 'update') && isWritten(req))
    await inTransaction(req, sql`SELECT pg_advisory_xact_lock(hashtext('media'))`)
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
    await rmdir(path.join(folder, FOLDER)).catch(() => {})
  }

/** Whether a file comes with the request, or one that is there is cut. */
const isWritten = ({ file, query }: PayloadRequest): boolean =>
  file !== undefined || query.uploadEdits !== undefined

type Held = { files: [name: string, place: string][]; letGo: NodeJS.Timeout }

async function hold(folder: string, id: number, req: PayloadRequest): Promise<void> {
  const doc = await req.payload.db.findOne<Media>({ collection: 'media', where: { id: { equals: id } }, req })
  if (!doc) return
  await mkdir(path.join(folder, FOLDER), { recursive: true, mode: 0o700 })
  const files = namesOf(doc).map((name): [string, string] => [
    path.basename(name),
    path.join(folder, FOLDER, randomUUID()),
  ])
  for (const [name, place] of files) await link(path.join(folder, name), place).catch(() => {})
  const letGo = setTimeout(() => {
    const removed = Promise.all(files.map(([, place]) => rm(place, { force: true })))
    void removed.then(() => rmdir(path.join(folder, FOLDER))).catch(() => {})
  }, MILLISECONDS).unref()
  const before = (req.context[HELD] as Held | undefined)?.files ?? []
  req.context[HELD] = { files: [...before, ...files], letGo } satisfies Held
}

const HELD = 'files held for this request'

const FOLDER = '.held'

/** Longer than any save takes. */
const MILLISECONDS = 60_000
