import { afterAll, beforeAll, expect, test } from 'vitest'
import { restOfCms } from './rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

const contact = (data: object = {}) => ({
  name: 'Anne Hansen',
  title: 'Pressechef',
  phones: [{ number: '25 20 16 20' }],
  _status: 'published',
  ...data,
})

test('two people with one name can both be press contacts, each with an address of its own', async () => {
  const slugs: unknown[] = []
  for (let round = 0; round < 3; round++)
    slugs.push((await cms.ask('POST', '/press-contacts', contact())).doc.slug)
  expect(slugs).toEqual(['anne-hansen', 'anne-hansen-2', 'anne-hansen-3'])
  // What an editor writes is not changed.
  const taken = await cms.ask('POST', '/press-contacts', contact({ slug: 'anne-hansen-2' }))
  expect([taken.status, taken.doc]).toEqual([400, {}])
  // A later save keeps what it has, and one that empties the field gets the same again.
  const { docs } = await cms.payload.find({
    collection: 'press-contacts',
    where: { slug: { equals: 'anne-hansen-2' } },
  })
  const address = `/press-contacts/${docs[0]?.id}`
  expect((await cms.ask('PATCH', address, { title: 'Redaktør' })).doc.slug).toBe('anne-hansen-2')
  expect((await cms.ask('PATCH', address, { name: 'Anne Hansen', slug: '' })).doc.slug).toBe('anne-hansen-2')
})

test('two leaders may have one name', async () => {
  for (let round = 0; round < 2; round++)
    expect((await cms.ask('POST', '/people', { name: 'Anne Hansen', _status: 'published' })).status).toBe(201)
})

test('short numbers are phone numbers of press contacts and contact boxes, and of nobody else', async () => {
  const { doc } = await cms.ask(
    'POST',
    '/press-contacts',
    contact({ name: 'Vagt', phones: [{ number: '18 13' }] }),
  )
  expect(doc).toMatchObject({ phones: [{ number: '1813' }] })
  const box = await cms.ask('POST', '/contact-boxes', { name: 'Alarm', phone: ' 112 ', _status: 'published' })
  expect(box.doc).toMatchObject({ phone: '112' })
  const person = await cms.ask('POST', '/people', { name: 'Leder', phone: '112', _status: 'published' })
  expect([person.status, person.text]).toEqual([400, expect.stringMatching(/er ikke et telefonnummer/)])
  const wrong = await cms.ask('POST', '/contact-boxes', {
    name: 'Forkert',
    phone: '911',
    _status: 'published',
  })
  expect(wrong.text).toMatch(/»911« er ikke et telefonnummer.*eller 112/)
})
