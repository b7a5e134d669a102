import type { IncomingMessage } from 'node:http'
import { type AddressKind, ADDRESSES } from '../../domain/addresses.ts'
import { mayScrape } from '../metrics/may-scrape.ts'
import type { FrontOptions } from './front.ts'

/** What the server tells of itself at an address of its own: JSON, or text; null for whoever may not read it. */
export async function ownAnswer(
  kind: AddressKind,
  request: IncomingMessage,
  { state, store, metrics, metricsToken, isDevelopment }: FrontOptions,
): Promise<{ status: number; body: object | string } | null> {
  if (kind === ADDRESSES.live) return { status: 200, body: { status: 'ok' } }
  if (kind === ADDRESSES.metrics) {
    if (!metrics || !mayScrape(request, metricsToken)) return null
    return { status: 200, body: await metrics.read() }
  }
  const { isDatabaseUp, renders, old } = state()
  const isReady = isDevelopment || store().size > 0
  const body = {
    status: isReady ? 'ok' : 'starting',
    database: isDatabaseUp ? 'up' : 'down',
    pages: store().size,
    renders,
    old,
    disk: await metrics?.disk(),
  }
  return { status: isReady ? 200 : 503, body }
}
