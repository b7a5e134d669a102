import { afterAll, beforeAll, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { PageTree } from '../../../../src/domain/tree/page-tree.ts'
import { handOver } from '../../../../src/web/handover.ts'
import { restOfCms } from '../rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

async function made(collection: string, data: object): Promise<number> {
  const { doc, text } = await cms.ask('POST', `/${collection}?depth=0`, data)
  if (!doc.id) throw new Error(text)
  return Number(doc.id)
}

test.for([
  ['DELETE', undefined],
  ['PATCH', { role: 'editor' }],
] as const)('%s of many users keeps the last administrator, and says why', async ([method, body]) => {
  const { administrator, payload } = cms
  const { status, message } = await cms.ask(
    method,
    '/users?where[role][equals]=administrator',
    body,
    administrator,
  )
  expect([status, message]).toEqual([400, expect.stringMatching(/mindst én administrator/)])
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { role: { equals: 'administrator' } },
  })
  expect(totalDocs).toBe(1)
})

test('a deletion of many that one cannot stand tells what stands in its way, and deletes none', async () => {
  const hours = await Promise.all(
    ['A', 'B'].map((name) => made('opening-hours', { name, _status: 'published' })),
  )
  const box = await made('contact-boxes', { name: 'Boks', slug: 'boks', _status: 'published' })
  const duty = { contactBox: box, reachable: hours[1], staff: hours[1] }
  const words = {
    heading: 'x',
    staffText: 'x',
    dutyText: 'x',
    closedText: 'x',
    leadLabel: 'x',
    phoneLabel: 'x',
    inDoubt: 'x',
  }
  expect((await cms.ask('POST', '/globals/press-duty', { ...duty, ...words })).status).toBe(200)
  const answer = await cms.ask('DELETE', `/opening-hours?where[id][in]=${hours.join()}`)
  expect([answer.status, answer.message]).toEqual([
    409,
    expect.stringMatching(/»Pressevagt« bruges|»Pressevagt« bruger det/),
  ])
  expect((await cms.payload.count({ collection: 'opening-hours' })).totalDocs).toBe(2)
})

test('a document is opened in nobody else’s name', async () => {
  const page = await made('people', { name: 'Låst', _status: 'published' })
  const { administrator, editor, payload } = cms
  const inNameOf = (value: number | string) => ({
    document: { relationTo: 'people', value: page },
    user: { relationTo: 'users', value },
  })
  const lock = await made('payload-locked-documents', inNameOf(administrator.id))
  const userOfLock = async () => {
    const { user } = await payload.findByID({ collection: 'payload-locked-documents', id: lock, depth: 0 })
    return user.value
  }
  expect(await userOfLock()).toBe(editor.id)
  // Somebody else takes over, as the admin does; not back for them.
  await cms.ask('PATCH', `/payload-locked-documents/${lock}`, inNameOf(administrator.id), administrator)
  expect(await userOfLock()).toBe(administrator.id)
  await cms.ask('PATCH', `/payload-locked-documents/${lock}`, inNameOf(administrator.id))
  expect(await userOfLock()).toBe(editor.id)
})

test('the front page can be neither deleted, hidden nor moved, and everything else be done with it', async () => {
  const front = await made('pages', { title: 'Forside', slug: 'forside', _status: 'published' })
  const other = await made('pages', { title: 'En anden', slug: 'en-anden', _status: 'published' })
  const third = await made('pages', { title: 'En tredje', slug: 'en-tredje', _status: 'published' })
  const all = `where[id][in]=${front},${other}`
  // As it was before it was published, or when it had another address.
  await cms.payload.update({ collection: 'pages', id: front, data: { slug: 'foer', _status: 'draft' } })
  const beside = { title: 'Kladde', slug: 'andet-sted', _status: 'draft' } as const
  await cms.payload.update({
    collection: 'pages',
    id: front,
    data: { slug: 'forside', _status: 'published' },
  })
  await cms.payload.update({ collection: 'pages', id: front, draft: true, data: beside })
  await cms.payload.update({
    collection: 'pages',
    id: front,
    data: { slug: 'forside', _status: 'published' },
  })
  const { docs: versions } = await cms.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: front }, 'version._status': { equals: 'draft' } },
  })
  expect(versions).toHaveLength(2)
  for (const [method, path, body] of [
    ['DELETE', `/pages/${front}`, undefined],
    ['DELETE', `/pages?where[id][equals]=${front}`, undefined],
    ['PATCH', `/pages/${front}`, { _status: 'draft' }],
    ['PATCH', `/pages/${front}?draft=false`, { _status: 'draft', slug: 'andet' }],
    ['PATCH', `/pages/${front}?unpublishAllLocales=true`, { _status: 'draft' }],
    ['PATCH', `/pages?${all}`, { _status: 'draft' }],
    ['PATCH', `/pages/${front}`, { slug: 'gammel' }],
    ['PATCH', `/pages/${front}`, { slug: 'gammel', _status: 'published' }],
    ['PATCH', `/pages/${front}`, { parent: other }],
    ['PATCH', `/pages?where[id][equals]=${front}`, { slug: 'gammel' }],
    ['PATCH', `/pages/${front}?draft=true`, { slug: 'gammel', _status: 'published' }],
    ['PATCH', `/pages/${front}?draft=true`, { parent: other, _status: 'published' }],
    ['PATCH', `/pages?${all}&draft=true`, { parent: third, _status: 'published' }],
  ] as const) {
    const { status, message } = await cms.ask(method, path, body)
    expect([method, path, status, message]).toEqual([
      method,
      path,
      expect.toSatisfy((code: number) => code === 400 || code === 409),
      expect.stringMatching(/^Forsiden kan ikke (slettes|skjules|flyttes)/),
    ])
    expect(await cms.payload.findByID({ collection: 'pages', id: front })).toMatchObject({
      _status: 'published',
      slug: 'forside',
      parent: null,
    })
  }
  // A draft beside what is public, and publishing it.
  const draft = await cms.ask('PATCH', `/pages/${front}?draft=true`, { title: 'Kladde', _status: 'draft' })
  expect(draft.status).toBe(200)
  expect((await cms.ask('PATCH', `/pages/${front}`, { title: 'Ny', _status: 'published' })).status).toBe(200)
  // So does an earlier draft that is fetched, however it is asked for.
  for (const { id } of versions)
    for (const how of ['?draft=true', '?draft=false', '']) {
      expect((await cms.ask('POST', `/pages/versions/${id}${how}`)).status).toBe(200)
      expect(await cms.payload.findByID({ collection: 'pages', id: front })).toMatchObject({
        _status: 'published',
        slug: 'forside',
        title: 'Ny',
      })
    }
  // What is no front page may go anywhere.
  expect((await cms.ask('PATCH', `/pages/${other}`, { parent: front })).status).toBe(200)
  expect((await cms.ask('PATCH', `/pages/${other}`, { slug: 'et-andet' })).status).toBe(200)
  expect((await cms.ask('DELETE', `/pages/${other}`)).status).toBe(200)
})

test('a condition that asks for nothing changes and deletes nothing', async () => {
  const kept = await made('redirects', { from: '/bevares', url: '/soeg' })
  for (const question of [
    '',
    '?where[or][]=',
    '?where[and][0][or][]=',
    '?where[id]=',
    '?where[or][0][and][]=',
  ])
    for (const [method, body] of [
      ['PATCH', { url: '/andet' }],
      ['DELETE', undefined],
    ] as const) {
      const { status } = await cms.ask(method, `/redirects${question}`, body)
      expect([method, question, status]).toEqual([method, question, 400])
    }
  const { url } = await cms.payload.findByID({ collection: 'redirects', id: kept })
  expect(url).toBe('/soeg')
})

test('who has a document open is told by name and in Danish, to editors too, and not their address', async () => {
  const { administrator, payload } = cms
  const now = Temporal.Now.instant().epochMilliseconds
  handOver({
    siteUrl: '',
    databaseUrl: '',
    styleSheets: null,
    changes: { version: 1, since: () => [] },
    pageTree: () => new PageTree([]),
    epochMilliseconds: () => now,
  })
  await payload.update({ collection: 'users', id: administrator.id, data: { name: 'Karen Chef' } })
  const page = await made('people', { name: 'Åbnet', _status: 'published' })
  const document = { relationTo: 'people', value: page }
  const data = { document, user: { relationTo: 'users', value: administrator.id } }
  await cms.ask('POST', '/payload-locked-documents', data, administrator)
  const told = async (query: string, who = cms.editor) => {
    const { text } = await cms.ask('GET', `/payload-locked-documents?depth=1&${query}`, undefined, who)
    const [lock] = (JSON.parse(text) as { docs: { user: { value: unknown }; updatedAt?: string }[] }).docs
    return { who: lock?.user.value, hasTime: lock?.updatedAt !== undefined }
  }
  const ofOne = `where[document.relationTo][equals]=people&where[document.value][equals]=${page}`
  const said = {
    id: administrator.id,
    email: expect.stringMatching(/^Karen Chef \(sidst i dag kl\. \d+\.\d\d\)$/),
  }
  // Payload's dialog would say the time in English; its lists count by it.
  expect(await told(ofOne)).toEqual({ who: said, hasTime: false })
  expect(await told(`where[document.value][in][0]=${page}`)).toEqual({ who: said, hasTime: true })
  const { status } = await cms.ask('GET', `/payload-locked-documents?where[document.value][in]=${page}`)
  expect(status).toBe(400)
  // One's own stays as it is.
  expect(await told(ofOne, administrator)).toMatchObject({ who: { name: 'Karen Chef' }, hasTime: true })
})

test.for(['a\0b', 'a\ud83d'])(
  'a form with a sign that cannot be stored is told which field has it',
  async (title) => {
    const form = new FormData()
    const body = { title: 'Tegn', slug: 'tegn', blocks: [{ blockType: 'richText', heading: title }] }
    form.set('_payload', JSON.stringify(body))
    const { status, message, text } = await cms.ask('POST', '/pages', form)
    expect([status, message]).toEqual([400, 'Ret feltet: Overskrift'])
    expect(text).toContain('"path":"blocks.0.heading"')
    expect(text).toContain('tegn, der ikke kan gemmes')
  },
)
