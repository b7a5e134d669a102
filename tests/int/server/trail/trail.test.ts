import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../../cms/rest.ts'
import { paragraph } from '../../search/content.ts'

// Who did what is written in the transaction that does it, by the name of whoever did it, and not by anybody else.

let cms: Awaited<ReturnType<typeof restOfCms>>
let last = '0'

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

type Event = {
  kind: string
  user_name: string | null
  collection: string | null
  title: string | null
  slug: string | null
  for_administrators: boolean
}

beforeEach(async () => {
  last = (await sql<{ id: string }>(cms.url, 'SELECT coalesce(max(id), 0) AS id FROM trail.events'))[0]!.id
})

const nobody = { id: 0, token: '' }
const EDITOR = 'redaktion@example.dk'

/** What the trail has been told since the test began: `kind collection title (name)`. */
async function told(): Promise<string[]> {
  const events = await sql<Event>(cms.url, `SELECT * FROM trail.events WHERE id > ${last} ORDER BY id`)
  return events.map(({ kind, collection, title, user_name }) =>
    [kind, collection, title, user_name === EDITOR ? null : `(${user_name})`]
      .filter((part) => part !== null)
      .join(' '),
  )
}

async function create(collection: string, data: object, query = ''): Promise<number> {
  const answer = await cms.ask('POST', `/${collection}${query}`, data)
  expect(answer).toMatchObject({ status: 201 })
  return answer.doc.id as number
}

async function patch(collection: string, id: number, data: object, query = '') {
  const answer = await cms.ask('PATCH', `/${collection}/${id}${query}`, data)
  expect(answer).toMatchObject({ status: 200 })
  return answer.doc
}

test('a document from its beginning to its end, with what it was called then', async () => {
  const id = await create('people', { name: 'Ane', _status: 'draft' })
  await patch('people', id, { name: 'Ane Berg' }, '?draft=true')
  await patch('people', id, { _status: 'published' })
  await patch('people', id, { name: 'Ane Dal', _status: 'draft' }, '?draft=true')
  await patch('people', id, { name: 'Ane Dal', _status: 'published' })
  await patch('people', id, { _status: 'draft' })
  await patch('people', id, { name: 'Ane Eg' }, '?draft=true&select[phone]=true')
  expect((await cms.ask('DELETE', `/people/${id}`)).status).toBe(200)
  expect(await told()).toEqual([
    'created people Ane',
    'changed people Ane Berg',
    'published people Ane Berg',
    'changed people Ane Dal',
    'published people Ane Dal',
    'unpublished people Ane Dal',
    'changed people Ane Eg',
    expect.stringMatching(/^deleted people Ane/),
  ])
})

test('what is unpublished after a draft was saved beside it is told as unpublished', async () => {
  const id = await create('people', { name: 'Bo', _status: 'published' })
  await patch('people', id, { name: 'Bo Dam', _status: 'draft' }, '?draft=true')
  await patch('people', id, { _status: 'draft' })
  expect(await told()).toEqual([
    'created people Bo',
    'published people Bo',
    'changed people Bo Dam',
    expect.stringMatching(/^unpublished people Bo/),
  ])
})

test('a page that gets another address or another place is moved, a draft of it is not', async () => {
  const top = await create('pages', { title: 'Øverst', slug: 'oeverst', _status: 'published' })
  const id = await create('pages', { title: 'Side', slug: 'side', _status: 'published' })
  await patch('pages', id, { slug: 'anden', _status: 'draft' }, '?draft=true')
  await patch('pages', id, { slug: 'anden', parent: top, _status: 'published' })
  await patch('pages', id, { title: 'Side 2', _status: 'published' })
  const [row] = await sql<{ _order: string }>(cms.url, `SELECT _order FROM pages WHERE id = ${top}`)
  const ordered = await cms.ask('POST', '/reorder', {
    collectionSlug: 'pages',
    docsToMove: [id],
    newKeyWillBe: 'less',
    orderableFieldName: '_order',
    target: { id: top, key: row!._order },
  })
  expect(ordered).toMatchObject({ status: 200 })
  expect((await told()).slice(4)).toEqual([
    'changed pages Side',
    'published pages Side',
    'moved pages Side',
    'published pages Side 2',
    'moved pages Side 2',
  ])
  const events = await sql<Event>(cms.url, `SELECT * FROM trail.events WHERE id > ${last} ORDER BY id`)
  expect(events.map(({ slug }) => slug).slice(3)).toEqual([
    'side',
    'anden',
    'anden',
    'anden',
    'anden',
    'anden',
  ])
})

test('an earlier version that is restored, of a document and of a global, carries who restored it', async () => {
  const id = await create('people', { name: 'Carl', _status: 'published' })
  await cms.payload.update({ collection: 'people', id, data: { name: 'Carla' } })
  const versions = await cms.payload.findVersions({
    collection: 'people',
    where: { parent: { equals: id } },
    sort: 'id',
  })
  expect(versions.docs.map(({ version }) => version.updatedBy)).toEqual([EDITOR, null])
  const restored = await cms.ask('POST', `/people/versions/${versions.docs[0]!.id}`)
  expect(restored).toMatchObject({ status: 200 })
  expect((await cms.payload.findByID({ collection: 'people', id })).updatedBy).toBe(EDITOR)

  await cms.payload.updateGlobal({ slug: 'labels', data: { overrides: {} } })
  await cms.payload.updateGlobal({ slug: 'labels', data: { overrides: { 'shell.home': 'Start' } } })
  const globals = await cms.payload.findGlobalVersions({ slug: 'labels', sort: 'id' })
  const again = await cms.ask('POST', `/globals/labels/versions/${globals.docs[0]!.id}`)
  expect(again).toMatchObject({ status: 200 })
  expect((await cms.payload.findGlobal({ slug: 'labels' })).updatedBy).toBe(EDITOR)
  const after = await cms.payload.findGlobalVersions({ slug: 'labels', sort: '-id' })
  expect(after.docs.map(({ version }) => version.updatedBy)).toEqual([EDITOR, null, null])
  expect(await told()).toEqual([
    'created people Carl',
    'published people Carl',
    'published people Carla (null)',
    'restored people Carl',
    'changed labels Faste ord (null)',
    'changed labels Faste ord (null)',
    'restored labels Faste ord',
  ])
})

test('who changed something is not taken from outside, and stays when the account goes', async () => {
  const id = await create('people', { name: 'Dora', updatedBy: 'En anden', _status: 'published' })
  const doc = await patch('people', id, { name: 'Dora Ek', updatedBy: 'En anden' })
  expect(doc.updatedBy).toBe(EDITOR)
  const account = {
    email: 'kort@example.dk',
    role: 'editor',
    name: 'Kort Tid',
    password: 'en-lang-adgangskode',
  } as const
  const { id: user } = await cms.payload.create({ collection: 'users', data: account })
  const { headers } = await cms.ask('POST', '/users/login', account, nobody)
  const [, token = ''] = /payload-token=([^;]+)/.exec(headers.getSetCookie().join()) ?? []
  await cms.ask('PATCH', `/people/${id}`, { name: 'Dora Fyr' }, { id: user, token })
  await cms.payload.delete({ collection: 'users', id: user })
  const versions = await cms.payload.findVersions({
    collection: 'people',
    where: { parent: { equals: id } },
    sort: 'id',
  })
  expect(versions.docs.map(({ version }) => version.updatedBy)).toEqual([EDITOR, EDITOR, 'Kort Tid'])
  expect(await told()).toContain('published people Dora Fyr (Kort Tid)')
})

test('many documents at once are told one by one, and none if one of them is refused', async () => {
  const ids = [
    await create('pejlemaerker', { title: 'Et', body: paragraph('x'), _status: 'published' }),
    await create('pejlemaerker', { title: 'To', body: paragraph('x'), _status: 'published' }),
  ]
  const where = ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&')
  expect((await cms.ask('PATCH', `/pejlemaerker?${where}`, { body: paragraph('y') })).status).toBe(200)
  expect((await told()).slice(4)).toEqual(['published pejlemaerker Et', 'published pejlemaerker To'])

  const used = await create('contact-boxes', { name: 'Brugt', slug: 'brugt', _status: 'published' })
  const free = await create('contact-boxes', { name: 'Fri', slug: 'fri', _status: 'published' })
  const blocks = [{ blockType: 'contactBoxes', which: 'chosen', boxes: [used] }]
  await create('pages', { title: 'Bruger', slug: 'bruger', blocks, _status: 'published' })
  const before = await told()
  const both = `where[id][in][0]=${free}&where[id][in][1]=${used}`
  expect((await cms.ask('DELETE', `/contact-boxes?${both}`)).status).toBeGreaterThanOrEqual(400)
  expect(await told()).toEqual(before)
})

test('a save that fails is not told, whenever it fails', async () => {
  const id = await create('people', { name: 'Eva', _status: 'published' })
  const before = await told()
  expect((await cms.ask('PATCH', `/people/${id}`, { name: '' })).status).toBe(400)
  // After the trail has been written: the transaction is what undoes it.
  await sql(
    cms.url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
     CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON people DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION refuse()`,
  )
  const answer = await cms.ask('PATCH', `/people/${id}`, { name: 'Eva Ny' })
  await sql(cms.url, 'DROP FUNCTION refuse CASCADE')
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await told()).toEqual(before)
})

test('who logs out, and who does not know the password of their own account, is told to administrators', async () => {
  const email = 'gaar@example.dk'
  const data = { email, role: 'editor', name: 'Går', password: 'en-lang-adgangskode' } as const
  await cms.payload.create({ collection: 'users', data })
  const { headers } = await cms.ask('POST', '/users/login', data, nobody)
  const [, token = ''] = /payload-token=([^;]+)/.exec(headers.getSetCookie().join()) ?? []
  const { id } = (await cms.payload.find({ collection: 'users', where: { email: { equals: email } } }))
    .docs[0]!
  const own = { id, token }
  const change = { password: 'en-anden-lang-kode', currentPassword: 'forkert' }
  for (let times = 0; times < 2; times++)
    expect((await cms.ask('PATCH', `/users/${id}`, change, own)).status).toBe(403)
  await expect.poll(told).toContain('password-refused (Går)')
  expect((await cms.ask('POST', '/users/logout', {}, own)).status).toBe(200)
  const events = await sql<Event & { user_name: string }>(
    cms.url,
    `SELECT * FROM trail.events WHERE user_id = ${id}`,
  )
  expect(
    events.map(({ kind, user_name, for_administrators }) => [kind, user_name, for_administrators]),
  ).toEqual([
    ['logged-in', 'Går', true],
    ['password-refused', 'Går', true],
    ['logged-out', 'Går', true],
  ])
})

test('logins, failed ones, and accounts are told to administrators', async () => {
  const login = (email: string, password: string) =>
    cms.ask('POST', '/users/login', { email, password }, nobody)
  expect((await login(EDITOR, 'en-lang-adgangskode')).status).toBe(200)
  expect((await login(EDITOR, 'forkert')).status).toBe(401)
  await expect.poll(told).toContain('login-failed')
  // A password that was typed as an address is nowhere.
  expect((await login('hemmelig-kode-17', 'x')).status).toBe(401)
  expect((await login('hemmelig-kode-18', 'x')).status).toBe(401)
  expect((await login(EDITOR, 'forkert igen')).status).toBe(401)
  await expect.poll(told).toEqual(['logged-in', 'login-failed', 'login-failed (null)'])
  await cms.payload.update({ collection: 'users', id: cms.editor.id, data: { role: 'editor' } })
  expect(await told()).toEqual([
    'logged-in',
    'login-failed',
    'login-failed (null)',
    `changed users ${EDITOR} (null)`,
  ])
  const events = await sql<Event>(cms.url, `SELECT * FROM trail.events WHERE id > ${last}`)
  expect(events.every((event) => event.for_administrators)).toBe(true)
  expect(JSON.stringify(events)).not.toMatch(/hemmelig|127\.0/)
})
