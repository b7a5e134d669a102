import { setTimeout as delay } from 'node:timers/promises'
import { sql } from '../e2e/tools/sql.ts'
import { databaseDrill } from './tools/database-drill.ts'

const TIMES = 20

export const drill = databaseDrill({
  name: 'connections-cut',
  what: `all connections to PostgreSQL cut ${TIMES} times`,
  async harm({ url }) {
    for (let count = 0; count < TIMES; count++) {
      await sql(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND datname = current_database()`,
      )
      await delay(400)
    }
  },
  most: 10_000,
})
