import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { afterEach } from 'vitest'
import { closeServer } from '../../../../src/server/front/connections.ts'
import { noFiles } from '../../../../src/server/front/files.ts'
import { type App, createFront, type FrontOptions } from '../../../../src/server/front/front.ts'
import { securityHeaders } from '../../../../src/server/front/headers.ts'
import { createGate, type GateOptions } from '../../../../src/server/front/gate/gate.ts'
import { createRateLimits } from '../../../../src/server/front/gate/rate-limits.ts'
import { sharedHeadersOf, type Store, toStored } from '../../../../src/server/front/store.ts'
import type { Rendered } from '../../../../src/web/handover.ts'

export const servers: http.Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await closeServer(server)
})

export const body = `<!doctype html><title>Pressekontakt</title>${'<p>Rødgrød med fløde på Aalborg Ø</p>'.repeat(50)}`

const sharedHeaders = sharedHeadersOf(securityHeaders('http://localhost:3000').page)

/** Responses that are all right, by path. */
export async function store(pages: Record<string, Partial<Rendered>>): Promise<Store> {
  const entries = Object.entries(pages).map(async ([path, page]) => {
    const rendered: Rendered = {
      status: 200,
      headers: [['Content-Type', 'text/html; charset=utf-8']],
      body,
      tags: new Set(),
      freshUntil: null,
      sides: 1,
      ...page,
    }
    return [path, await toStored(rendered, sharedHeaders)] as const
  })
  const stored = new Map(await Promise.all(entries))
  return {
    current: (path) => stored.get(path),
    get: async (path, side = 1) => stored.get(side === 1 ? path : `${path}?side=${side}`) ?? null,
    find: async (path) => {
      const key = path.toLowerCase().replace(/\/+$/, '') || '/'
      if (stored.has(path)) return { key: path, isElsewhere: false }
      return stored.has(key) ? { key, isElsewhere: true } : null
    },
    size: stored.size,
  }
}

/** A stand-in for the Next app that tells what reached it. */
export const echo: App = (request, response) => {
  response.setHeader('X-Powered-By', 'app')
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ url: request.url, method: request.method, headers: request.headers }))
}

/** A login that the gate takes for one. */
export const session = { cookie: 'payload-token=valid' }

const secret = 'a-secret-for-tests-of-the-front-only'

const gateOf = (options: Partial<GateOptions>) =>
  createGate({
    siteUrl: 'http://localhost:3000',
    secret,
    trustedProxies: 0,
    sessions: { verify: async ({ headers }) => (headers.cookie?.includes(session.cookie) ? 1 : null) },
    limits: createRateLimits({ database: null, secret }),
    loginMilliseconds: 0,
    mailFault: async () => null,
    onNewDevice: () => undefined,
    log: pino({ level: 'silent' }),
    ...options,
  })

export async function site(
  options: Partial<FrontOptions> = {},
  gateOptions: Partial<GateOptions> = {},
): Promise<number> {
  const { siteUrl = 'http://localhost:3000', trustedProxies = 0 } = options
  const stored = await store({
    '/': {},
    '/kontakt': {},
    '/om-kommunen/børn-og-unge': {},
    '/gammel': { status: 308, headers: [['Location', '/kontakt']], body: 'Flyttet' },
    '/ikke-fundet': { status: 404, body: '<h1>Siden findes ikke</h1>' },
  })
  const front = createFront({
    store: () => stored,
    app: echo,
    files: noFiles,
    siteUrl,
    trustedProxies,
    gate: gateOf({ siteUrl, trustedProxies, ...gateOptions }),
    isDevelopment: false,
    traffic: { requests: 0, waiting: 0 },
    state: () => ({ isDatabaseUp: true, renders: 5, old: 0 }),
    log: pino({ level: 'silent' }),
    ...options,
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  servers.push(front)
  return (front.address() as AddressInfo).port
}

type Answer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer; text: string }

/** A request as it is, which fetch would tidy up. */
export async function ask(
  port: number,
  path: string,
  { body, ...options }: http.RequestOptions & { body?: string | Buffer } = {},
): Promise<Answer> {
  const request = http.request({ host: '127.0.0.1', port, path, agent: false, ...options })
  // What is sent to whoever has answered already is lost.
  request.on('error', () => {})
  request.end(body)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  return { status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() }
}
