import { chmod, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import type {
  CollectionAfterChangeHook,
  CollectionAfterErrorHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { MOST_BYTES } from '../../../src/domain/addresses.ts'
import type { Media } from '../../../src/payload-types.ts'
import { Refusal } from '../border/refusal.ts'
import { type FileNames, nameInPlace, namesOf, newName } from './file-names.ts'
import { readContent } from './content/read-content.ts'

/**
 * A file is what its content is: that decides its name, and what tells of whoever made it is taken out. One that replaces
 * another takes over its address. Without a file nothing is made: Payload would fetch it from an address in the data, and so let
 * an editor send the server anywhere.
 */
export const nameFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { duplicateFromID } = args as { duplicateFromID?: unknown }
  if (operation === 'create' && !req.file && duplicateFromID === undefined) throw new Refusal('Vælg en fil.')
  if (!(operation === 'create' || operation === 'update') || !req.file?.data) return
  const { data, mime, ext } = await readContent(req.file.data)
  req.file.data = data
  req.file.size = data.length
  req.file.mimetype = mime
  const { id } = args as { id?: number }
  const before = operation === 'update' && id !== undefined ? await storedName(id, req) : null
  if (!before) {
    req.file.name = newName(req.file.name, ext)
    return
  }
  req.file.name = nameInPlace(before, ext)
  Object.assign(args, { overwriteExistingFiles: true })
}

async function storedName(id: number, { payload }: PayloadRequest): Promise<string | null> {
  const doc = await payload.db.findOne<Media>({ collection: 'media', where: { id: { equals: id } } })
  return doc?.filename ?? null
}

/** The front refuses what is larger. */
export const uploads = { limits: { fileSize: MOST_BYTES.file } }

/** Refuses a file that the disk has no room for, before anything is made of it. */
export const findRoomFirst =
  (folder: string): CollectionBeforeOperationHook =>
  async ({ req }) => {
    if (req.file && !(await hasRoom(folder, req.file.data.length))) throw new Refusal(NO_ROOM, 507)
  }

/** @param bytes of the data that arrived: `size` of Payload's file is not set */
async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize >= bytes + SPARE
}

/** The same with its other sizes, before anything of it is written. */
export const findRoom =
  (folder: string): CollectionBeforeValidateHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (!req.file) return
    const sizes = Object.values(
      (data as { sizes?: Record<string, { filesize?: number } | null> }).sizes ?? {},
    )
    const bytes = sizes.reduce((sum, size) => sum + (size?.filesize ?? 0), req.file.data.length)
    if (!(await hasRoom(folder, bytes))) throw new Refusal(NO_ROOM, 507)
    const before = operation === 'update' ? new Set(namesOf((originalDoc ?? {}) as FileNames)) : new Set()
    req.context[WRITTEN] = namesOf((data ?? {}) as FileNames).filter((name) => !before.has(name))
  }

/** Only the server reads the files. */
export const keepPrivate =
  (folder: string): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    if (!req.file) return
    for (const name of namesOf(doc as FileNames))
      await chmod(path.join(folder, path.basename(name)), 0o600).catch(() => {})
  }

/**
 * What was written for a document that could not be saved is removed, and its name is free. Payload blames a full disk on
 * whoever sends the file.
 */
export const removeUnsaved =
  (folder: string): CollectionAfterErrorHook =>
  async ({ error, req }) => {
    const isFull =
      error.name === 'FileUploadError' && !(await hasRoom(folder, 2 * (req.file?.data.length ?? 0)))
    for (const name of (req.context?.[WRITTEN] as string[] | undefined) ?? [])
      await rm(path.join(folder, path.basename(name)), { force: true })
    return isFull ? { status: 507, response: { errors: [{ message: NO_ROOM }] } } : undefined
  }

const WRITTEN = 'files written for this request'

const NO_ROOM = 'Der er ikke plads til filen på serverens disk. Bed driften om at skaffe plads.'

/** Bytes that stay free. */
const SPARE = 1_000_000
