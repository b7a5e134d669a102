import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tryLock } from '../../../src/server/machine/lock.ts'
import { copyRelease, replacePackage } from '../../tools/release.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'build-'))
const children: ChildProcess[] = []
beforeAll(() => copyRelease(folder, { isBuilt: false }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Stands in for Next, which takes minutes: writes a build as told, and counts its runs. */
const nextThat = (does: string) =>
  replacePackage(folder, 'next', {
    'package.json': '{"name":"next"}',
    'dist/bin/next': `
      const fs = require('node:fs')
      fs.appendFileSync('runs', '.')
      fs.mkdirSync('.next/static', { recursive: true })
      fs.mkdirSync('public/build', { recursive: true })
      fs.writeFileSync('.next/BUILD_ID', 'made')
      fs.writeFileSync('.next/static/a.css', 'p{}')
      fs.writeFileSync('public/build/enhance.js', '1')
      ${does}`,
  })

async function build(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/server/run.mjs', 'build/build'], {
    cwd: folder,
    env: { ...process.env, LANG: 'C', ...environment },
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  const [code] = (await once(child, 'close')) as [number]
  const runs = existsSync(path.join(folder, 'runs'))
    ? readFileSync(path.join(folder, 'runs'), 'utf8').length
    : 0
  rmSync(path.join(folder, 'runs'), { force: true })
  return { code, output, runs }
}

beforeEach(() => {
  rmSync(path.join(folder, '.next'), { recursive: true, force: true })
  nextThat('')
})

/** What is told, in words; throws if a line is no JSON. */
const toldIn = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { msg: string }).msg)

test('what is built is not built again, and a whole start is ready', async () => {
  const first = await build()
  expect(first).toMatchObject({ code: 0, runs: 1 })
  expect(toldIn(first.output).at(-1)).toMatch(/^Built:/)
  const second = await build()
  expect(second).toMatchObject({ code: 0, runs: 0 })
  expect(toldIn(second.output)).toEqual([expect.stringMatching(/^Nothing to build/)])
  const { default: programs } = (await import('../../../src/server/build/programs.json')) as {
    default: string[]
  }
  for (const program of programs)
    expect(existsSync(path.join(folder, `node_modules/.site/${program.replace('/', '-')}.json`))).toBe(true)
})

test.for([
  ['a file of the build is gone', '.next/static/a.css', null],
  ['a file of the build is cut off', '.next/static/a.css', ''],
  ['the list itself is cut off', '.next/whole.json', '{"inputs":'],
  ['the browser script is gone', 'public/build/enhance.js', null],
  ['a source has changed', 'src/domain/changed.ts', 'export const changed = true\n'],
] as const)('%s: it is built again', async ([, file, text]) => {
  await build()
  const place = path.join(folder, file)
  if (text === null) rmSync(place)
  else writeFileSync(place, text)
  expect(await build()).toMatchObject({ code: 0, runs: 1 })
  expect(await build()).toMatchObject({ code: 0, runs: 0 })
})

test('a build that is broken off is not taken for a whole one', async () => {
  await build()
  nextThat(`process.kill(process.ppid, 'SIGKILL')`)
  writeFileSync(
    path.join(folder, 'src/domain/changed.ts'),
    `export const changed = ${process.hrtime.bigint()}n\n`,
  )
  expect((await build()).runs).toBe(1)
  nextThat('')
  expect(await build()).toMatchObject({ code: 0, runs: 1 })
})

test.for([
  [
    'an error',
    `console.log('Error: Cannot find module x'); console.log('    at y'); process.exit(1)`,
    /Cannot find module x/,
  ],
  ['being killed', `process.kill(process.pid, 'SIGKILL')`, /Ended by SIGKILL/],
] as const)('%s is told in one line, with where more stands', async ([, does, line]) => {
  nextThat(does)
  const { code, output, runs } = await build()
  expect([code, runs]).toEqual([1, 2])
  const [last = ''] = toldIn(output).slice(-1)
  expect(last).toMatch(line)
  expect(last).toMatch(/^The pages could not be built.*node_modules\/\.site\/build\.log/)
  expect(output).not.toMatch(/^\s+at /m)
  expect(existsSync(path.join(folder, '.next/whole.json'))).toBe(false)
})

test('nothing is built under a running server', async () => {
  await build()
  const running = await tryLock(path.join(folder, 'node_modules/.site/in-use'))
  expect(await build()).toMatchObject({ code: 0, runs: 0 })
  rmSync(path.join(folder, '.next/static/a.css'))
  const refused = await build()
  expect([refused.code, refused.runs]).toEqual([1, 0])
  expect(refused.output).toMatch(/A server runs from the build.*a\.css is missing/)
  await running?.()
  expect(await build()).toMatchObject({ code: 0, runs: 1 })
})

test('nothing is built under a server of a user who cannot write in the folder', async () => {
  await build()
  rmSync(path.join(folder, '.next/static/a.css'))
  // It holds no lock here; its command line is all that is seen of it.
  const command = [path.join(realpathSync(folder), 'src/server/run.mjs'), 'serve/serve']
  const server = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)', ...command])
  await once(server.stdout, 'data')
  const refused = await build()
  server.kill()
  await once(server, 'exit')
  expect([refused.code, refused.runs]).toEqual([1, 0])
  expect(refused.output).toMatch(/A server runs from the build.*a\.css is missing/)
  expect(await build()).toMatchObject({ code: 0, runs: 1 })
})

test('two builds of one folder do the work once', async () => {
  mkdirSync(path.join(folder, '.next'), { recursive: true })
  const [one, other] = await Promise.all([build(), build()])
  expect([one.code, other.code, one.runs + other.runs]).toEqual([0, 0, 1])
})
