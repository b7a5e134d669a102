import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { ownCopy } from '../../databases.ts'
import { logIn } from './admin.ts'
import { administrator, type RunningSite, runProgram, startSite } from './start-site.ts'

type OwnSite = RunningSite & { databaseUrl: string; admin: Awaited<ReturnType<typeof logIn>> }

/**
 * A site for the tests of one file, with the first content in a database of its own unless `DATABASE_URL` names one,
 * and its administrator logged in. What is answered is filled in before the first test, and before a `beforeAll` that
 * is written after the call.
 */
export function useOwnSite(environment: Record<string, string>): OwnSite {
  const own = {} as OwnSite
  let database: Awaited<ReturnType<typeof ownCopy>> | undefined

  beforeAll(async () => {
    if (!environment.DATABASE_URL)
      database = await filledDatabase(inject('siteDatabaseUrl'), environment.SITE_CLOCK)
    const databaseUrl = environment.DATABASE_URL ?? database?.url ?? ''
    Object.assign(own, await startSite({ ...environment, DATABASE_URL: databaseUrl }))
    Object.assign(own, { databaseUrl, admin: await logIn(own.url) })
  })
  afterAll(async () => {
    await own.stop?.()
    await database?.drop()
  })
  return own
}

/**
 * A database of the test's own on this PostgreSQL, as the first start of a site leaves it: with the first content of the
 * year and the administrator.
 *
 * @param clock the site's SITE_CLOCK; now if there is none
 */
export function filledDatabase(server: string, clock = new Date().toISOString()) {
  return ownCopy(server, `filled_${clock.slice(0, 4)}`, async (url) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'set-up-'))
    const { code, lines } = await runProgram('setup/setup', {
      DATABASE_URL: url,
      DATA_DIR: folder,
      PAYLOAD_SECRET: 'only for the set-up',
      NODE_ENV: 'production',
      SITE_CLOCK: clock,
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
    })
    rmSync(folder, { recursive: true })
    if (code !== 0) throw new Error(lines.join('\n'))
  })
}
