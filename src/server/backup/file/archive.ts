import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { say } from '../../tell/language.ts'
import { StartError } from '../../tell/start-error.ts'
import { entriesOf, type Entry } from './tar.ts'

/** The list of what is in the file and its hashes, as `sha256sum -c` reads it; always the last entry. */
export const SUMS = 'SHA256SUMS'
export const MANIFEST = 'manifest.json'
export const FORMAT = 1

/** What a backup says of itself, in its entry `manifest.json`. */
const manifestSchema = z.object({
  format: z.int(),
  /** The release that made it. */
  release: z.string(),
  /** Of the snapshot: an ISO instant. */
  takenAt: z.string(),
  /** The server's version. */
  postgres: z.string(),
  /** All that had run, in order. */
  migrations: z.array(z.string()),
  /** `rows` is how many there are; their data is in the entries `tables/SCHEMA.NAME/0001.copy.gz` and so on. */
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      parts: z.int(),
    }),
  ),
  /** `last` is the last number given, as text since it may be large; null if none was. */
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string().nullable() })),
  /** Files of media, in the entries `media/NAME`. */
  media: z.array(z.string()),
  /** Files that a document named although they were not there. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

/** A backup whose every byte has been checked. */
export type Archive = { manifest: Manifest; bytes: number; read: (name: string) => Readable }

export const partName = ({ schema, name }: { schema: string; name: string }, part: number): string =>
  `tables/${schema}.${name}/${String(part).padStart(4, '0')}.copy.gz`

export const mediaName = (file: string): string => `media/${file}`

/**
 * Reads a backup from end to end and compares it with the hashes it holds.
 * @throws StartError if it cannot be read, is damaged, or is of a form that this release does not know
 */
export async function checkArchive(file: string, signal: AbortSignal): Promise<Archive> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(
      say({
        da: `${file} kan ikke læses (${error.code}).`,
        en: `${file} cannot be read (${error.code}).`,
      }),
    )
  })
  try {
    const { manifest, entries } = await readAll(file, handle, signal)
    const bytes = (await handle.stat()).size
    return {
      manifest,
      bytes,
      read(name) {
        const entry = entries.get(name)
        if (!entry) throw damaged(file, `${name} is missing`)
        return bytesOf(file, entry)
      },
    }
  } finally {
    await handle.close()
  }
}

async function readAll(file: string, handle: FileHandle, signal: AbortSignal) {
  const entries = new Map<string, Entry>()
  const hashes: string[] = []
  let sums: string | null = null
  try {
    for await (const entry of entriesOf(handle)) {
      signal.throwIfAborted()
      if (entry.name === SUMS) sums = await text(bytesOf(file, entry))
      else hashes.push(`${await hashOf(file, entry)}  ${entry.name}\n`)
      entries.set(entry.name, entry)
    }
  } catch (error) {
    signal.throwIfAborted()
    throw damaged(file, error instanceof Error ? error.message : String(error))
  }
  if (sums === null) throw damaged(file, `${SUMS} is missing`)
  if (sums !== hashes.join('')) throw damaged(file, 'its hashes differ')
  const entry = entries.get(MANIFEST)
  if (!entry) throw damaged(file, `${MANIFEST} is missing`)
  const told = JSON.parse(await text(bytesOf(file, entry))) as { format?: unknown; release?: unknown }
  if (told.format !== FORMAT) {
    const release = String(told.release)
    throw new StartError(
      say({
        da: `${file} er lavet af udgave ${release} i et format, som denne udgave ikke kender: brug udgave ${release}.`,
        en: `${file} was made by release ${release} in a format that this release does not know: use release ${release}.`,
      }),
    )
  }
  return { manifest: manifestSchema.parse(told), entries }
}

function bytesOf(file: string, { offset, size }: Entry): Readable {
  // A stream of a file has at least one byte between its ends.
  return size === 0 ? Readable.from([]) : createReadStream(file, { start: offset, end: offset + size - 1 })
}

async function hashOf(file: string, entry: Entry): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of bytesOf(file, entry) as AsyncIterable<Buffer>) {
    hash.update(bytes)
    size += bytes.length
  }
  if (size < entry.size) throw new Error('it ends too early')
  return hash.digest('hex')
}

function damaged(file: string, why: string): StartError {
  return new StartError(
    say({
      da: `${file} er beskadiget eller ikke en sikkerhedskopi (${why}). Intet er ændret.`,
      en: `${file} is damaged or no backup (${why}). Nothing was changed.`,
    }),
  )
}
