import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { ADDRESSES, ADMIN } from '../../domain/addresses.ts'
import { type Render, renderOfApp } from '../../web/handover.ts'
import type { App } from '../front/front.ts'
import { inTime } from './in-time.ts'
import type { Log } from '../tell/log.ts'

/**
 * Loads the app's pages, and returns how to ask it for what is stored. A render that takes longer than twenty seconds is
 * given up.
 */
export async function loadRenderer(app: App): Promise<Render> {
  await ask(app, [ADDRESSES.notFound.path], () => Promise.resolve())
  const render = renderOfApp()
  return (asked) => inTime(LONGEST_RENDER, render(asked))
}

/**
 * Loads what is made for each request: the searches, the JSON addresses, the CMS and its admin. Otherwise the first who asks
 * would wait for it; and before the port opens, visitors would.
 * @param turn waits until the visitors leave time
 */
export async function loadRest(
  app: App,
  { turn, signal, log }: { turn: () => Promise<void>; signal: AbortSignal; log: Log },
): Promise<void> {
  const made = Object.values(ADDRESSES).filter(({ answer }) => answer === 'made' || answer === 'api')
  try {
    // The CMS first: what was planned for while no server ran waits for it.
    await ask(app, [ADDRESSES.me.path, ...made.map(({ path }) => path), ADMIN], turn, signal)
    log.debug({ event: 'loaded' }, 'All of the app is loaded')
  } catch (error) {
    if (!signal.aborted)
      log.warn({ event: 'not-loaded', error: String(error) }, 'Not all of the app is loaded')
  }
}

/** Asks the app, past the front, for one address after the other: Next loads what answers an address when it is first asked. */
async function ask(
  app: App,
  paths: readonly string[],
  turn: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const server = http.createServer((request, response) => void app(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    for (const path of paths) {
      await turn()
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        redirect: 'manual',
        signal: signal ?? null,
      })
      await response.arrayBuffer()
    }
  } finally {
    server.close()
    // Those that `fetch` keeps for more.
    server.closeAllConnections()
  }
}

/** Milliseconds. */
const LONGEST_RENDER = 20_000
