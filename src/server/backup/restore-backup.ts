import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { say } from '../tell/language.ts'
import { root } from '../root.ts'
import { SETUP_LOCK } from '../setup/lock.ts'
import { namesOfMigrations } from '../setup/functions.ts'
import { bringUpToDate } from '../setup/run-setup.ts'
import { runNode } from '../machine/run-node.ts'
import { StartError } from '../tell/start-error.ts'
import { type Archive, type Manifest, mediaName } from './file/archive.ts'
import {
  emptyAgain,
  isHalfRestored,
  mark,
  requireEmptyDatabase,
  requireEmptyMedia,
  unmark,
} from './empty-place.ts'
import { nowAndThen } from './now-and-then.ts'
import { releaseVersion } from '../machine/release.ts'
import { connectToCopy } from './snapshot.ts'
import { loadTables } from './tables.ts'

/**
 * Fills an empty database and an empty folder of media from a backup, and brings them up to this release. All or nothing:
 * on an error both are empty again; after a power cut no server starts on the database until it has been restored anew.
 *
 * @param dataDir absolute; its `media` gets the files
 * @param progress gets words for people
 * @throws StartError if there is something already, or this release is too old for the backup; then nothing was touched
 */
export async function restoreBackup(options: {
  archive: Archive
  databaseUrl: string
  dataDir: string
  progress: (words: string) => void
  signal: AbortSignal
}): Promise<void> {
  const { archive, databaseUrl, dataDir, progress, signal } = options
  const { manifest } = archive
  refuseNewer(manifest)
  const mediaFolder = path.join(dataDir, 'media')
  const client = await connectToCopy(databaseUrl)
  try {
    // A server that starts meanwhile waits, and then finds the mark.
    await client.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK])
    requireEmptyMedia(mediaFolder, new Set((await isHalfRestored(client)) ? manifest.media : []))
    await requireEmptyDatabase(client)
    try {
      await mark(client)
      progress(say({ da: 'tabeller', en: 'tables' }))
      await makeTables({ manifest, databaseUrl, dataDir, signal })
      await client.query('BEGIN')
      await loadTables(client, archive, {
        progress: nowAndThen((rows: number) => progress(say({ da: `${rows} rækker`, en: `${rows} rows` }))),
        signal,
      })
      await client.query('COMMIT')
      progress(say({ da: `${manifest.media.length} filer`, en: `${manifest.media.length} files` }))
      await writeMedia(archive, mediaFolder, signal)
      progress(say({ da: 'ajourføring', en: 'bringing up to date' }))
      await client.query('SELECT pg_advisory_unlock($1)', [SETUP_LOCK])
      await bringUpToDate({ databaseUrl, dataDir, progress: () => {}, signal })
      await unmark(client)
    } catch (error) {
      await leaveNothing(client, mediaFolder, manifest)
      throw error
    }
  } finally {
    await client.end().catch(() => {})
  }
}

function refuseNewer({ release, migrations }: Manifest): void {
  const own = releaseVersion()
  const known = new Set(namesOfMigrations())
  const isNewer = release.localeCompare(own, 'en', { numeric: true }) > 0
  if (!isNewer && migrations.every((name) => known.has(name))) return
  throw new StartError(
    say({
      da: `Sikkerhedskopien er lavet af udgave ${release}, og dette er ${own}: brug udgave ${release} eller en nyere.`,
      en: `The backup was made by release ${release}, and this is ${own}: use release ${release} or a newer one.`,
    }),
  )
}

/** Makes the tables as they were: by the migrations that had run. A process of its own does, as it loads the CMS. */
async function makeTables(options: {
  manifest: Manifest
  databaseUrl: string
  dataDir: string
  signal: AbortSignal
}): Promise<void> {
  const { manifest, databaseUrl, dataDir, signal } = options
  const logFile = path.join(dataDir, 'restore.log')
  // Why this condition: docs/decisions/010-what-loads-the-code.md.
  const isDone = await runNode(
    [
      '--conditions=production',
      path.join(root, 'src/server/run.mjs'),
      'backup/make-tables',
      ...manifest.migrations,
    ],
    {
      env: { NODE_ENV: 'production', DATABASE_URL: databaseUrl },
      logFile,
      signal,
    },
  )
  if (isDone) return
  throw new StartError(
    say({
      da: `Tabellerne kunne ikke oprettes: se ${logFile}`,
      en: `The tables could not be made: see ${logFile}`,
    }),
  )
}

async function writeMedia(archive: Archive, folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const file of archive.manifest.media) {
    await pipeline(
      archive.read(mediaName(file)),
      createWriteStream(path.join(folder, path.basename(file)), { mode: 0o600 }),
      { signal },
    )
  }
}

async function leaveNothing(client: Client, mediaFolder: string, { media }: Manifest): Promise<void> {
  try {
    for (const file of media) await rm(path.join(mediaFolder, path.basename(file)), { force: true })
    await client.query('ROLLBACK')
    await emptyAgain(client)
  } catch (error) {
    console.error(
      say({
        da: 'Genindlæsningen blev afbrudt, og databasen kunne ikke tømmes: kør »npm run restore« igen, før hjemmesiden startes.',
        en: 'The restore was broken off, and the database could not be emptied: run `npm run restore` again before you start the site.',
      }),
      error instanceof Error ? error.message : error,
    )
  }
}
