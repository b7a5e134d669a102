import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmLoss, losesContent } from '../../../src/server/setup/confirm-loss.ts'
import { fingerprint } from '../../e2e/tools/sql.ts'
import { migratedCms } from '../fresh-database.ts'
import { runNode } from '../../tools/processes.ts'

// What would drop tables or columns is not done without the database's name typed at a terminal.

const root = path.resolve(import.meta.dirname, '../../..')
const commands = ['migrate:down', 'migrate:fresh', 'migrate:refresh', 'migrate:reset']

let database: Awaited<ReturnType<typeof migratedCms>>
beforeAll(async () => {
  database = await migratedCms()
})
afterAll(() => database.drop())

const run = (...args: string[]) =>
  runNode(args, {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    PAYLOAD_SECRET: 'only for this test, and long enough',
  })

test.for(commands)('`npm run payload -- %s` is refused without a terminal', async (command) => {
  const before = await fingerprint(database.url)
  for (const more of [[], ['--force-accept-warning']]) {
    const { code, output } = await run('src/server/run.mjs', 'setup/payload', command, ...more)
    expect([code, output]).toEqual([1, expect.stringContaining('docs/operating/backup.md') as unknown])
  }
  expect(await fingerprint(database.url)).toEqual(before)
})

test.for(commands)('`npx payload %s` is refused as well', async (command) => {
  const before = await fingerprint(database.url)
  const { code, output } = await run(
    '--conditions=production',
    'node_modules/payload/bin.js',
    command,
    '--force-accept-warning',
  )
  expect([code, output]).toEqual([1, expect.stringContaining('docs/operating/backup.md') as unknown])
  expect(await fingerprint(database.url)).toEqual(before)
})

test('other commands are passed on, and end with what they say', async () => {
  const { code, output } = await run('src/server/run.mjs', 'setup/payload', 'migrate:status')
  expect([code, output]).toEqual([0, expect.stringContaining('20261122_055600_initial') as unknown])
  expect((await run('src/server/run.mjs', 'setup/payload', 'findes-ikke')).code).toBe(1)
})

test('a program that merely stops is no success', async () => {
  const { code } = await run(
    '--import',
    path.join(root, 'src/server/setup/unfinished.mjs'),
    '--input-type=module',
    '--eval',
    'void new Promise(() => {}).then(() => process.exit(0))',
  )
  expect(code).not.toBe(0)
})

test.for([
  ['site', true],
  ['SITE', false],
  ['ja', false],
  ['', false],
])('»%s« typed for the database site: %s', async ([typed, passes]) => {
  const input = new PassThrough()
  const asked = confirmLoss({
    command: 'migrate:down',
    databaseUrl: 'postgres://site:kode@127.0.0.1:5432/site',
    terminal: { input, output: new PassThrough() },
  })
  input.write(`${String(typed)}\n`)
  expect(await asked.then(() => true).catch(() => false)).toBe(passes)
})

test('every form in which such a command can be written is known', () => {
  const lines = [['MIGRATE:DOWN'], ['--cron', 'migrate:fresh'], ['migrate:reset', '--file', 'x']]
  expect(lines.map(losesContent)).toEqual([true, true, true])
  expect(losesContent(['migrate:create', 'down'])).toBe(false)
})
