import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>
beforeAll(async () => {
  cms = await restOfCms()
})
afterAll(() => cms.drop())

// As tests/int/cms/rest.ts makes them.
const PRESENT = 'en-lang-adgangskode'
const NEW = 'fire-uventede-grønne-lamper'
const stranger = { id: 0, token: '' }

const login = async (email: string, password: string) => {
  const answer = await cms.ask('POST', '/users/login', { email, password }, stranger)
  const [, token = ''] = /payload-token=([^;]+)/.exec(answer.headers.getSetCookie().join()) ?? []
  return { id: 0, token }
}
const accounts = () => sql(cms.url, 'SELECT email, hash FROM users ORDER BY id')
const isIn = async (who: { token: string }) =>
  (await cms.ask('GET', '/pages?limit=1', undefined, { id: 0, ...who })).status === 200

const changes = [{ password: NEW }, { email: 'ny@example.dk' }, { email: 'ny@example.dk', password: NEW }]
const wrong: [unknown, number, RegExp][] = [
  [undefined, 400, /^Skriv din nuværende adgangskode/],
  ['', 400, /^Skriv din nuværende adgangskode/],
  [null, 400, /^Skriv din nuværende adgangskode/],
  [[PRESENT], 400, /^Skriv din nuværende adgangskode/],
  ['en-forkert-adgangskode', 403, /^Det er ikke din nuværende/],
  [`${PRESENT} `, 403, /^Det er ikke din nuværende/],
]

test.for(wrong)('with %j nothing is changed', async ([currentPassword, status, words]) => {
  const before = await accounts()
  for (const change of changes)
    for (const who of [cms.editor, cms.administrator]) {
      const answer = await cms.ask('PATCH', `/users/${cms.editor.id}`, { ...change, currentPassword }, who)
      const [error] = (JSON.parse(answer.text) as { errors: { data: { errors: object[] } }[] }).errors
      expect([answer.status, error?.data.errors]).toEqual([
        status,
        [
          {
            path: 'currentPassword',
            label: 'Din nuværende adgangskode',
            message: expect.stringMatching(words) as unknown,
          },
        ],
      ])
    }
  const where = `where[id][equals]=${cms.editor.id}`
  const many = await cms.ask('PATCH', `/users?${where}`, { email: 'ny@example.dk', currentPassword })
  expect(many.status).toBe(status === 400 || status === 403 ? many.status : 0)
  expect(many.status).toBeGreaterThanOrEqual(400)
  expect(await accounts()).toEqual(before)
})

test('a change of something else, or to the same address, asks for none', async () => {
  for (const change of [{ name: 'Kaja' }, { email: 'Redaktion@example.dk ' }]) {
    const answer = await cms.ask('PATCH', `/users/${cms.editor.id}`, change)
    expect([answer.status, answer.text]).toEqual([200, answer.text])
  }
})

test("an administrator's own password changes another's, and ends that account's sessions", async () => {
  const { id } = await cms.payload.create({
    collection: 'users',
    data: { email: 'anders@example.dk', name: 'Anders', role: 'editor', password: PRESENT },
  })
  const session = await login('anders@example.dk', PRESENT)
  const theirs = { password: NEW, currentPassword: 'tre-blå-og-en-gul-lampe' }
  expect((await cms.ask('PATCH', `/users/${id}`, theirs, cms.administrator)).status).toBe(403)
  expect(await isIn(session)).toBe(true)
  const own = { password: NEW, currentPassword: PRESENT }
  expect((await cms.ask('PATCH', `/users/${id}`, own, cms.administrator)).status).toBe(200)
  expect(await isIn(session)).toBe(false)
  expect((await login('anders@example.dk', PRESENT)).token).toBe('')
  expect((await login('anders@example.dk', NEW)).token).not.toBe('')
})

test('a changed password ends the other sessions of the account, and not the one that changed it', async () => {
  const other = await login('redaktion@example.dk', PRESENT)
  const change = { password: NEW, currentPassword: PRESENT }
  const answer = await cms.ask('PATCH', `/users/${cms.editor.id}`, change)
  expect([answer.status, answer.text]).toEqual([200, expect.not.stringContaining(PRESENT)])
  expect([await isIn(other), await isIn(cms.editor)]).toEqual([false, true])
  // What is asked for is the one of now.
  const again = { email: 'kaja@example.dk', currentPassword: PRESENT }
  expect((await cms.ask('PATCH', `/users/${cms.editor.id}`, again)).status).toBe(403)
  const right = { email: 'kaja@example.dk', currentPassword: NEW }
  expect((await cms.ask('PATCH', `/users/${cms.editor.id}`, right)).doc.email).toBe('kaja@example.dk')
})

test('a link by mail and programs of ours need no present password', async () => {
  const token = await cms.payload.forgotPassword({
    collection: 'users',
    data: { email: 'chef@example.dk' },
    disableEmail: true,
  })
  const answer = await cms.ask('POST', '/users/reset-password', { token, password: NEW }, stranger)
  expect([answer.status, answer.text]).toEqual([200, answer.text])
  await cms.payload.update({
    collection: 'users',
    id: cms.administrator.id,
    data: { password: 'en-helt-anden-adgangskode' },
  })
  expect((await login('chef@example.dk', 'en-helt-anden-adgangskode')).token).not.toBe('')
})
