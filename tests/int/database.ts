import type { TestProject } from 'vitest/node'
import { temporaryPostgres } from '../databases.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL that runs for as long as the tests do. */
    databaseUrl: string
  }
}

/** One embedded PostgreSQL for all integration tests, gone without a trace after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await temporaryPostgres()
  project.provide('databaseUrl', postgres.url)
  return postgres.remove
}
