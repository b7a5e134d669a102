import { Counter, type MetricObjectWithValues, type MetricValue, type Registry } from 'prom-client'
import { type AddressKind, ADDRESSES } from '../../domain/addresses.ts'

/**
 * Counts answers by kind of address. It is called with each page view, so it adds to plain numbers; what Prometheus reads is
 * made of them when it asks.
 */
export class RequestCounts {
  private readonly reads = new Map(everyKind.map((kind) => [kind, newCounts()]))
  private readonly writes = new Map(everyKind.map((kind) => [kind, newCounts()]))
  private readonly durations = new Map(everyKind.map(({ answer }) => [answer, new Durations()]))

  /** @param status null: the caller went away before the answer was sent @param seconds from the request's head on */
  count(kind: AddressKind, method: string | undefined, status: number | null, seconds: number): void {
    const counts = method === 'GET' || method === 'HEAD' ? this.reads : this.writes
    const row = counts.get(kind)
    if (row) row[outcomeOf(status)] = (row[outcomeOf(status)] ?? 0) + 1
    this.durations.get(kind.answer)?.add(seconds)
  }

  register(registry: Registry): void {
    const registers = [registry]
    const counter = (name: string, help: string, labelNames: string[], collect: (to: Counter) => void) =>
      new Counter({
        name,
        help,
        labelNames,
        registers,
        collect() {
          this.reset()
          collect(this)
        },
      })
    counter('site_requests_total', 'Answers to GET and HEAD.', ['kind', 'status'], (to) =>
      each(this.reads, (kind, status, count) => to.inc({ kind, status }, count)),
    )
    counter('site_writes_total', 'Answers to all other methods, such as saves.', ['kind', 'status'], (to) =>
      each(this.writes, (kind, status, count) => to.inc({ kind, status }, count)),
    )
    counter('site_logins_total', 'Tries to log in.', ['result'], (to) => {
      const counts = this.writes.get(ADDRESSES.login) ?? newCounts()
      for (const [result, outcomes] of Object.entries(LOGINS))
        to.inc(
          { result },
          outcomes.reduce((sum, outcome) => sum + (counts[OUTCOMES.indexOf(outcome)] ?? 0), 0),
        )
    })
    // prom-client's own histogram takes values one by one only.
    const histogram = { name: 'site_request_duration_seconds', get: async () => this.histogram() }
    registry.registerMetric(histogram as unknown as Counter)
  }

  private histogram(): Omit<MetricObjectWithValues<MetricValue<string>>, 'collect'> {
    const name = 'site_request_duration_seconds'
    const values = [...this.durations].flatMap(([answer, { counts, sum }]) => {
      let total = 0
      const buckets = [...BOUNDS, '+Inf'].map((le, index) => {
        total += counts[index] ?? 0
        return { metricName: `${name}_bucket`, labels: { answer, le }, value: total }
      })
      return [
        ...buckets,
        { metricName: `${name}_sum`, labels: { answer }, value: sum },
        { metricName: `${name}_count`, labels: { answer }, value: total },
      ]
    })
    const help = 'Time until an answer was sent; of stored pages, until it was handed to the system.'
    return { name, help, type: 'histogram' as never, values, aggregator: 'sum' }
  }
}

const everyKind = Object.values(ADDRESSES)

/** What an answer was. `aborted`: nobody waited for it. */
const OUTCOMES = ['2xx', '3xx', '4xx', '429', '5xx', 'aborted'] as const

const LOGINS = { accepted: ['2xx'], failed: ['3xx', '4xx', '5xx', 'aborted'], limited: ['429'] } as const

const newCounts = () => new Float64Array(OUTCOMES.length)

function outcomeOf(status: number | null): number {
  if (status === null) return 5
  if (status < 300) return 0
  if (status < 400) return 1
  if (status === 429) return 3
  return status < 500 ? 2 : 4
}

/** Only what has happened: most kinds never see most outcomes. */
function each(
  counts: ReadonlyMap<AddressKind, Float64Array>,
  tell: (kind: string, status: string, count: number) => void,
): void {
  for (const [{ name }, row] of counts)
    for (const [index, status] of OUTCOMES.entries()) if (row[index]) tell(name, status, row[index])
}

/** Seconds. */
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

class Durations {
  readonly counts = new Float64Array(BOUNDS.length + 1)
  sum = 0

  add(seconds: number): void {
    let index = 0
    while (index < BOUNDS.length && seconds > (BOUNDS[index] ?? Infinity)) index++
    this.counts[index] = (this.counts[index] ?? 0) + 1
    this.sum += seconds
  }
}
