import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Database } from '../../database/pool.ts'
import type { AddressKind } from '../../domain/addresses.ts'
import { releaseVersion } from '../machine/release.ts'
import { databaseMetrics } from './database-metrics.ts'
import { type Disk, diskOf } from './disk.ts'
import { RenderTimes } from './render-times.ts'
import { RequestCounts } from './request-counts.ts'
import { createRequestLog } from './request-log.ts'
import type { Log } from '../tell/log.ts'

/** How the site is, at the moment of asking. */
export type SiteState = {
  isDatabaseUp: boolean
  /** How many answers are stored, right or not, and how many of them are not right. */
  stored: number
  old: number
  /** How many of them wait to be made in the background. */
  queued: number
  /** Since the log of changes was last read. */
  listenerSeconds: number
}

/** Everything that is counted and measured; docs/operating/metrics.md lists it. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly counts = new RequestCounts()
  private readonly noteInLog: ReturnType<typeof createRequestLog>
  private readonly askDatabase: (isUp: boolean) => Promise<void>
  private readonly gauges: Record<keyof typeof GAUGES, Gauge>
  readonly renders: RenderTimes

  constructor(
    private readonly options: {
      state: () => SiteState
      database: Database
      dataDir: string
      trustedProxies: number
      /** Milliseconds since 1970 by the site's clock. */
      now: () => number
      log: Log
    },
  ) {
    const { registry } = this
    this.counts.register(registry)
    this.renders = new RenderTimes(registry, options.now)
    this.gauges = Object.fromEntries(
      Object.entries(GAUGES).map(([name, help]) => [name, new Gauge({ name, help, registers: [registry] })]),
    ) as Record<keyof typeof GAUGES, Gauge>
    this.askDatabase = databaseMetrics(registry, options.database)
    this.noteInLog = createRequestLog(options.log)
    const info = { name: 'site_info', help: 'Version of the site and of Node.', registers: [registry] }
    new Gauge({ ...info, labelNames: ['version', 'node'] }).set(
      { version: releaseVersion(), node: process.version },
      1,
    )
    collectDefaultMetrics({ register: registry })
  }

  /** A stored answer that was just sent: by far the most, so it is only counted. @param startedAt by performance.now() */
  noteStored(kind: AddressKind, request: IncomingMessage, response: ServerResponse, startedAt: number): void {
    this.counts.count(kind, request.method, response.statusCode, (performance.now() - startedAt) / 1000)
  }

  /** Gives any other request its id, counts it when it is answered, and writes it into the log if it went wrong. */
  follow(kind: AddressKind, request: IncomingMessage, response: ServerResponse, startedAt: number): void {
    const id = requestId(request, this.options.trustedProxies)
    response.setHeader('X-Request-Id', id)
    let isNoted = false
    const note = (isAnswered: boolean) => {
      if (isNoted) return
      isNoted = true
      const status = isAnswered ? response.statusCode : null
      const seconds = (performance.now() - startedAt) / 1000
      const { method = '' } = request
      this.counts.count(kind, method, status, seconds)
      this.noteInLog({ id, kind, method, status, seconds })
    }
    response.once('close', () => note(response.writableFinished))
    // Of a refusal whose request was not read to its end (gate/bodies.ts).
    response.once('answered', () => note(true))
  }

  /** For /api/health/ready: what may still be written. */
  async disk(): Promise<Pick<Disk, 'freeBytes' | 'full'> | null> {
    const disk = await diskOf(this.options.dataDir)
    return disk && { freeBytes: disk.freeBytes, full: disk.full }
  }

  /** Everything, in the format that Prometheus reads. */
  async read(): Promise<string> {
    const { isDatabaseUp, stored, old, queued, listenerSeconds } = this.options.state()
    const [disk] = await Promise.all([diskOf(this.options.dataDir), this.askDatabase(isDatabaseUp)])
    const values: Record<keyof typeof GAUGES, number> = {
      site_database_up: Number(isDatabaseUp),
      site_change_listener_last_read_seconds: listenerSeconds,
      site_stored_answers: stored,
      site_old_answers: old,
      site_background_queue: queued,
      site_disk_free_bytes: disk?.freeBytes ?? NaN,
      site_disk_size_bytes: disk?.sizeBytes ?? NaN,
    }
    for (const [name, value] of Object.entries(values)) this.gauges[name as keyof typeof GAUGES].set(value)
    return (await this.registry.metrics()).trimEnd()
  }
}

const GAUGES = {
  site_database_up: 'Whether changes of the content are heard of, which needs the database: 1 or 0.',
  site_change_listener_last_read_seconds:
    'Time since the log of changes was last read; each ten seconds it is.',
  site_stored_answers: 'Answers that are stored: pages, redirects, vCards.',
  site_old_answers: 'Addresses whose stored answer is not right, or not made yet.',
  site_background_queue: 'Answers that wait to be made in the background.',
  site_disk_free_bytes: 'What may still be written to the disk of DATA_DIR.',
  site_disk_size_bytes: 'Size of the disk of DATA_DIR.',
}

/** The id that a trusted proxy gave, or a new one. */
function requestId({ headers }: IncomingMessage, trustedProxies: number): string {
  const given = headers['x-request-id']?.toString() ?? ''
  return trustedProxies > 0 && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}
