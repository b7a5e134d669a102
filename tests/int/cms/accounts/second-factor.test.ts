import { TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>
let environment: { requiresSecondFactor: boolean }
beforeAll(async () => {
  cms = await restOfCms()
  // It reads what the CMS has just been given.
  ;({ environment } = await import('../../../../collections/shared/environment.ts'))
})
afterAll(() => cms.drop())
afterEach(async () => {
  environment.requiresSecondFactor = false
  await sql(
    cms.url,
    'DELETE FROM accounts.totp; DELETE FROM accounts.recovery_codes; DELETE FROM accounts.questions',
  )
})

// As tests/int/cms/rest.ts makes them.
const PASSWORD = 'en-lang-adgangskode'
const EMAIL = 'redaktion@example.dk'
const stranger = { id: 0, token: '' }

type Told = {
  errors?: { message: string; data?: { secondFactor?: { setUp?: { secret: string; address: string } } } }[]
  recoveryCodes?: string[]
}

async function login(more: object = {}, password = PASSWORD) {
  const { status, headers, text } = await cms.ask(
    'POST',
    '/users/login',
    { email: EMAIL, password, ...more },
    stranger,
  )
  const [, token = ''] = /payload-token=([^;]+)/.exec(headers.getSetCookie().join()) ?? []
  return { status, token, told: JSON.parse(text) as Told }
}
const isIn = async (token: string) =>
  (await cms.ask('GET', '/pages?limit=1', undefined, { id: 0, token })).status === 200

/** The code that an app shows, some half minutes from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })

async function change(body: object, token: string) {
  const { status, text } = await cms.ask('PATCH', '/users/second-factor', body, { id: 0, token })
  return {
    status,
    told: JSON.parse(text) as Told & { app?: { secret: string }; newCodes?: string[]; hasApp?: boolean },
  }
}

/** The editor logs in and sets an app up. */
async function withApp() {
  const { token } = await login()
  const begun = await change({ action: 'begin-app', currentPassword: PASSWORD }, token)
  const secret = begun.told.app?.secret ?? ''
  // The step before, so that the next codes are new ones.
  const { status, told } = await change({ action: 'confirm-app', code: codeOf(secret, -1) }, token)
  expect([begun.status, status]).toEqual([200, 200])
  return { token, secret, codes: told.newCodes ?? [] }
}

test('without a second factor a password is enough', async () => {
  const { status, token } = await login()
  expect([status, await isIn(token)]).toEqual([200, true])
})

test('with an app a password alone gets nothing, and a code is taken once', async () => {
  const { secret } = await withApp()
  const alone = await login()
  expect([alone.status, alone.token, alone.told.errors?.[0]?.message]).toEqual([
    401,
    '',
    'Bekræft, at det er dig.',
  ])
  expect(alone.told.errors?.[0]?.data?.secondFactor).toEqual({
    hasApp: true,
    hasRecoveryCodes: true,
    passkey: null,
  })
  for (const code of ['', '000000', '12345', 'abcd-efgh-jkmn', codeOf(secret, 9)]) {
    const { status, token } = await login({ code })
    expect([code, status, token]).toEqual([code, 401, ''])
  }
  const code = codeOf(secret)
  const { status, token } = await login({ code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect([status, await isIn(token)]).toEqual([200, true])
  expect((await login({ code })).status).toBe(401)
  // Nothing of it is told who has not the password.
  const wrong = await login({ code: codeOf(secret, 1) }, 'en-forkert-adgangskode')
  expect([wrong.status, wrong.told.errors?.[0]?.data]).toEqual([401, undefined])
})

test('of many logins with one code, one gets in', async () => {
  const { secret } = await withApp()
  const code = codeOf(secret)
  const all = await Promise.all(Array.from({ length: 5 }, () => login({ code })))
  expect(all.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401])
})

test('a recovery code is used up, and new ones replace them', async () => {
  const { token, codes } = await withApp()
  expect([codes.length, new Set(codes).size]).toEqual([10, 10])
  const [first = '', second = ''] = codes
  expect((await login({ code: first.toUpperCase().replaceAll('-', ' ') })).status).toBe(200)
  expect((await login({ code: first })).status).toBe(401)
  const { told } = await change({ action: 'new-codes', currentPassword: PASSWORD }, token)
  expect((await login({ code: second })).status).toBe(401)
  expect((await login({ code: told.newCodes?.[0] })).status).toBe(200)
})

test('what the database holds tells neither secret nor codes', async () => {
  const { secret, codes } = await withApp()
  const rows = JSON.stringify([
    await sql(
      cms.url,
      "SELECT encode(secret, 'escape') AS s, encode(secret, 'base64') AS b FROM accounts.totp",
    ),
    await sql(cms.url, "SELECT encode(hash, 'escape') AS h FROM accounts.recovery_codes"),
  ])
  for (const hidden of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(rows).not.toContain(hidden)
})

test('setting one up asks for the present password and ends all other sessions', async () => {
  const other = await login()
  const { token } = await login()
  for (const [currentPassword, status] of [
    ['', 400],
    ['en-forkert-adgangskode', 403],
  ] as const)
    for (const body of [
      { action: 'begin-app' },
      { action: 'begin-passkey' },
      { action: 'new-codes' },
      { action: 'drop-app' },
    ])
      expect((await change({ ...body, currentPassword }, token)).status).toBe(status)
  const mine = await withApp()
  expect([await isIn(mine.token), await isIn(token), await isIn(other.token)]).toEqual([true, false, false])
})

test('a link for a new password logs nobody in who has a second factor', async () => {
  const { secret } = await withApp()
  const { email } = { email: EMAIL }
  const link = await cms.payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
  const password = 'fire-uventede-grønne-lamper'
  const answer = await cms.ask('POST', '/users/reset-password', { token: link, password }, stranger)
  const [, token = ''] = /payload-token=([^;]+)/.exec(answer.headers.getSetCookie().join()) ?? []
  expect([answer.status, await isIn(token)]).toEqual([200, false])
  const refreshed = await cms.ask('POST', '/users/refresh-token', {}, { id: 0, token })
  expect(refreshed.status).toBe(403)
  expect((await login({}, password)).status).toBe(401)
  expect((await login({ code: codeOf(secret) }, password)).status).toBe(200)
  await cms.payload.update({
    collection: 'users',
    where: { email: { equals: EMAIL } },
    data: { password: PASSWORD },
  })
})

test('where everybody needs one, whoever has none sets it up before the first session', async () => {
  environment.requiresSecondFactor = true
  const first = await login()
  const { secret = '' } = first.told.errors?.[0]?.data?.secondFactor?.setUp ?? {}
  expect([first.status, first.token, secret.length]).toEqual([401, '', 32])
  // Asked again, it is the same one: the app has it already.
  expect((await login()).told.errors?.[0]?.data?.secondFactor?.setUp?.secret).toBe(secret)
  expect((await login({ code: '123456' })).status).toBe(401)
  const done = await login({ code: codeOf(secret) })
  expect([done.status, await isIn(done.token), done.told.recoveryCodes?.length]).toEqual([200, true, 10])
  expect((await login()).told.errors?.[0]?.data?.secondFactor).toMatchObject({ hasApp: true })
  const dropped = await change({ action: 'drop-app', currentPassword: PASSWORD }, done.token)
  expect([dropped.status, dropped.told.errors?.[0]?.message]).toEqual([
    400,
    'Der skal være mindst én app eller adgangsnøgle. Sæt en anden op først.',
  ])
  expect((await login()).status).toBe(401)
})

test('only an administrator removes what a colleague has lost, and that ends their sessions', async () => {
  const { token } = await withApp()
  const user = cms.editor.id
  const body = { action: 'reset', currentPassword: PASSWORD, user }
  expect((await change(body, token)).status).toBe(403)
  expect((await login()).status).toBe(401)
  const { status } = await cms.ask('PATCH', '/users/second-factor', body, cms.administrator)
  expect([status, await isIn(token), (await login()).status]).toEqual([200, false, 200])
})

test('strangers and nonsense get nothing', async () => {
  expect((await cms.ask('GET', '/users/second-factor', undefined, stranger)).status).toBe(403)
  const { token } = await login()
  for (const body of [
    {},
    { action: 'grab' },
    { action: 'confirm-app', code: '123456' },
    { action: 'confirm-passkey', name: 'x', passkey: {} },
  ])
    expect((await change(body, token)).status).toBe(400)
})
