import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { type Answer, restOfCms } from '../rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>
beforeAll(async () => {
  cms = await restOfCms()
})
afterAll(() => cms.drop())

const account = { name: 'Line Jensen', email: 'line.jensen@example.dk', role: 'editor' } as const

/** What was said beside which field. */
const beside = ({ text }: Answer) =>
  (
    JSON.parse(text) as {
      errors?: { data?: { errors: { path: string; label: string; message: string }[] } }[]
    }
  ).errors?.[0]?.data?.errors.map(({ path, label, message }) => [path, label, message])

const hashes = () => sql(cms.url, 'SELECT id, hash, salt FROM users ORDER BY id')

const weak: [unknown, RegExp][] = [
  ['', /^Skriv en adgangskode/],
  [123_456_789_012, /^Skriv en adgangskode/],
  [null, /^Skriv en adgangskode/],
  [['en-lang-adgangskode'], /^Skriv en adgangskode/],
  ['kort-og-god', /^Brug mindst 12 tegn/],
  ['x'.repeat(201), /^Brug højst 200 tegn/],
  ['adgangskode123', /^Den er for let at gætte/],
  ['Aalborg-Kommune-2026', /kommunens navn/],
]

test.for(weak)('%j is refused beside the field, wherever it is set', async ([password, words]) => {
  const before = await hashes()
  const token = 'et-link-der-er-sendt'
  await sql(
    cms.url,
    `UPDATE users SET reset_password_token = '${token}', reset_password_expiration = now() + interval '1 hour' WHERE id = ${cms.editor.id}`,
  )
  const answers = [
    await cms.ask('POST', '/users', { ...account, password }, cms.administrator),
    await cms.ask('PATCH', `/users/${cms.editor.id}`, { password }, cms.administrator),
  ]
  for (const answer of answers)
    expect([answer.status, beside(answer)]).toEqual([
      400,
      [['password', 'Adgangskode', expect.stringMatching(words)]],
    ])
  const reset = await cms.ask('POST', '/users/reset-password', { token, password }, { id: 0, token: '' })
  expect([reset.status, reset.text]).toEqual([400, expect.stringContaining('"path":"password"')])
  // The CMS's own code as well.
  await expect(
    cms.payload.update({ collection: 'users', id: cms.editor.id, data: { password: password as string } }),
  ).rejects.toThrow('Adgangskode')
  expect(await hashes()).toEqual(before)
})

test('an account is not made without a password', async () => {
  const answer = await cms.ask('POST', '/users', account, cms.administrator)
  expect([answer.status, beside(answer)]).toEqual([
    400,
    [['password', 'Adgangskode', 'Skriv en adgangskode.']],
  ])
})

test('the own name and address are no password, also when they are changed with it', async () => {
  for (const change of [
    { name: 'Kirsten Østergård', password: 'kirstenøstergård!!' },
    { email: 'quizmasteren@example.dk', password: 'quizmasteren-2026' },
  ]) {
    const answer = await cms.ask('POST', '/users', { ...account, ...change }, cms.administrator)
    expect([answer.status, beside(answer)?.[0]?.[0]]).toEqual([400, 'password'])
  }
})

test('a link that nobody has sent is told as such, whatever the password', async () => {
  for (const password of ['kort', 'fire-uventede-grønne-lamper']) {
    const answer = await cms.ask(
      'POST',
      '/users/reset-password',
      { token: 'gættet', password },
      { id: 0, token: '' },
    )
    expect([answer.status, answer.text]).toEqual([403, expect.not.stringContaining('tegn')])
  }
})

test('an account from before the rule still logs in, and its other fields can be saved', async () => {
  // Made as by an older release: the password itself is no longer checked.
  const old = await cms.payload.create({
    collection: 'users',
    data: { ...account, email: 'gammel@example.dk', password: 'fire-uventede-grønne-lamper' },
  })
  await sql(
    cms.url,
    // »kort«, in the way of Payload's older releases.
    `UPDATE users SET salt = 'salt', hash = '${await legacyHash('kort', 'salt')}' WHERE id = ${old.id}`,
  )
  const login = await cms.ask(
    'POST',
    '/users/login',
    { email: old.email, password: 'kort' },
    { id: 0, token: '' },
  )
  expect([login.status, login.text]).toEqual([200, login.text])
  const saved = await cms.ask('PATCH', `/users/${old.id}`, { name: 'Nyt navn' }, cms.administrator)
  expect([saved.status, saved.doc.name]).toEqual([200, 'Nyt navn'])
})

async function legacyHash(password: string, salt: string): Promise<string> {
  const { pbkdf2Sync } = await import('node:crypto')
  return pbkdf2Sync(password, salt, 25_000, 512, 'sha256').toString('hex')
}
