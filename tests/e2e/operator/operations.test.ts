import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { findFreePort, isPortFree } from '../../../src/server/machine/ports.ts'
import { ownDatabase } from '../../databases.ts'
import { logIn } from '../tools/admin.ts'
import { PRESS } from '../tools/page-kinds.ts'
import { sql } from '../tools/sql.ts'
import { isRunning, postmasterPid } from '../../tools/processes.ts'
import { runStart, startSite } from '../tools/start-site.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'operations-'))
// Run by root, PostgreSQL works as another user, who must come through here.
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true, force: true }))

function folder(name: string): string {
  const made = path.join(root, name)
  mkdirSync(made)
  return made
}

const textAt = async (url: string) => (await fetch(url)).text()

/** Runs a start that must fail; answers its code and what it says of the failure. */
async function failingStart(
  environment: Record<string, string>,
): Promise<{ code: number | null; lines: string[] }> {
  const dataDir = environment.DATA_DIR ?? mkdtempSync(path.join(root, 'failing-'))
  const run = runStart({ PORT: String(await findFreePort()), ...environment, DATA_DIR: dataDir })
  const code = await run.ended
  const lines = run.lines().filter(({ level }) => level !== 'info')
  for (const { level, event } of lines) expect([level, event]).toEqual(['fatal', 'start-failed'])
  return { code, lines: lines.map(({ msg }) => msg) }
}

test.for<[name: string, value: string, hint: RegExp]>([
  ['PORT', '80000', /helt tal fra 1 til 65535/],
  ['PORT', 'tre', /for eksempel 3000/],
  ['HOST', 'http://localhost', /maskinens adresser/],
  ['SITE_CLOCK', 'i morgen', /skriv et tidspunkt/],
  ['SITE_CLOCK', '2026-12-24T14:59:50', /\+01:00/],
  ['SITE_URL', 'www.aalborg.dk', /https:/],
  ['SITE_URL', 'https://www.aalborg.dk/sti', /uden sti/],
  ['ADMIN_EMAIL', 'navn', /navn@aalborg.dk/],
  ['ADMIN_PASSWORD', 'kort', /mindst 12 tegn/],
  ['PAYLOAD_SECRET', 'kort', /mindst 32 tegn/],
  ['DATABASE_URL', 'mysql://hemmelig@localhost/x', /postgres:/],
  ['LOG_LEVEL', 'højt', /info/],
  ['TRUST_PROXY', 'ja', /antallet/],
])('%s=%s ends the start with one line that says what to write', async ([name, value, hint]) => {
  const { code, lines } = await failingStart({ [name]: value })
  expect(lines).toEqual([expect.stringMatching(hint)])
  expect(lines[0]).toMatch(new RegExp(`^${name}.* kan ikke bruges: `))
  const isSecret = /PASSWORD|SECRET|DATABASE/.test(name)
  expect(lines[0]?.includes(value)).toBe(!isSecret)
  expect(code).toBe(1)
})

test.for(['127.0.0.1', '::'])('a port that something on %s has already is named', async (host) => {
  const other = net.createServer().listen(0, host)
  await once(other, 'listening')
  const { port } = other.address() as net.AddressInfo
  const { code, lines } = await failingStart({ PORT: String(port) })
  other.close()
  expect(lines).toEqual([
    `PORT: port ${port} er optaget. Stop det andet program, eller sæt PORT til en anden.`,
  ])
  expect(code).toBe(1)
})

test('a database that is not there, not ours or not made is told without its password', async () => {
  const shared = new URL(inject('siteDatabaseUrl'))
  const gone = new URL(shared)
  gone.port = String(await findFreePort())
  const wrong = new URL(shared)
  wrong.password = 'forkert-hemmelighed'
  const missing = new URL(shared)
  missing.pathname = '/findes_ikke'
  for (const { href, password, host } of [gone, wrong, missing]) {
    const { code, lines } = await failingStart({ DATABASE_URL: href })
    expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: databasen på .* svarer ikke/)])
    expect(lines[0]).toContain(host)
    expect(lines[0]).not.toContain(password)
    expect(code).toBe(1)
  }
})

test('a data folder that cannot be written is named', async () => {
  const file = path.join(root, 'a-file')
  writeFileSync(file, '')
  const { code, lines } = await failingStart({ DATA_DIR: path.join(file, 'data') })
  expect(lines).toEqual([expect.stringMatching(/^DATA_DIR: der kan ikke skrives i .*a-file\/data/)])
  expect(code).toBe(1)
})

test('a site lives through a first start, a stop, a restart and a crash with all it has', async () => {
  const dataDir = folder('life')
  const port = await findFreePort()
  const environment = { DATA_DIR: dataDir, PORT: String(port), ADMIN_EMAIL: '', ADMIN_PASSWORD: '' }

  const first = await startSite(environment)
  expect(first.output()).toContain(`Hjemmesiden kører på http://localhost:${port}`)
  // Without a terminal the password is in a file, never in what may be kept as a log.
  const login = path.join(dataDir, 'first-login')
  expect(first.lines().find(({ event }) => event === 'first-login')?.file).toBe(login)
  const [, password = ''] = /Adgangskode: (\S{16,})/.exec(readFileSync(login, 'utf8')) ?? []
  const [, email = ''] = /E-mail: +(\S+)/.exec(readFileSync(login, 'utf8')) ?? []
  for (const secret of [password, email]) expect(first.output()).not.toContain(secret)
  for (const file of ['secret', 'first-login'])
    expect(statSync(path.join(dataDir, file)).mode & 0o777).toBe(0o600)
  const admin = await logIn(first.url, { email, password })
  const { docs } = await admin.call<{ docs: { id: number }[] }>(
    'GET',
    '/press-contacts?where[slug][equals]=line-christensen',
  )
  await admin.call('PATCH', `/press-contacts/${docs[0]?.id}`, { title: 'Gemt før nedbruddet' })
  await vi.waitUntil(async () => (await textAt(first.url + PRESS)).includes('Gemt før nedbruddet'), {
    timeout: 10_000,
  })
  for (let visit = 0; visit < 3; visit++) await textAt(`${first.url}/om-kommunen/organisation`)
  const postgres = postmasterPid(dataDir)
  expect(await first.stop('SIGTERM')).toBe(0)
  expect([isRunning(postgres), await isPortFree(port)]).toEqual([false, true])
  expect(first.output()).not.toMatch(/^\s+at /m)

  const second = await startSite(environment)
  expect(await textAt(second.url + PRESS)).toContain('Gemt før nedbruddet')
  const steps = second.lines().flatMap(({ event, step }) => (event === 'step' ? [step] : []))
  expect(steps).toEqual(['database', 'build', 'content', 'addresses', 'program', 'pages'])
  expect(second.lines().map(({ event }) => event)).not.toContain('first-login')
  // Who finds nothing is shown the pages that most open.
  const main = /<main.*<\/main>/s.exec(await textAt(`${second.url}/soeg?q=qxqxqx`))?.[0]
  expect(main).toContain('href="/om-kommunen/organisation"')
  const orphan = postmasterPid(dataDir)
  expect(await second.stop('SIGKILL')).toBeNull()
  await vi.waitUntil(() => !isRunning(orphan), { timeout: 20_000 })

  const third = await startSite(environment)
  expect(await textAt(third.url + PRESS)).toContain('Gemt før nedbruddet')
  await logIn(third.url, { email, password })
  const last = postmasterPid(dataDir)
  expect(await third.stop('SIGINT')).toBe(0)
  expect([isRunning(last), await isPortFree(port)]).toEqual([false, true])
}, 180_000)

test('a start that is broken off leaves nothing running', async () => {
  const dataDir = folder('broken-off')
  const run = runStart({ PORT: String(await findFreePort()), DATA_DIR: dataDir })
  await vi.waitUntil(() => run.lines().some(({ step }) => step === 'content'), { timeout: 120_000 })
  const postgres = postmasterPid(dataDir)
  run.process.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(isRunning(postgres)).toBe(false)
  expect(run.output()).not.toMatch(/^\s+at /m)
  // And the next one goes on from there.
  const site = await startSite({ DATA_DIR: dataDir })
  expect(await textAt(site.url)).toContain('<h1')
  expect(await site.stop()).toBe(0)
}, 180_000)

test('two servers on one empty database both come up, and a save on one shows on both', async () => {
  const database = await ownDatabase(inject('siteDatabaseUrl'))
  const start = (name: string) => startSite({ DATABASE_URL: database.url, DATA_DIR: folder(name) })
  const [one, other] = await Promise.all([start('one'), start('other')])
  try {
    const [counts] = await sql(
      database.url,
      `SELECT (SELECT count(*)::int FROM users) AS users,
              (SELECT count(*)::int FROM pages WHERE parent_id IS NULL AND slug = 'kontakt') AS pages`,
    )
    expect(counts).toEqual({ users: 1, pages: 1 })
    const logins = [one, other].flatMap((site) => site.lines().filter(({ event }) => event === 'first-login'))
    expect(logins).toHaveLength(1)
    const { call } = await logIn(one.url)
    const { docs } = await call<{ docs: { id: number }[] }>(
      'GET',
      '/press-contacts?where[slug][equals]=line-christensen',
    )
    await call('PATCH', `/press-contacts/${docs[0]?.id}`, { title: 'Gemt på den ene' })
    for (const { url } of [one, other])
      await vi.waitUntil(async () => (await textAt(url + PRESS)).includes('Gemt på den ene'), {
        timeout: 10_000,
      })
  } finally {
    expect(await Promise.all([one.stop(), other.stop()])).toEqual([0, 0])
    await database.drop()
  }
}, 180_000)

test('a second server on the same data folder says who has it', async () => {
  const dataDir = folder('shared')
  const site = await startSite({ DATA_DIR: dataDir })
  const { code, lines } = await failingStart({ DATA_DIR: dataDir })
  expect(lines).toEqual([expect.stringMatching(/En anden server bruger allerede|Another server uses/)])
  expect(code).toBe(1)
  expect(await textAt(site.url)).toContain('<h1')
  await site.stop()
  expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
}, 120_000)
