import { chmod, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type {
  CollectionAfterChangeHook,
  CollectionAfterErrorHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
} from 'payload'
import sharp from 'sharp'
import { MOST_BYTES } from '../../../src/domain/addresses.ts'
import { Refusal } from '../border/refusal.ts'
import { type FileNames, nameByContent, namesOf } from './file-names.ts'

/**
 * A file gets a name by its content. Without one nothing is made: Payload would fetch it from an address in the data, and so
 * let an editor send the server anywhere.
 */
export const nameFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { duplicateFromID } = args as { duplicateFromID?: unknown }
  if (operation === 'create' && !req.file && duplicateFromID === undefined) throw new Refusal('Vælg en fil.')
  if (!(operation === 'create' || operation === 'update') || !req.file?.data) return
  const kind = await fileTypeFromBuffer(req.file.data)
  if (!kind || !KINDS.includes(kind.mime)) throw new Refusal('Filer af den slags kan ikke lægges op her.')
  if (kind.mime.startsWith('image/')) await refuseTooManyPoints(req.file.data)
  req.file.mimetype = kind.mime
  req.file.name = nameByContent(req.file.name, req.file.data, kind.ext)
}

/** A small file may be a picture that takes gigabytes to work on. */
async function refuseTooManyPoints(data: Buffer): Promise<void> {
  const { width, height } = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }))
  if (width * height > MOST_POINTS)
    throw new Refusal(
      `Billedet har for mange punkter: ${width} × ${height}. Gør det mindre, for eksempel til 4000 punkter på den lange led.`,
    )
}

/** More than what most telephones take. */
const MOST_POINTS = 64_000_000

/** The front refuses what is larger. */
export const uploads = { limits: { fileSize: MOST_BYTES.file } }

/** What can be uploaded: no SVG, HTML or XML, because they can contain scripts. */
export const KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf']

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
