import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { migratedCms } from '../fresh-database.ts'

const login = { email: 'line@example.dk', password: 'en-lang-adgangskode-til-test' }
let cms: Awaited<ReturnType<typeof migratedCms>>

beforeAll(async () => {
  cms = await migratedCms()
  await cms.payload.create({
    collection: 'users',
    data: { ...login, name: 'Line', role: 'administrator' },
  })
})
afterAll(() => cms.drop())

/** Asks as a browser does. */
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  handleEndpoints({
    config: cms.payload.config,
    request: new Request(`http://localhost:3000/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  })

/** Resolves to the token, which only the cookie has. */
async function logIn(): Promise<string> {
  const answer = await post('/users/login', login)
  const [, token = ''] = /payload-token=([^;]+)/.exec(answer.headers.getSetCookie().join()) ?? []
  return token
}

const bearing = (token: string) => ({ authorization: `JWT ${token}` })

/** Saves as an editor; answers the status and what it says. */
async function save(token: string, from: string): Promise<[number, string]> {
  const answer = await post('/redirects', { from, url: '/soeg' }, bearing(token))
  return [answer.status, await answer.text()]
}

test('logins of one account at the same time all hold, and one that was ended stays so', async () => {
  const ended = await logIn()
  const before = await sql<{ updated_at: Date }>(cms.url, 'SELECT updated_at FROM users')
  const others = Promise.all([logIn(), logIn(), logIn()])
  await sql(cms.url, 'DELETE FROM users_sessions')
  const tokens = await others
  for (const [index, token] of tokens.entries())
    expect((await save(token, `/samtidig-${index}`))[0]).toBe(201)
  expect((await save(ended, '/slut'))[0]).toBe(403)
  expect(await sql(cms.url, 'SELECT FROM users_sessions')).toHaveLength(tokens.length)
  expect(await sql(cms.url, 'SELECT updated_at FROM users')).toEqual(before)
  await sql(cms.url, `UPDATE users_sessions SET expires_at = now() - interval '1 minute'`)
  await logIn()
  expect(await sql(cms.url, 'SELECT FROM users_sessions')).toHaveLength(1)
})

test('whoever logs out is out, whatever the others of the account do at the same moment', async () => {
  for (let round = 0; round < 3; round++) {
    const tokens = await Promise.all(Array.from({ length: 5 }, logIn))
    const [kept = '', ...left] = tokens
    const answers = await Promise.all([
      ...left.map((token) => post('/users/logout', {}, bearing(token))),
      ...tokens.map((token) => post('/users/refresh-token', {}, bearing(token))),
    ])
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    for (const token of left) expect((await save(token, `/ud-${round}`))[0]).toBe(403)
    expect((await save(kept, `/inde-${round}`))[0]).toBe(201)
    await post('/users/logout?allSessions=true', {}, bearing(kept))
    expect(await sql(cms.url, 'SELECT FROM users_sessions')).toHaveLength(0)
  }
})

test('an account that is saved while its session ends stays logged out', async () => {
  const token = await logIn()
  const [account] = await sql<{ id: number }>(cms.url, 'SELECT id FROM users')
  const data = { name: 'Line Christensen' }
  const saves = Array.from({ length: 4 }, () =>
    cms.payload.update({ collection: 'users', id: account?.id ?? 0, data }),
  )
  await Promise.all([...saves, post('/users/logout', {}, bearing(token))])
  expect(await sql(cms.url, 'SELECT FROM users_sessions')).toHaveLength(0)
})
