import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { sql } from '../tools/sql.ts'
import { administrator, runProgram } from '../tools/start-site.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'reset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const site = useOwnSite({})

/** Runs one of the programs as its npm script does; answers its code and its lines. */
const run = (program: string, environment: Record<string, string>, ...args: string[]) =>
  runProgram(program, { DATA_DIR: folder, ...environment }, ...args)

test('a lost password is made anew while the site runs, and who was logged in is logged out', async () => {
  const environment = { DATABASE_URL: site.databaseUrl }
  const me = async (token: string) => {
    const { text } = await ask(site.url, '/api/users/me', { headers: { authorization: `JWT ${token}` } })
    return (JSON.parse(text) as { user?: object | null }).user ?? null
  }
  const { token } = await logIn(site.url)
  expect(await me(token)).not.toBeNull()

  const unknown = await run('setup/reset-admin', environment, 'ukendt@example.dk')
  const told = ({ code, lines }: Awaited<ReturnType<typeof run>>) => ({
    code,
    told: lines.map((line) => (JSON.parse(line) as { msg: string }).msg),
  })
  expect(told(unknown)).toEqual({ code: 1, told: ['Ingen konto har e-mailadressen ukendt@example.dk.'] })

  const reset = await run('setup/reset-admin', environment)
  const file = path.join(folder, 'new-login')
  expect(told(reset)).toEqual({
    code: 0,
    told: [`Den nye adgangskode står i ${file}: slet filen, når den er læst.`],
  })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  // Without SITE_URL nobody can say where that is.
  expect(readFileSync(file, 'utf8')).toMatch(/^Log ind på hjemmesidens \/admin\n/)
  // No password depends on the secret, and a new one would be the site's at its next start.
  expect(existsSync(path.join(folder, 'secret'))).toBe(false)
  const [, password = ''] = /Adgangskode: (\S{16,})/.exec(readFileSync(file, 'utf8')) ?? []
  expect(await me(token)).toBeNull()
  await expect(logIn(site.url)).rejects.toThrow('401')
  await logIn(site.url, { email: administrator.email, password })

  // Who has no administrator left may make one of an account; as long as there is one, an editor stays what they are.
  const role = async () => (await sql<{ role: string }>(site.databaseUrl, 'SELECT role FROM users'))[0]?.role
  // The database keeps the last one, so this is a database that was made before it did.
  await sql(
    site.databaseUrl,
    `ALTER TABLE users DISABLE TRIGGER USER; UPDATE users SET role = 'editor'; ALTER TABLE users ENABLE TRIGGER USER`,
  )
  expect((await run('setup/reset-admin', environment)).lines[0]).toMatch(/"msg":"Der er ingen administrator/)
  expect(await role()).toBe('editor')
  expect((await run('setup/reset-admin', environment, administrator.email)).code).toBe(0)
  expect(await role()).toBe('administrator')
}, 120_000)

test('without the environment of the site a password is not made anew, and nothing is made instead', async () => {
  const DATA_DIR = path.join(folder, 'elsewhere')
  for (const environment of [
    { DATA_DIR, DATABASE_URL: '' },
    { DATA_DIR, DATABASE_URL: site.databaseUrl },
  ]) {
    const { code, lines } = await run('setup/reset-admin', environment)
    expect([code, lines]).toEqual([1, [expect.stringContaining('sæt DATA_DIR og DATABASE_URL')]])
    expect(existsSync(DATA_DIR)).toBe(false)
  }
})
