import { once } from 'node:events'
import { startPostgres } from '../../../src/server/postgres/postgres.ts'

// A server for tests to kill: starts PostgreSQL on the folder given, reports its address, stops when told.
const postgres = await startPostgres({ dataDir: process.argv[2] ?? '', tell: () => {} })
process.send?.(postgres.url)
await once(process, 'message')
await postgres.stop()
process.disconnect()
