import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { findFreePort, isPortFree } from '../../../src/server/machine/ports.ts'
import { familyOf, isRunning, postmasterPid } from '../../tools/processes.ts'
import { runStart, startSite } from '../tools/start-site.ts'

/** One for all, as the first start takes longest. */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'processes-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const until = (what: () => boolean | Promise<boolean>) =>
  vi.waitUntil(what, { timeout: 60_000, interval: 20 })

const START = ['node', 'src/server/run.mjs', 'start/start']
/** A shell that does not hand itself over to its only command. */
const inShell = (command: string): [string, ...string[]] => ['sh', '-c', `${command}; exit $?`]

/** Every process of the site is gone, and so is what they held. */
async function expectAllGone(pids: number[], port: number): Promise<void> {
  await until(() => pids.every((pid) => !isRunning(pid)))
  expect(await isPortFree(port)).toBe(true)
  expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
}

test.for<[name: string, command: [string, ...string[]], signal: NodeJS.Signals]>([
  ['npm', ['npm', 'start'], 'SIGTERM'],
  ['npm, killed', ['npm', 'start'], 'SIGKILL'],
  ['npm in a shell', inShell('npm start'), 'SIGTERM'],
  ['a shell', inShell(START.join(' ')), 'SIGTERM'],
  ['a shell that is killed', inShell(START.join(' ')), 'SIGKILL'],
  ['a session of its own', ['setsid', '--wait', ...START], 'SIGTERM'],
  ['npm within an npm script', ['npm', 'exec', '--', 'npm', 'start'], 'SIGTERM'],
])('ending %s ends everything in good order', { timeout: 180_000 }, async ([, command, signal]) => {
  const port = await findFreePort()
  const run = runStart({ PORT: String(port), DATA_DIR: dataDir, npm_config_loglevel: 'silent' }, command)
  const isListening = () => run.output().includes('"event":"listening"')
  await until(isListening)
  const pids = [...run.output().matchAll(/"pid":(\d+)/g)].map(([, pid]) => Number(pid))
  pids.push(postmasterPid(dataDir))
  expect(pids).toHaveLength(2)
  run.process.kill(signal)
  await run.ended
  await expectAllGone(pids, port)
  expect(run.output()).toContain('"event":"stopped"')
  expect(run.output()).not.toMatch(/"level":"(error|fatal)"/)
})

test.for<[name: string, command: [string, ...string[]], signal: NodeJS.Signals]>([
  ['npm', ['npm', 'run', 'database'], 'SIGTERM'],
  ['npm, killed', ['npm', 'run', 'database'], 'SIGKILL'],
  ['a shell that is killed', inShell('npm run database'), 'SIGKILL'],
])('ending %s ends the database of its own', { timeout: 180_000 }, async ([, command, signal]) => {
  const run = runStart({ DATA_DIR: dataDir, npm_config_loglevel: 'silent' }, command)
  await until(() => run.output().includes('"event":"database-ready"'))
  const pids = [Number(run.lines()[0]?.pid), postmasterPid(dataDir)]
  run.process.kill(signal)
  await run.ended
  await until(() => pids.every((pid) => !isRunning(pid)))
  expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a start that makes its own programs leaves nothing running that made them',
  async () => {
    // Another start that needs them makes them again.
    for (const program of ['start-start', 'serve-serve'])
      rmSync(path.join('node_modules/.site', `${program}.json`), { force: true })
    const site = await startSite({ DATA_DIR: dataDir })
    const commands = familyOf(site.pid).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    expect(await site.stop()).toBe(0)
    expect(commands.filter((command) => command.includes('run.mjs'))).toHaveLength(2)
    expect(commands.filter((command) => command.includes('esbuild'))).toEqual([])
  },
  120_000,
)

test('the port opens before what no page needs is loaded', async () => {
  const site = await startSite({ DATA_DIR: dataDir, LOG_LEVEL: 'debug' })
  const at = (event: string) => site.lines().findIndex((line) => line.event === event)
  await until(() => at('loaded') > 0)
  expect(at('listening')).toBeLessThan(at('loaded'))
  expect(await site.stop()).toBe(0)
}, 120_000)

test('a server that dies is there again, later each time it dies at once; the database stays', async () => {
  const site = await startSite({ DATA_DIR: dataDir })
  const postgres = postmasterPid(dataDir)
  const seen = new Set<number>()
  for (const signal of ['SIGKILL', 'SIGABRT', 'SIGTERM'] as const) {
    const pid = site.serverPid()
    seen.add(pid)
    process.kill(pid, signal)
    await until(() => site.serverPid() !== pid)
    expect((await fetch(site.url)).status).toBe(200)
  }
  expect(seen.size).toBe(3)
  const deaths = site.lines().filter(({ event }) => event === 'child-died')
  expect(deaths.map(({ level, ending, pause_seconds }) => [level, ending, pause_seconds])).toEqual([
    ['error', 'SIGKILL', 0],
    ['error', 'SIGABRT', 1],
    ['error', 'exit 0', 2],
  ])
  expect(postmasterPid(dataDir)).toBe(postgres)
  expect(await site.stop()).toBe(0)
  expect(isRunning(postgres)).toBe(false)
}, 180_000)

test('what node itself writes past everything is a line of the log as well', async () => {
  const site = await startSite({ DATA_DIR: dataDir })
  // Node says that it listens for a debugger, or why it cannot.
  process.kill(site.serverPid(), 'SIGUSR1')
  await until(() => site.lines().some(({ event, from }) => event === 'output' && from === 'server'))
  expect(site.lines().every(({ level, time, msg }) => level && time && typeof msg === 'string')).toBe(true)
  expect(await site.stop('SIGHUP')).toBe(0)
}, 120_000)

test('a server whose keeper is killed ends in good order', async () => {
  const site = await startSite({ DATA_DIR: dataDir })
  const server = site.serverPid()
  expect(await site.stop('SIGKILL')).toBeNull()
  expect(isRunning(server)).toBe(false)
  expect(await isPortFree(Number(new URL(site.url).port))).toBe(true)
  const next = await startSite({ DATA_DIR: dataDir })
  expect((await fetch(next.url)).status).toBe(200)
  expect(await next.stop()).toBe(0)
}, 120_000)

test('the clock of a site runs on when its server is started again', async () => {
  const site = await startSite({ SITE_CLOCK: '2026-12-24T14:59:50+01:00' })
  const clock = async () => Date.parse((await fetch(site.url)).headers.get('date') ?? '')
  const before = await clock()
  const pid = site.serverPid()
  process.kill(pid, 'SIGKILL')
  await until(() => site.serverPid() !== pid)
  expect(await clock()).toBeGreaterThan(before)
  await site.stop()
}, 120_000)

test.runIf(process.platform === 'linux')(
  'at a terminal people read, and nothing is JSON',
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'processes-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const environment = { ...process.env, PORT: String(await findFreePort()), DATA_DIR: folder, LC_ALL: 'C' }
    const terminal = spawn('script', ['-qfec', `exec ${START.join(' ')}`, '/dev/null'], {
      env: { ...environment, DATABASE_URL: '', ADMIN_PASSWORD: '' },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let shown = ''
    terminal.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()))
    await until(() => shown.includes('Stop with Ctrl-C.'))
    expect(shown).toMatch(/▸ Database … done \(\d+\.\d s\)/)
    expect(shown).toMatch(/│ Password: +\S{16,}/)
    expect(existsSync(path.join(folder, 'first-login'))).toBe(false)
    // As a person does it: the terminal sends the signal to all.
    terminal.stdin.write('\u0003')
    const [code] = (await once(terminal, 'exit')) as [number]
    expect(code).toBe(0)
    expect(shown).not.toMatch(/[{}]/)
    expect(existsSync(path.join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false)
    expect(readFileSync(path.join(folder, 'secret'), 'utf8').length).toBeGreaterThan(30)
    // The first content, in which programs of others write to a log, was filled in here.
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    const isOpen = ({ name }: { name: string }) => (statSync(path.join(folder, name)).mode & 0o077) !== 0
    expect(files.map(({ name }) => name)).toContain('setup.log')
    expect(files.filter(isOpen).map(({ name }) => name)).toEqual([])
  },
  120_000,
)
