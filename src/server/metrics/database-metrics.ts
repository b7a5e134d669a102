import { Gauge, type Registry } from 'prom-client'
import type { Database } from '../../database/pool.ts'

/**
 * What the database says of itself: its connections, of all instances, and its size. Returns what asks it; while it does
 * not answer there are no values.
 */
export function databaseMetrics(registry: Registry, database: Database): (isUp: boolean) => Promise<void> {
  const registers = [registry]
  const connections = new Gauge({
    name: 'site_database_connections',
    help: 'Connections to the database of all instances, by what opened them and what they do.',
    labelNames: ['application', 'state'],
    registers,
  })
  const size = new Gauge({
    name: 'site_database_size_bytes',
    help: 'Size of the database.',
    labelNames: ['database'],
    registers,
  })
  const most = new Gauge({
    name: 'site_database_connections_max',
    help: 'Connections that the database allows.',
    labelNames: ['database'],
    registers,
  })

  return async (isUp) => {
    // With a label there is no value before one is set.
    for (const gauge of [connections, size, most]) gauge.reset()
    const { rows } = isUp ? await database.query<Row>(QUERY).catch(() => NO_ANSWER) : NO_ANSWER
    for (const row of rows) {
      connections.set({ application: row.application, state: row.state }, row.count)
      size.set({ database: row.name }, Number(row.size))
      most.set({ database: row.name }, row.most)
    }
  }
}

type Row = { application: string; state: string; count: number; name: string; size: string; most: number }

const NO_ANSWER: { rows: Row[] } = { rows: [] }

const QUERY = `SELECT coalesce(nullif(application_name, ''), 'cms') AS application,
    coalesce(state, 'unknown') AS state, count(*)::int AS count, current_database() AS name,
    pg_database_size(current_database()) AS size, current_setting('max_connections')::int AS most
  FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend'
  GROUP BY 1, 2`
