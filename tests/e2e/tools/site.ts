import type { TestProject } from 'vitest/node'
import { temporaryPostgres } from '../../databases.ts'
import { startSite } from './start-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string
    siteDatabaseUrl: string
  }
}

/** One site for the tests that only read and edit; those that break things start their own. */
export default async function startSharedSite(project: TestProject) {
  const postgres = await temporaryPostgres()
  const site = await startSite({ DATABASE_URL: postgres.url })
  project.provide('siteUrl', site.url)
  project.provide('siteDatabaseUrl', postgres.url)
  return async () => {
    await site.stop()
    await postgres.remove()
  }
}
