import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../../src/server/postgres/postgres.ts'
import { startSite } from './start-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string
    siteDatabaseUrl: string
  }
}

/** One site for the tests that only read and edit; those that break things start their own. */
export default async function startSharedSite(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'e2e-'))
  const postgres = await startPostgres({ dataDir: folder, tell: () => {} })
  const site = await startSite({ DATABASE_URL: postgres.url, DATA_DIR: path.join(folder, 'site') })
  project.provide('siteUrl', site.url)
  project.provide('siteDatabaseUrl', postgres.url)
  return async () => {
    await site.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
