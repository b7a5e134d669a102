import type { DatabaseAdapterObj } from 'payload'
import { environment } from '../environment.ts'

/**
 * The database adapter without the commands that go back by dropping tables and columns, however they are called. `npm run
 * payload` lets them through when the database's name has been typed (src/server/setup/confirm-loss.ts).
 */
export function keepContent(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  if (environment.databaseUrl && environment.loseContentOf === environment.databaseUrl) return adapter
  return {
    ...adapter,
    init: (args) =>
      Object.assign(adapter.init(args), {
        migrateDown: refuse,
        migrateFresh: refuse,
        migrateRefresh: refuse,
        migrateReset: refuse,
      }),
  }
}

async function refuse(): Promise<never> {
  throw new Error(
    'This would delete content. The way back to an older release is a backup: docs/operating/backup.md.',
  )
}
