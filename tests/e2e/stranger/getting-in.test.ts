import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import { beforeAll, expect, test, vi } from 'vitest'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { useBrowser } from '../tools/browser.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { sql } from '../tools/sql.ts'
import { administrator } from '../tools/start-site.ts'

const secret = 'a-secret-that-only-this-test-knows-of'
const own = useOwnSite({ PAYLOAD_SECRET: secret })
const { visit } = useBrowser()
const json = { 'content-type': 'application/json' }

type User = { id: number; email: string; role: string }
const second = { email: 'anden@example.dk', password: 'en-anden-lang-adgangskode', name: 'Anden' }
let chief: number

beforeAll(async () => {
  chief = (await own.admin.call<{ user: User }>('GET', '/users/me')).user.id
})

const request = (headers: Record<string, string>, method = 'POST', path = '/api/preview') =>
  ask(own.url, path, { method, headers: { ...json, ...headers }, ...(method === 'POST' && { body: '{}' }) })

/** A token as the CMS makes them, with something else about it. */
async function token(
  change: { claims?: object; algorithm?: string; key?: string; expires?: string | null } = {},
) {
  const [session] = await sql<{ id: string }>(own.databaseUrl, 'SELECT id FROM users_sessions LIMIT 1')
  const key = createHash('sha256')
    .update(change.key ?? secret)
    .digest('hex')
    .slice(0, 32)
  const made = new SignJWT({ id: chief, collection: 'users', sid: session?.id, ...change.claims })
  if (change.expires !== null) made.setExpirationTime(change.expires ?? '1h')
  return made
    .setProtectedHeader({ alg: change.algorithm ?? 'HS256', authVersion: 1, typ: 'JWT' })
    .sign(Buffer.from(key))
}

test('only a session that we signed, that has not run out and that is not ended lets a body in', async () => {
  const right = await token()
  for (const headers of [{ authorization: `JWT ${right}` }]) expect((await request(headers)).status).toBe(400)
  const unsigned = `${btoa('{"alg":"none"}')}.${right.split('.')[1]}.`
  const wrong = [
    'x',
    unsigned,
    `${right}x`,
    await token({ key: 'another secret' }),
    await token({ algorithm: 'HS384' }),
    await token({ expires: '1 second ago' }),
    await token({ claims: { sid: 'ended' } }),
    await token({ claims: { sid: undefined } }),
    await token({ claims: { sid: 'a\0' } }),
    await token({ expires: null }),
    await token({ claims: { id: chief + 1000 } }),
    await token({ claims: { id: 1e12 } }),
    await token({ claims: { collection: 'pages' } }),
  ]
  for (const [index, value] of wrong.entries()) {
    const ways: Record<string, string>[] = [
      { authorization: `JWT ${value}` },
      { authorization: `Bearer ${value}` },
      { cookie: `payload-token=${value}` },
    ]
    for (const headers of ways) {
      const { status, text } = await request(headers)
      expect([index, status, text]).toEqual([index, 403, expect.stringContaining('Log ind')])
    }
  }
})

test('the browser in which somebody has logged in is known afterwards, whichever form it sends', async () => {
  const { page, context } = await visit('/admin/login', { baseURL: own.url })
  await page.locator('#field-email').fill(administrator.email)
  await page.locator('#field-password').fill(administrator.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
  // What the admin remembers of a list for the first time is stored.
  await page.goto('/admin/collections/people')
  await page.locator('table').first().waitFor()
  const names = (await context.cookies()).map(({ name }) => name)
  await context.close()
  expect(names).toEqual(expect.arrayContaining(['payload-token', 'device']))
})

test('a session that is ended opens nothing any more', async () => {
  const { token: value, call } = await logIn(own.url)
  const headers = { authorization: `JWT ${value}` }
  expect((await request(headers)).status).toBe(400)
  await call('POST', '/users/logout')
  await vi.waitUntil(async () => (await request(headers)).status === 403, { timeout: 10_000, interval: 200 })
})

test('nothing tells a script the token of a session', async () => {
  const login = await request({}, 'GET', '/api/users/me')
  expect(login.text).not.toContain('token')
  const answers = [
    await ask(own.url, '/api/users/login', {
      method: 'POST',
      headers: json,
      body: JSON.stringify(administrator),
    }),
    await request({ authorization: `JWT ${own.admin.token}` }, 'POST', '/api/users/refresh-token'),
    await request({ authorization: `JWT ${own.admin.token}` }, 'GET', '/api/users/me'),
  ]
  for (const { status, text, headers } of answers) {
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    // The three parts of a token, the first of which begins with `{"`.
    expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
  }
})

/** How long the answer to a wrong password takes, in milliseconds. */
const times = async (email: string) => {
  const startedAt = performance.now()
  await ask(own.url, '/api/users/login', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password: 'en forkert adgangskode' }),
  })
  return performance.now() - startedAt
}

test('a wrong password and an unknown name take the same time', async () => {
  for (const email of [administrator.email, 'findes-ikke@example.dk'])
    expect(await times(email)).toBeGreaterThan(495)
})

test('the last administrator can neither go nor give the role away, in any way', async () => {
  const { call, token: value } = own.admin
  const { doc } = await call<{ doc: User }>('POST', '/users', { ...second, role: 'administrator' })
  const other = await logIn(own.url, second)
  const roles = () => sql(own.databaseUrl, "SELECT id FROM users WHERE role = 'administrator'")
  const tryAs = async (token: string, method: string, path: string, body?: object) => {
    const answer = await ask(own.url, `/api${path}`, {
      method,
      headers: {
        ...json,
        authorization: `JWT ${token}`,
        ...(body && { 'content-length': String(JSON.stringify(body).length) }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return [answer.status, answer.text] as const
  }
  // All at once, and each the other at the same moment.
  await tryAs(value, 'DELETE', '/users?where[id][exists]=true')
  expect(await roles()).not.toEqual([])
  await tryAs(value, 'PATCH', '/users?where[id][exists]=true', { role: 'editor' })
  expect(await roles()).not.toEqual([])
  if ((await roles()).length === 2)
    await Promise.all([
      tryAs(value, 'PATCH', `/users/${doc.id}`, { role: 'editor' }),
      tryAs(other.token, 'PATCH', `/users/${chief}`, { role: 'editor' }),
    ])
  expect((await roles()).length).toBeGreaterThan(0)
  await sql(own.databaseUrl, `UPDATE users SET role = 'administrator' WHERE id = ${chief}`)
  await sql(own.databaseUrl, `DELETE FROM users WHERE id <> ${chief}`)
  for (const [method, body] of [['DELETE'], ['PATCH', { role: 'editor' }]] as const) {
    const [status, text] = await tryAs(value, method, `/users/${chief}`, body)
    expect([method, status, text]).toEqual([method, 400, expect.stringContaining('mindst én administrator')])
  }
  expect(await roles()).toEqual([{ id: chief }])
})

test('nobody registers as the first user, also when there is none', async () => {
  const person = JSON.stringify({ ...second, role: 'administrator' })
  const register = async (headers = {}) =>
    (
      await ask(own.url, '/api/users/first-register', {
        method: 'POST',
        headers: { ...json, ...headers },
        body: person,
      })
    ).status
  const ways = [{}, { authorization: 'x' }, { authorization: `JWT ${own.admin.token}` }]
  for (const headers of ways) expect(await register(headers)).toBe(404)
  await sql(own.databaseUrl, 'CREATE TABLE kept AS TABLE users')
  await sql(own.databaseUrl, 'TRUNCATE users CASCADE')
  try {
    for (const headers of ways) expect(await register(headers)).toBe(404)
    expect(await sql(own.databaseUrl, 'SELECT id FROM users')).toEqual([])
  } finally {
    await sql(own.databaseUrl, 'INSERT INTO users SELECT * FROM kept')
    await sql(own.databaseUrl, 'DROP TABLE kept')
  }
  await logIn(own.url)
})

test('of the functions of the admin a browser gets those there are, with a session', async () => {
  const { token: value } = await logIn(own.url)
  const { page, context } = await visit('/', { baseURL: own.url })
  await context.addCookies([{ name: 'payload-token', value, url: own.url, sameSite: 'Lax' }])
  const called = page.waitForRequest(
    (asked) => asked.method() === 'POST' && asked.headers()['next-action'] !== undefined,
  )
  await page.goto(`/admin/collections/people/create`)
  await page.locator('#field-name').fill('Ny')
  const asked = await called
  await context.close()
  const action = asked.headers()['next-action'] ?? ''
  const call = async (name: string, headers: Record<string, string>) =>
    ask(own.url, '/admin', {
      method: 'POST',
      headers: {
        'content-type': 'text/plain;charset=UTF-8',
        'next-action': action,
        accept: 'text/x-component',
        'x-proxy-secret': 'never-told',
        ...headers,
      },
      body: JSON.stringify([{ name, args: {} }]),
    })
  for (const name of ['constructor', 'toString', 'valueOf', '__proto__', 'form-state']) {
    expect([name, (await call(name, {})).status]).toEqual([name, 403])
    expect([name, (await call(name, { cookie: 'payload-token=x' })).status]).toEqual([name, 403])
  }
  const session = { cookie: `payload-token=${value}`, 'sec-fetch-site': 'same-origin', origin: own.url }
  for (const name of ['constructor', 'toString', 'valueOf', '__proto__', 'findes-ikke']) {
    const answer = await call(name, session)
    expect([name, answer.status]).toEqual([name, 200])
    expect(answer.text).not.toMatch(/never-told|cookie/)
  }
  const odd = ['', '{', 'null', '[]', '[null]', '["$Q1"]', '["$0"]', '[{"name":"form-state","args":"$0:0"}]']
  for (const body of odd) {
    const headers = { 'content-type': 'text/plain;charset=UTF-8', 'next-action': action, ...session }
    const { status } = await ask(own.url, '/admin', { method: 'POST', headers, body })
    expect([body, status]).toEqual([body, expect.toSatisfy((s: number) => s < 500)])
  }
})
