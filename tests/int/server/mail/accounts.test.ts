import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../../cms/rest.ts'
import { startMailServer } from './mail-server.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>
let server: Awaited<ReturnType<typeof startMailServer>>
beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'web@example.dk' })
  cms = await restOfCms()
})
afterAll(async () => {
  await cms.drop()
  await server.close()
})

const PASSWORD = 'en-lang-adgangskode'
const NEW = 'fire-uventede-grønne-lamper'
const stranger = { id: 0, token: '' }
const password = { currentPassword: PASSWORD }

let id: number
beforeEach(async () => {
  await sql(cms.url, "DELETE FROM users WHERE email LIKE '%line@example.dk'")
  const data = { email: 'line@example.dk', name: 'Line', role: 'editor', password: PASSWORD } as const
  ;({ id } = await cms.payload.create({ collection: 'users', data }))
  server.mails.length = 0
})

/** To whom mails went, and what they are about. */
const told = () => server.mails.map(({ to, head }) => `${to}: ${subjectOf(head)}`).toSorted()
const subjectOf = (head: string) => {
  const [, subject = ''] = /^Subject: ((?:.|\r\n )*)/m.exec(head) ?? []
  // RFC 2047.
  return subject.replaceAll(/=\?UTF-8\?Q\?(.*?)\?=(\r\n )?/gi, (_, text: string) =>
    decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')),
  )
}
/** To whom mails went, once others that were sent afterwards have arrived: what has not come by then never does. */
async function allTold(): Promise<string[]> {
  for (const number of [1, 2]) {
    await cms.payload.sendEmail({ to: `sidst-${number}@example.dk`, subject: 'Sidst', text: 'Sidst' })
    await expect.poll(() => server.mails.some(({ to }) => to === `sidst-${number}@example.dk`)).toBe(true)
  }
  const lines = told().filter((line) => !line.startsWith('sidst'))
  server.mails.length = 0
  return lines
}

const change = (data: object) => cms.ask('PATCH', `/users/${id}?select[name]=true`, data, cms.administrator)

const forgotten = (email: string) => cms.ask('POST', '/users/forgot-password', { email }, stranger)

test('a forgotten password: one link to who has an account, the same answer to who has none', async () => {
  const known = await forgotten(' Line@Example.dk')
  const unknown = await forgotten('ingen@example.dk')
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  expect(known.status).toBe(200)
  // Asked again at once there is no second one.
  expect((await forgotten('line@example.dk')).text).toBe(known.text)
  await expect.poll(told).toHaveLength(1)
  const { text = '' } = server.mails[0] ?? {}
  expect(await allTold()).toEqual(['line@example.dk: Vælg en ny adgangskode – localhost:3000'])
  const [, token = ''] = /http:\/\/localhost:3000\/admin\/reset\/([\da-f]{40})\r\n/.exec(text) ?? []
  expect(text).toContain('60 minutter')

  const reset = (word: string) =>
    cms.ask('POST', '/users/reset-password', { token, password: word }, stranger)
  expect((await reset('sommerferie2026')).status).toBe(400)
  expect((await reset(NEW)).status).toBe(200)
  expect((await reset('tre-blå-og-en-gul-lampe')).status).toBe(403)
  expect(await allTold()).toEqual(['line@example.dk: Din adgangskode er skiftet – localhost:3000'])
})

test('another address is told to both, another password to all addresses, another name to nobody', async () => {
  expect((await change({ name: 'Line Holm', email: 'line@example.dk' })).status).toBe(200)
  expect(await allTold()).toEqual([])
  expect((await change({ email: 'Ny-line@example.dk', ...password })).status).toBe(200)
  expect(await allTold()).toEqual([
    'line@example.dk: Din konto har fået en anden e-mailadresse – localhost:3000',
    'ny-line@example.dk: Din konto har fået en anden e-mailadresse – localhost:3000',
  ])
  expect((await change({ email: 'line@example.dk', password: NEW, ...password })).status).toBe(200)
  expect(await allTold()).toEqual([
    'line@example.dk: Din adgangskode er skiftet – localhost:3000',
    'line@example.dk: Din konto har fået en anden e-mailadresse – localhost:3000',
    'ny-line@example.dk: Din adgangskode er skiftet – localhost:3000',
    'ny-line@example.dk: Din konto har fået en anden e-mailadresse – localhost:3000',
  ])
})

test('what was not saved is told nobody', async () => {
  expect((await change({ password: NEW })).status).toBe(400)
  expect((await change({ password: 'sommerferie2026', ...password })).status).toBe(400)
  for (const email of ['chef@example.dk', 'ingen-adresse', null, 12, ''])
    expect([email, (await change({ email, ...password })).status]).toEqual([email, 400])
  // Lost at the very end.
  await sql(
    cms.url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'too late'; END $$;
     CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON users DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW WHEN (NEW.email = 'ny-line@example.dk') EXECUTE FUNCTION refuse()`,
  )
  const lost = await change({ email: 'ny-line@example.dk', password: NEW, ...password })
  expect(lost.status).toBeGreaterThanOrEqual(400)
  await sql(cms.url, 'DROP FUNCTION refuse CASCADE')
  expect(await allTold()).toEqual([])
})

test('an account by itself, made or removed, is told nobody', async () => {
  expect((await cms.ask('DELETE', `/users/${id}`, undefined, cms.administrator)).status).toBe(200)
  expect(await allTold()).toEqual([])
})

test('what is changed of the second factor is told to whose it is, and what is only begun is not', async () => {
  const login = await cms.ask(
    'POST',
    '/users/login',
    { email: 'line@example.dk', password: PASSWORD },
    stranger,
  )
  const [, token = ''] = /payload-token=([^;]+)/.exec(login.headers.getSetCookie().join()) ?? []
  await allTold()
  const factor = (data: object, as = { id, token }) => cms.ask('PATCH', '/users/second-factor', data, as)
  const begun = await factor({ action: 'begin-app', ...password })
  expect(await allTold()).toEqual([])
  const { app } = JSON.parse(begun.text) as { app: { secret: string } }
  const code = new TOTP({ secret: app.secret }).generate()
  expect((await factor({ action: 'confirm-app', code })).status).toBe(200)
  const changed = 'line@example.dk: Login i to trin er ændret på din konto – localhost:3000'
  expect(await allTold()).toEqual([changed])
  // A colleague who has lost it all.
  const reset = { action: 'reset', user: id, ...password }
  expect((await factor(reset)).status).toBe(403)
  expect(await allTold()).toEqual([])
  expect((await factor(reset, cms.administrator)).status).toBe(200)
  expect(await allTold()).toEqual([changed])
})
