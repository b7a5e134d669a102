import { afterAll, beforeAll, inject } from 'vitest'
import { ownDatabase } from '../../databases.ts'
import { logIn } from './admin.ts'
import { type RunningSite, startSite } from './start-site.ts'

type OwnSite = RunningSite & { databaseUrl: string; admin: Awaited<ReturnType<typeof logIn>> }

/**
 * A site for the tests of one file, with the first content in a database of its own unless `DATABASE_URL` names one,
 * and its administrator logged in. What is answered is filled in before the first test, and before a `beforeAll` that
 * is written after the call.
 */
export function useOwnSite(environment: Record<string, string>): OwnSite {
  const own = {} as OwnSite
  let database: Awaited<ReturnType<typeof ownDatabase>> | undefined

  beforeAll(async () => {
    if (!environment.DATABASE_URL) database = await ownDatabase(inject('siteDatabaseUrl'))
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
