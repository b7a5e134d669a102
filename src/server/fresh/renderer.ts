import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { ADDRESSES } from '../../domain/addresses.ts'
import { type Render, renderOfApp } from '../../web/handover.ts'
import { type App, closeServer } from '../front/front.ts'
import { inTime } from './in-time.ts'

/**
 * Loads the app's pages, and returns how to ask it for what is stored. A render that takes longer than twenty seconds is
 * given up.
 */
export async function loadRenderer(app: App): Promise<Render> {
  // Next loads a page when it is first asked for; the page hands its render over then.
  const server = http.createServer((request, response) => void app(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${ADDRESSES.notFound.path}`)
  await response.arrayBuffer()
  await closeServer(server)
  const render = renderOfApp()
  return (asked) => inTime(LONGEST_RENDER, render(asked))
}

/** Milliseconds. */
const LONGEST_RENDER = 20_000
