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

/** Saves as an editor; answers the status and what it says. */
async function save(token: string, from: string): Promise<[number, string]> {
  const answer = await post('/redirects', { from, url: '/kontakt' }, { authorization: `JWT ${token}` })
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
