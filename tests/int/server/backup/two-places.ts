import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeBackup } from '../../../../src/server/backup/make-backup.ts'
import { checkArchive } from '../../../../src/server/backup/file/archive.ts'
import { restoreBackup } from '../../../../src/server/backup/restore-backup.ts'
import { runSetup } from '../../../../src/server/setup/run-setup.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { freshDatabase } from '../../fresh-database.ts'

export const never = new AbortController().signal

/** A database of the test's own, at first empty, and a data folder. */
export async function openPlace() {
  const database = await freshDatabase()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'place-'))
  const mediaFolder = path.join(dataDir, 'media')
  return {
    url: database.url,
    dataDir,
    mediaFolder,
    /** A file of media, and the document that names it. */
    async addFile(name: string, bytes: Buffer | string): Promise<void> {
      mkdirSync(mediaFolder, { recursive: true })
      writeFileSync(path.join(mediaFolder, name), bytes)
      await sql(database.url, `INSERT INTO media (alt, filename) VALUES ('et billede', $1)`, [name])
    },
    backup: (file: string, progress: (bytes: number) => void = () => {}) =>
      makeBackup({ databaseUrl: database.url, mediaFolder, file, progress, signal: never }),
    async restore(file: string, signal = never, progress: (words: string) => void = () => {}): Promise<void> {
      process.env.DATABASE_URL = database.url
      process.env.PAYLOAD_SECRET = 'only for this test, and long enough'
      const archive = await checkArchive(file, never)
      await restoreBackup({ archive, databaseUrl: database.url, dataDir, progress, signal })
    },
    /** What a file of media holds. */
    read: (name: string) => readFileSync(path.join(mediaFolder, name)),
    async drop(): Promise<void> {
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Fills a place with the first content; the CMS of this process uses it from then on. */
export async function fillPlace({ url, dataDir }: { url: string; dataDir: string }): Promise<void> {
  Object.assign(process.env, {
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'only for this test, and long enough',
    ADMIN_EMAIL: 'redaktion@example.dk',
    ADMIN_PASSWORD: 'en-lang-adgangskode-til-test',
  })
  await runSetup({ databaseUrl: url, dataDir, progress: () => {}, signal: never })
}

/** All rows of all tables in all schemas but those named, in a form and an order that two databases share. */
export async function rowsOf(url: string, except: string[]): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>(
    url,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname !~ '^pg_|^information_schema$' AND format('%s.%s', schemaname, tablename) <> ALL ($1) ORDER BY name`,
    [except],
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await sql<{ row: string }>(
      url,
      `SELECT t::text AS row FROM ${name} AS t ORDER BY t::text COLLATE "C"`,
    )
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

export const sequencesOf = (url: string) =>
  sql(
    url,
    `SELECT schemaname, sequencename, last_value::text FROM pg_sequences
     WHERE last_value IS NOT NULL ORDER BY 1, 2`,
  )
