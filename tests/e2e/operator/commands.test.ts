import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, expect, inject, test } from 'vitest'
import { findFreePort } from '../../../src/server/machine/ports.ts'
import { ownDatabase } from '../../databases.ts'
import { failureOf } from '../../tools/processes.ts'
import { sql } from '../tools/sql.ts'
import { runProgram, runStart } from '../tools/start-site.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs one of the programs as its npm script does; answers its code and its lines. */
const run = (program: string, environment: Record<string, string>, ...args: string[]) =>
  runProgram(program, { DATA_DIR: folder, ...environment }, ...args)

/** A role with nothing but the right to connect, and a database where nobody has any other. */
async function poorDatabase(options = '') {
  const server = inject('siteDatabaseUrl')
  const database = await ownDatabase(server)
  const url = new URL(database.url)
  const name = url.pathname.slice(1)
  if (options) {
    await database.drop()
    await sql(server, `CREATE DATABASE ${name} ${options}`)
  }
  await sql(server, `CREATE ROLE ${name} LOGIN PASSWORD 'fattig-rolle'`)
  url.username = name
  url.password = 'fattig-rolle'
  return {
    name,
    url: url.href,
    asSuperuser: (text: string) => sql(database.url, text),
    remove: async () => {
      await database.drop()
      await sql(server, `DROP ROLE ${name}`)
    },
  }
}

test('check finds what the configuration lacks, all of it, and starts nothing', async () => {
  const other = net.createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as net.AddressInfo
  const { code, lines } = await run('start/check', {
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'højt',
    DATABASE_URL: `postgres://nogen:hemmelig@127.0.0.1:${await findFreePort()}/x`,
    TRUST_PROXY: '1',
    SITE_CLOCK: '2026-12-24T14:59:50+01:00',
    SMTP_URL: `smtp://web:hemmelig@127.0.0.1:${await findFreePort()}?tls=no`,
    MAIL_FROM: 'web@example.dk',
  })
  other.close()
  expect(code).toBe(1)
  expect(lines.filter((line) => line.startsWith('Fejl: '))).toEqual([
    expect.stringMatching(/LOG_LEVEL er "højt"/),
    expect.stringMatching(/PORT: port \d+ er optaget/),
    expect.stringMatching(/DATABASE_URL: databasen på .* svarer ikke/),
    expect.stringMatching(/SMTP_URL: mailserveren lukker os ikke ind \(.*ECONNREFUSED/),
  ])
  const notes = lines.filter((line) => line.startsWith('Bemærk: ')).join('\n')
  expect(notes).toMatch(/SITE_URL er ikke https[\s\S]*SITE_CLOCK er sat/)
  expect(lines.join()).not.toContain('hemmelig')
})

test('check changes nothing, and tells what is nearly one of its variables', async () => {
  const DATA_DIR = path.join(folder, 'not', 'made')
  const { code, lines } = await run('start/check', {
    DATA_DIR,
    PORT: String(await findFreePort()),
    TRUST_PROXIES: '1',
    DATBASE_URL: 'postgres://nogen:hemmelig@127.0.0.1/x',
  })
  expect(code).toBe(0)
  expect(existsSync(path.dirname(DATA_DIR))).toBe(false)
  const notes = lines.filter((line) => line.startsWith('Bemærk: '))
  expect(notes).toEqual(
    expect.arrayContaining([
      'Bemærk: TRUST_PROXIES læses ikke. Er det TRUST_PROXY, der er ment?',
      'Bemærk: DATBASE_URL læses ikke. Er det DATABASE_URL, der er ment?',
      expect.stringMatching(/indbyggede PostgreSQL er 18\.4 og mangler sikkerhedsrettelser/),
    ]),
  )
  expect(notes.filter((line) => / læses ikke/.test(line))).toHaveLength(2)
  expect(lines.join()).not.toContain('hemmelig')
})

test('check tries whether the storage of S3 takes a file', async () => {
  const storagePort = await findFreePort()
  const directory = path.join(folder, 's3')
  const configureBuckets = [{ name: 'filer', configs: [] }]
  const options = { address: '127.0.0.1', port: storagePort, silent: true, directory, configureBuckets }
  const storage = new S3rver(options)
  await storage.run()
  const environment = {
    DATABASE_URL: inject('siteDatabaseUrl'),
    S3_BUCKET: 'filer',
    S3_ENDPOINT: `http://127.0.0.1:${storagePort}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  }
  const told = async (changed: Partial<typeof environment>) => {
    const PORT = String(await findFreePort())
    const { lines } = await run('start/check', { ...environment, ...changed, PORT })
    return lines.filter((line) => /S3|^ +at /.test(line))
  }
  try {
    expect(await told({})).toEqual(['I orden: S3_BUCKET: der kan skrives i "filer".'])
    const list = await (await fetch(`${environment.S3_ENDPOINT}/filer`)).text()
    expect(list).not.toContain('<Key>')
    const bad = /^Fejl: S3_BUCKET: i ".*" kan der ikke skrives og slettes \(\w+\)/
    expect(await told({ S3_BUCKET: 'andre' })).toEqual([expect.stringMatching(bad)])
    expect(await told({ S3_ACCESS_KEY_ID: 'ukendt' })).toEqual([expect.stringMatching(bad)])
    expect(await told({ S3_SECRET_ACCESS_KEY: '' })).toEqual([
      expect.stringMatching(/^Fejl: S3_SECRET_ACCESS_KEY mangler/),
    ])
  } finally {
    await storage.close()
  }
  expect(await told({})).toEqual([expect.stringMatching(/^Fejl: S3_ENDPOINT: http.* svarer ikke \(ECONN/)])
}, 60_000)

test('check says what is fine, in English where that is read', async () => {
  const { code, lines } = await run('start/check', {
    PORT: String(await findFreePort()),
    DATABASE_URL: inject('siteDatabaseUrl'),
    LANG: 'en_GB.UTF-8',
  })
  expect(lines).toEqual(expect.arrayContaining(['Fine: DATABASE_URL: the database answers and can be used.']))
  expect(lines.filter((line) => line.startsWith('Fault'))).toEqual([])
  expect(code).toBe(0)
})

test('a database without rights is told with the SQL that gives them, which works', async () => {
  const database = await poorDatabase()
  try {
    // The faults that SQL for this database mends, in the order told.
    const faults = async () => {
      const { lines } = await run('start/check', {
        PORT: String(await findFreePort()),
        DATABASE_URL: database.url,
      })
      return lines.filter((line) => line.startsWith('Fejl: DATABASE_URL'))
    }
    const found = await faults()
    expect(found).toEqual([
      expect.stringMatching(/må ikke oprette skemaer\. .*GRANT CREATE ON DATABASE/),
      expect.stringMatching(/må ikke oprette tabeller\. .*GRANT USAGE, CREATE ON SCHEMA public/),
      expect.stringMatching(/udvidelsen pg_trgm, fuzzystrmatch\. .*CREATE EXTENSION pg_trgm; CREATE EXT/),
    ])
    // A restore says the same, and a backup what it may not read.
    const backup = path.join(folder, 'backup.tar')
    expect(await run('backup/backup', { DATABASE_URL: inject('siteDatabaseUrl') }, backup)).toMatchObject({
      code: 0,
    })
    const restored = await run('backup/restore', { DATABASE_URL: database.url }, backup)
    expect(restored.code).toBe(1)
    expect(failureOf(restored.lines)).toEqual(found.map((line) => line.replace(/^Fejl: /, '')))
    for (const line of found) await database.asSuperuser(line.replace(/^.*": /, ''))
    expect(await faults()).toEqual([])
    const refused = async () => {
      const target = path.join(folder, 'none.tar')
      const { code, lines } = await run('backup/backup', { DATABASE_URL: database.url }, target)
      return [code, ...failureOf(lines)]
    }
    expect(await refused()).toEqual([1, expect.stringMatching(/ingen hjemmeside i databasen/)])

    await database.asSuperuser('CREATE TABLE payload_migrations (id int, name text, batch int)')
    expect(await refused()).toEqual([1, expect.stringMatching(/^permission denied for table/)])
    expect(await faults()).toEqual([expect.stringContaining('pg_restore --no-owner')])
    await database.asSuperuser(`CREATE ROLE ${database.name}_other`)
    await database.asSuperuser(`ALTER TABLE payload_migrations OWNER TO ${database.name}_other`)
    const [owned = ''] = await faults()
    expect(owned).toContain('REASSIGN OWNED BY')
    await database.asSuperuser(owned.replace(/^.*": /, ''))
    expect(await faults()).toEqual([])
    await database.asSuperuser(`DROP ROLE ${database.name}_other`)

    await database.asSuperuser(`ALTER DATABASE ${database.name} SET default_transaction_read_only = on`)
    const [readOnly = ''] = await faults()
    expect(readOnly).toContain('kan kun læses')
  } finally {
    await database.remove()
  }
}, 120_000)

test('a database in another encoding ends the start with one line', async () => {
  const database = await poorDatabase(
    `ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER 'libc' TEMPLATE template0`,
  )
  try {
    const started = runStart({
      PORT: String(await findFreePort()),
      DATA_DIR: folder,
      DATABASE_URL: database.url,
    })
    expect(await started.ended).toBe(1)
    const [line] = started.lines().filter(({ event }) => event === 'start-failed')
    expect(line?.msg.split('\n')[0]).toMatch(/er i tegnsættet LATIN1, .*ENCODING 'UTF8'/)
  } finally {
    await database.remove()
  }
})

test.runIf(process.platform === 'linux' && spawnSync('unshare', ['-m', 'true']).status === 0)(
  'a full disk ends the start with one line',
  async () => {
    const full = path.join(folder, 'full')
    mkdirSync(full)
    const command = `mount -t tmpfs -o size=8m tmpfs ${full} && exec node src/server/run.mjs start/start`
    const started = runStart({ PORT: String(await findFreePort()), DATA_DIR: full }, [
      'unshare',
      '-m',
      'sh',
      '-c',
      command,
    ])
    expect(await started.ended).toBe(1)
    expect(started.lines().map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/disken med .* er fuld \(\d MB tilbage\)/),
    ])
  },
)
