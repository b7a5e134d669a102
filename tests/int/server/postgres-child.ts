import { once } from 'node:events'
import { startPostgres } from '../../../src/server/postgres/postgres.ts'

// A server for tests to kill: starts PostgreSQL on the folder given, reports its address, stops when told.
const [dataDir = '', shared] = process.argv.slice(2)
const postgres = await startPostgres({
  dataDir,
  tell: (line) => process.send?.(line),
  user: shared === 'shared' ? 'database' : 'site',
})
process.send?.(postgres.url)
await once(process, 'message')
await postgres.stop()
process.disconnect()
