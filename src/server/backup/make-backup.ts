import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Client } from 'pg'
import { now } from '../clock.ts'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'
import {
  type Archive,
  checkArchive,
  FORMAT,
  MANIFEST,
  type Manifest,
  mediaName,
  partName,
  SUMS,
} from './file/archive.ts'
import { mediaLinks, namedFiles } from './media-links.ts'
import { releaseVersion } from '../machine/release.ts'
import { connectToCopy, lockBackup, openSnapshot } from './snapshot.ts'
import { listTables, partsOf, readSequences } from './tables.ts'
import { tarWriter } from './file/tar.ts'

type Options = {
  databaseUrl: string
  mediaFolder: string
  file: string
  progress: (bytes: number) => void
  signal: AbortSignal
}

/**
 * Copies a database and the files of media that it names into one file, while the site runs: all as it was at one instant.
 * The file appears under its name when it is whole and has been read again.
 *
 * @param file that is not there yet; only its owner may read it
 * @param progress gets how much has been written so far, in bytes
 * @returns what is in it; `missing` are the files that a document named although they were not there
 * @throws StartError if the file is there already, or another backup is being made
 */
export async function makeBackup(options: Options): Promise<Pick<Archive, 'manifest' | 'bytes'>> {
  const { databaseUrl, file } = options
  if (existsSync(file)) {
    throw new StartError(
      say({ da: `${file} findes allerede: vælg et andet navn.`, en: `${file} exists: choose another name.` }),
    )
  }
  const client = await connectToCopy(databaseUrl)
  try {
    await lockBackup(client)
    return await makeLocked({ ...options, client })
  } finally {
    await client.end().catch(() => {})
  }
}

/** As `makeBackup`. What an earlier one has left behind is nobody's now, since we hold the lock. */
async function makeLocked(
  options: Options & { client: Client },
): Promise<Pick<Archive, 'manifest' | 'bytes'>> {
  const { client, mediaFolder, file, progress, signal } = options
  const links = mediaLinks(mediaFolder)
  const unfinished = `${file}.part`
  try {
    await links.remove()
    await rm(unfinished, { force: true })
    const media = await openConsistently(client, links)
    await writeAll(unfinished, { client, media, progress, signal })
    await client.query('COMMIT')
    const { manifest, bytes } = await checkArchive(unfinished, signal)
    await rename(unfinished, file)
    return { manifest, bytes }
  } finally {
    await rm(unfinished, { force: true })
    await links.remove()
  }
}

/** Where each file of media can be read, by its name, and those that are nowhere. */
type Media = { places: Map<string, string>; missing: string[] }

/** Opens the snapshot and finds the files that it names; once more where one was replaced just then. */
async function openConsistently(client: Client, links: ReturnType<typeof mediaLinks>): Promise<Media> {
  let before: string | null = null
  for (;;) {
    await links.add()
    await openSnapshot(client)
    await links.add()
    const media: Media = { places: new Map(), missing: [] }
    for (const file of await namedFiles(client)) {
      const place = await links.find(file)
      if (place) media.places.set(file, place)
      else media.missing.push(file)
    }
    const missing = media.missing.join('\n')
    if (missing === '' || missing === before) return media
    before = missing
    await client.query('ROLLBACK')
  }
}

async function writeAll(
  file: string,
  options: { client: Client; media: Media; progress: (bytes: number) => void; signal: AbortSignal },
): Promise<void> {
  const { client, media, progress, signal } = options
  const takenAt = now()
  const handle = await open(file, 'wx', 0o600)
  try {
    const tar = tarWriter(handle, Math.floor(takenAt.epochMilliseconds / 1000))
    const sums: string[] = []
    let bytes = 0
    const add = async (name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>) => {
      signal.throwIfAborted()
      sums.push(`${await tar.add(name, size, content)}  ${name}\n`)
      progress((bytes += size))
    }
    const tables: Manifest['tables'] = []
    for (const table of await listTables(client)) {
      const parts = partsOf(client, table)
      let count = 0
      let next = await parts.next()
      for (; !next.done; next = await parts.next()) {
        await add(partName(table, ++count), next.value.length, [next.value])
      }
      tables.push({ ...table, rows: next.value, parts: count })
    }
    for (const [name, place] of media.places) await addFile(add, mediaName(name), place)
    const manifest = Buffer.from(
      JSON.stringify({
        format: FORMAT,
        release: releaseVersion(),
        takenAt: takenAt.toString(),
        ...(await versions(client)),
        tables,
        sequences: await readSequences(client),
        media: [...media.places.keys()],
        missing: media.missing,
      } satisfies Manifest),
    )
    await add(MANIFEST, manifest.length, [manifest])
    const list = Buffer.from(sums.join(''))
    await tar.add(SUMS, list.length, [list])
    await tar.finish()
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function addFile(
  add: (name: string, size: number, content: AsyncIterable<Buffer>) => Promise<void>,
  name: string,
  place: string,
): Promise<void> {
  const handle = await open(place)
  try {
    const { size } = await handle.stat()
    // No more than the size that the header says, should the file grow meanwhile.
    const content = size === 0 ? [] : handle.createReadStream({ end: size - 1, autoClose: false })
    await add(name, size, content as AsyncIterable<Buffer>)
  } finally {
    await handle.close()
  }
}

async function versions(client: Client): Promise<Pick<Manifest, 'postgres' | 'migrations'>> {
  const { rows } = await client.query<{ postgres: string; migrations: string[] }>(
    `SELECT current_setting('server_version') AS postgres,
            ARRAY(SELECT name FROM payload_migrations WHERE batch > 0 ORDER BY id) AS migrations`,
  )
  const [row] = rows
  if (!row) throw new Error('PostgreSQL did not answer')
  return row
}
