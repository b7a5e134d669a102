import { existsSync } from 'node:fs'
import { access, link, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'

/**
 * Second names (hard links) for the files of media while a backup runs: a file that an editor deletes meanwhile is still
 * there under its second name. Where the file system has no hard links, the files themselves are read.
 * @param mediaFolder its `.backup` is ours; what an earlier backup left in it is removed
 */
export function mediaLinks(mediaFolder: string) {
  const folder = path.join(mediaFolder, '.backup')
  const placeOf = (file: string) => path.join(folder, file)
  return {
    /** Links all files that have no second name yet. */
    async add(): Promise<void> {
      if (!existsSync(mediaFolder)) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      for (const entry of await readdir(mediaFolder, { withFileTypes: true })) {
        if (!entry.isFile()) continue
        // EEXIST: it has one. ENOENT: just deleted. Else the file system has no links.
        await link(path.join(mediaFolder, entry.name), placeOf(entry.name)).catch(() => {})
      }
    },
    /** Where the file can be read; null if it is not there. */
    async find(file: string): Promise<string | null> {
      for (const place of [placeOf(file), path.join(mediaFolder, file)]) {
        const isThere = await access(place).then(
          () => true,
          () => false,
        )
        if (isThere) return place
      }
      return null
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The names of all files that rows of any collection with uploads name: the files themselves and their sizes. */
export async function namedFiles(client: Client): Promise<string[]> {
  const { rows: columns } = await client.query<{ query: string }>(
    `SELECT format('SELECT %I::text AS file FROM %I.%I', column_name, table_schema, table_name) AS query
     FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name = 'filename' OR column_name LIKE 'sizes\\_%\\_filename')`,
  )
  if (columns.length === 0) return []
  const { rows } = await client.query<{ file: string }>(
    `SELECT file FROM (${columns.map(({ query }) => query).join(' UNION ALL ')}) AS named
     WHERE file <> '' GROUP BY file ORDER BY file COLLATE "C"`,
  )
  return rows.map(({ file }) => file)
}
