import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ownDatabase, temporaryPostgres } from '../databases.ts'
import { logIn } from '../e2e/tools/admin.ts'
import { ask } from '../e2e/tools/ask.ts'
import { fingerprint, sql } from '../e2e/tools/sql.ts'
import { startSite } from '../e2e/tools/start-site.ts'
import { startOtherPostgres } from './tools/other-postgres.ts'

import type { Drill } from './drill.ts'

/** What was seen on one major version of PostgreSQL; a number counts what went wrong. */
type VersionSeen = {
  postgres: string
  failedViews: number
  lostSaves: number
  /** Tables that differ after a backup there and a restore into the embedded PostgreSQL, and the other way round. */
  differing: number
}

/**
 * The site on each major version of PostgreSQL that it says it runs on: it starts, all its pages answer, a save is public;
 * its backup is restored into the embedded version and from there back again.
 */
async function drillVersions(majors: readonly number[]): Promise<VersionSeen[]> {
  const embedded = await temporaryPostgres()
  const seen: VersionSeen[] = []
  try {
    for (const major of majors) {
      const other = await startOtherPostgres(major)
      try {
        seen.push(await tryVersion(other.url, embedded.url))
      } finally {
        other.stop()
      }
    }
  } finally {
    await embedded.remove()
  }
  return seen
}

async function tryVersion(other: string, embedded: string): Promise<VersionSeen> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'versions-'))
  const [old, moved, back] = [await ownDatabase(other), await ownDatabase(embedded), await ownDatabase(other)]
  try {
    const { failedViews, lostSaves } = await useSite(old.url)
    const move = (from: string, to: string, name: string) => {
      const file = path.join(folder, `${name}.tar`)
      run('backup', from, path.join(folder, `from-${name}`), file)
      run('restore', to, path.join(folder, `to-${name}`), file)
    }
    const before = await fingerprint(old.url)
    move(old.url, moved.url, 'forward')
    move(moved.url, back.url, 'back')
    const copies = [await fingerprint(moved.url), await fingerprint(back.url)]
    const differing = copies.flatMap((copy) =>
      Object.keys(before).filter((table) => copy[table] !== before[table]),
    )
    const [version] = await sql<{ text: string }>(old.url, `SELECT current_setting('server_version') AS text`)
    return { postgres: version?.text ?? '', failedViews, lostSaves, differing: differing.length }
  } finally {
    for (const database of [old, moved, back]) await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const drill: Drill = {
  name: 'versions',
  async run() {
    const seen = await drillVersions([15, 16, 17])
    const sum = (of: (one: VersionSeen) => number) => seen.reduce((total, one) => total + of(one), 0)
    return {
      done: `a site on PostgreSQL ${seen.map(({ postgres }) => postgres).join(', ')}, moved to the embedded one and back`,
      failedViews: sum(({ failedViews }) => failedViews),
      lostSaves: sum(({ lostSaves }) => lostSaves),
      recovery: '–',
      promise: {
        text: 'the same rows on each',
        broken: seen
          .filter(({ differing }) => differing > 0)
          .map(({ postgres, differing }) => `${differing} tables differ after PostgreSQL ${postgres}`),
      },
    }
  },
}

/** Runs the site on a database: asks for all its pages and saves one. */
async function useSite(databaseUrl: string): Promise<{ failedViews: number; lostSaves: number }> {
  const site = await startSite({ DATABASE_URL: databaseUrl })
  try {
    const sitemap = await ask(site.url, '/sitemap.xml')
    const paths = [...sitemap.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url = '']) => new URL(url).pathname,
    )
    let failedViews = paths.length === 0 ? 1 : 0
    for (const address of paths) if ((await ask(site.url, address)).status !== 200) failedViews++
    const { call } = await logIn(site.url)
    const [page] = await sql<{ id: number }>(databaseUrl, `SELECT id FROM pages WHERE slug = 'forside'`)
    const title = 'Gemt under prøven'
    await call('PATCH', `/pages/${page?.id}`, { title, _status: 'published' })
    // Answered only when the page that shows it has been made.
    for (let attempt = 0; attempt < 100; attempt++) {
      if ((await ask(site.url, '/')).text.includes(title)) return { failedViews, lostSaves: 0 }
    }
    return { failedViews, lostSaves: 1 }
  } finally {
    await site.stop()
  }
}

function run(program: 'backup' | 'restore', databaseUrl: string, dataDir: string, file: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['src/server/run.mjs', `backup/${program}`, file], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
