import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordGroups } from '../../../../src/domain/words/words.ts'
import { type Answer, filledRestOfCms } from '../rest.ts'

let cms: Awaited<ReturnType<typeof filledRestOfCms>>

beforeAll(async () => {
  cms = await filledRestOfCms()
})

afterAll(() => cms.drop())

type Doc = Record<string, unknown> & { id: number; updatedAt: string }

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  children: [{ type: 'text', version: 1, text }],
})
const text = (...paragraphs: string[]) => ({
  root: { type: 'root', version: 1, children: paragraphs.map(paragraph) },
})

let made = 0

/** A page as a form would have it, and what saves it. */
async function newPage(fields: object = {}): Promise<Doc> {
  const title = `Side ${(made += 1)}`
  const blocks = [
    { blockType: 'richText', heading: 'Første', body: text('Et', 'To', 'Tre', 'Fire', 'Fem') },
    { blockType: 'facts', heading: 'Fakta', facts: [{ text: 'Et faktum' }, { text: 'Et andet' }] },
  ]
  const { status, doc } = await cms.ask('POST', '/pages?depth=0', {
    title,
    summary: 'Resumé',
    inMenu: true,
    blocks,
    _status: 'published',
    ...fields,
  })
  expect(status).toBe(201)
  return read(doc.id as number)
}

async function read(id: number): Promise<Doc> {
  const { text: body } = await cms.ask('GET', `/pages/${id}?depth=0&draft=true`)
  return JSON.parse(body) as Doc
}

const save = (doc: Doc, changes: object, query = '', who = cms.editor): Promise<Answer> =>
  cms.ask('PATCH', `/pages/${doc.id}?depth=0${query}`, { ...doc, ...changes }, who)

/** A colleague saves. */
const saveTheirs = (doc: Doc, changes: object): Promise<Answer> => save(doc, changes, '', cms.administrator)

type Collisions = {
  on: string
  by: string
  collisions: { key: string; label: string; theirs: string; mine: string }[]
}

const collisionsOf = (answer: Answer): Collisions =>
  (JSON.parse(answer.text) as { errors: { data: Collisions }[] }).errors[0]!.data

test('what two editors changed in different fields, rows and paragraphs of one page is all there', async () => {
  const page = await newPage()
  const [prose, facts] = page.blocks as [Doc, Doc & { facts: Doc[] }]
  const theirs = await saveTheirs(page, {
    title: `${String(page.title)}, rettet`,
    blocks: [{ ...prose, body: text('Et rettet', 'To', 'Tre', 'Fire', 'Fem') }, facts],
  })
  expect([theirs.status, theirs.headers.get('x-merged')]).toEqual([200, null])
  const mine = await save(page, {
    summary: 'Nyt resumé',
    blocks: [
      { blockType: 'childPages', heading: 'Ny blok' },
      { ...prose, body: text('Et', 'To', 'Tre', 'Fire', 'Fem rettet') },
      { ...facts, facts: [facts.facts[1], { ...facts.facts[0], text: 'Et faktum, rettet' }] },
    ],
  })
  expect([mine.status, mine.message]).toEqual([200, ''])
  expect(decodeURIComponent(mine.headers.get('x-merged') ?? '')).toBe(
    'Flettet sammen med det, chef@example.dk har gemt imens: »Titel« og »Indhold › Tekst »Første« › Tekst«.',
  )
  for (const doc of [mine.doc, await read(page.id)])
    expect(doc).toMatchObject({
      title: `${String(page.title)}, rettet`,
      summary: 'Nyt resumé',
      _status: 'published',
      blocks: [
        { blockType: 'childPages', heading: 'Ny blok' },
        { id: prose.id, body: text('Et rettet', 'To', 'Tre', 'Fire', 'Fem rettet') },
        { id: facts.id, facts: [{ text: 'Et andet' }, { text: 'Et faktum, rettet' }] },
      ],
    })
})

test('what collides is refused with both, and saved as it is chosen', async () => {
  const page = await newPage()
  await saveTheirs(page, { title: 'Deres titel', summary: 'Deres resumé', inMenu: false })
  const mine = { title: 'Min titel', summary: 'Mit resumé' }
  const refused = await save(page, mine)
  expect([refused.status, refused.message]).toEqual([
    409,
    'Chef@example.dk har gemt imens. Vælg, hvad der skal stå i »Titel« og »Resumé«.',
  ])
  const { on, collisions } = collisionsOf(refused)
  expect(collisions).toEqual([
    { key: 'title', label: 'Titel', theirs: 'Deres titel', mine: 'Min titel' },
    { key: 'summary', label: 'Resumé', theirs: 'Deres resumé', mine: 'Mit resumé' },
  ])
  expect(await read(page.id)).toMatchObject({ title: 'Deres titel', summary: 'Deres resumé' })
  // One of two, and a choice that was made for another version, are not enough.
  const fields = { title: 'mine', summary: 'theirs' }
  const half = await save(page, { ...mine, choices: { on, fields: { title: 'mine' } } })
  expect([half.status, collisionsOf(half).collisions.length]).toEqual([409, 1])
  const late = await save(page, { ...mine, choices: { on: page.updatedAt, fields } })
  expect(late.status).toBe(409)
  const saved = await save(page, { ...mine, choices: { on, fields } })
  expect([saved.status, saved.doc]).toEqual([
    200,
    expect.objectContaining({ title: 'Min titel', summary: 'Deres resumé', inMenu: false }),
  ])
  expect(saved.doc).not.toHaveProperty('choices')
})

test('a block that one removed and the other changed is chosen; one that nobody else touched goes', async () => {
  const page = await newPage()
  const [prose, facts] = page.blocks as [Doc, Doc]
  await save(page, { blocks: [prose] })
  const kept = await save(page, { blocks: [prose, { ...facts, heading: 'Fakta i dag' }] })
  expect(collisionsOf(kept).collisions).toEqual([
    {
      key: `blocks.${String(facts.id)}`,
      label: 'Indhold › Fakta i tal »Fakta i dag«',
      theirs: 'Slettet',
      mine: expect.stringContaining('Et faktum') as unknown,
    },
  ])
  const gone = await save(page, { title: 'Uden fakta' })
  expect([gone.status, (gone.doc.blocks as Doc[]).map(({ id }) => id)]).toEqual([200, [prose.id]])
})

test('what others saved as a draft is made public by nobody who has not seen it', async () => {
  const page = await newPage()
  await save(page, { summary: 'Ikke færdigt', _status: 'draft' }, '&draft=true')
  const changes = { title: 'Offentlig titel', _status: 'published' }
  const asked = await save(page, changes)
  const { on, collisions } = collisionsOf(asked)
  expect([asked.status, collisions]).toEqual([
    409,
    [{ key: 'summary', label: 'Resumé', theirs: 'Ikke færdigt', mine: 'Resumé' }],
  ])
  const saved = await save(page, { ...changes, choices: { on, fields: { summary: 'mine' } } })
  expect([saved.status, saved.doc.summary, saved.doc.title]).toEqual([200, 'Resumé', 'Offentlig titel'])
  // The other way round nothing becomes public, so nobody is asked.
  const next = await read(page.id)
  await save(next, { title: 'Ny titel' })
  const draft = await save(next, { summary: 'Kladde', _status: 'draft' }, '&draft=true')
  expect([draft.status, draft.doc.title, draft.doc.summary]).toEqual([200, 'Ny titel', 'Kladde'])
})

test('what was taken off the site meanwhile is not put there again unasked', async () => {
  const page = await newPage()
  expect((await cms.ask('PATCH', `/pages/${page.id}`, { _status: 'draft' })).status).toBe(200)
  const refused = await save(page, { title: 'Stadig her?' })
  const { on, collisions } = collisionsOf(refused)
  expect(collisions).toEqual([
    { key: '_status', label: 'Synlighed', theirs: 'Kladde', mine: 'Offentliggjort' },
  ])
  const hidden = await save(page, { title: 'Stadig her?', choices: { on, fields: { _status: 'theirs' } } })
  expect([hidden.status, hidden.doc._status, hidden.doc.title]).toEqual([200, 'draft', 'Stadig her?'])
})

test('of a version that is gone, all that differs is chosen; who says no version changes what is named', async () => {
  const page = await newPage()
  await save(page, { title: 'Deres', inMenu: false })
  const old = '2020-01-01T00:00:00.000Z'
  const refused = await save({ ...page, updatedAt: old }, { summary: 'Mit' })
  expect(collisionsOf(refused).collisions.map(({ key }) => key)).toEqual(['title', 'summary', 'inMenu'])
  const named = await cms.ask('PATCH', `/pages/${page.id}?depth=0`, { summary: 'Kun det' })
  expect([named.status, named.doc.title, named.doc.summary]).toEqual([200, 'Deres', 'Kun det'])
})

test('the fixed words are merged word by word, the hours day by day', async () => {
  const get = async (path: string) =>
    JSON.parse((await cms.ask('GET', path)).text) as Doc & Record<string, object>
  // A global that was never saved has no version to build on.
  await cms.ask('POST', '/globals/labels', { overrides: {} })
  const words = await get('/globals/labels?depth=0')
  const [one = '', other = ''] = wordGroups.flatMap((group) => group.words.map(({ key }) => key))
  const say = (overrides: object) => cms.ask('POST', '/globals/labels?depth=0', { ...words, overrides })
  expect((await say({ [one]: 'Deres ord' })).status).toBe(200)
  expect((await say({ [other]: 'Mit ord' })).status).toBe(200)
  expect((await get('/globals/labels')).overrides).toEqual({ [one]: 'Deres ord', [other]: 'Mit ord' })

  const { docs } = await cms.payload.find({ collection: 'opening-hours', limit: 1, depth: 0 })
  const address = `/opening-hours/${docs[0]!.id}?depth=0`
  const hours = await get(`${address}&draft=true`)
  const open = (day: string, from: string) =>
    cms.ask('PATCH', address, { ...hours, week: { ...hours.week, [day]: [{ from, to: '16:00' }] } })
  expect((await open('saturday', '09:00')).status).toBe(200)
  expect((await open('sunday', '10:00')).status).toBe(200)
  expect((await get(address)).week).toMatchObject({
    saturday: [{ from: '09:00', to: '16:00' }],
    sunday: [{ from: '10:00', to: '16:00' }],
  })
  const collided = collisionsOf(await open('saturday', '11:00'))
  expect(collided.collisions).toEqual([
    { key: 'week.saturday', label: 'Ugen › Lørdag', theirs: '9.00–16.00', mine: '11.00–16.00' },
  ])
})

test('an older version is fetched by nobody who has not seen the newest', async () => {
  const page = await newPage()
  const { docs } = await cms.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: page.id } },
  })
  const restore = (updatedAt: string) => cms.ask('POST', `/pages/versions/${docs[0]!.id}`, { updatedAt })
  await saveTheirs(page, { title: 'Nyere' })
  const refused = await restore(page.updatedAt)
  expect([refused.status, refused.message]).toEqual([
    409,
    'Chef@example.dk har gemt en nyere udgave, siden du åbnede siden her. Se den, før du henter en ældre frem.',
  ])
  const restored = await restore((await read(page.id)).updatedAt)
  expect([restored.status, (await read(page.id)).title]).toEqual([200, page.title])
})

test('a version that was a draft comes back as one: what visitors read stays, and so does what they do not', async () => {
  const made = await cms.ask('POST', '/pages', { title: 'Kladden', slug: 'kladden', _status: 'draft' })
  const id = made.doc.id as number
  const { docs: drafts } = await cms.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: id } },
  })
  await cms.ask('PATCH', `/pages/${id}`, { title: 'Offentlig', _status: 'published' })
  const shown = async () => {
    const { title, _status } = await cms.payload.findByID({ collection: 'pages', id })
    return [title, _status]
  }
  const restore = async (version: number | string) => {
    const { status, text } = await cms.ask('POST', `/pages/versions/${version}`)
    return [status, (JSON.parse(text) as { message: string }).message]
  }
  const asDraft = [200, 'Versionen er hentet frem som kladde. Hvad besøgende ser, er som før.']
  expect(await restore(drafts[0]!.id)).toEqual(asDraft)
  expect([await shown(), (await read(id)).title]).toEqual([['Offentlig', 'published'], 'Kladden'])

  const { docs: published } = await cms.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: id }, 'version._status': { equals: 'published' } },
  })
  await cms.ask('PATCH', `/pages/${id}`, { title: 'Ny', _status: 'published' })
  expect(await restore(published[0]!.id)).toEqual([200, 'Versionen er hentet frem og offentliggjort.'])
  expect(await shown()).toEqual(['Offentlig', 'published'])

  await cms.ask('PATCH', `/pages/${id}`, { _status: 'draft' })
  expect(await restore(published[0]!.id)).toEqual(asDraft)
  expect((await shown())[1]).toBe('draft')
})

test('of many saves at one moment none undoes another', async () => {
  const page = await newPage()
  const facts = (page.blocks as (Doc & { facts: Doc[] })[])[1]!
  const changes: object[] = [
    { title: 'A' },
    { summary: 'B' },
    { inMenu: false },
    { blocks: [(page.blocks as Doc[])[0], { ...facts, heading: 'C' }] },
    { blocks: [{ ...(page.blocks as Doc[])[0], heading: 'D' }, facts] },
    { blocks: [...(page.blocks as Doc[]), { blockType: 'childPages', heading: 'E' }] },
  ]
  const answers = await Promise.all(changes.map((one) => save(page, one)))
  expect(answers.map(({ status, message }) => [status, message])).toEqual(changes.map(() => [200, '']))
  expect(await read(page.id)).toMatchObject({
    title: 'A',
    summary: 'B',
    inMenu: false,
    blocks: [{ heading: 'D' }, { heading: 'C' }, { heading: 'E' }],
  })
})

test('saving what a colleague has deleted says where it is, and what never was there is not', async () => {
  const page = await newPage()
  expect((await cms.ask('DELETE', `/pages/${page.id}`, undefined, cms.administrator)).status).toBe(200)
  const late = await save(page, { title: 'For sent' })
  expect(late.status).toBe(404)
  expect(late.text).toMatch(/Det er slettet af [^"]+ og ligger i papirkurven\. Hent det frem der;/)
  const never = await save({ ...page, id: 999_999 }, { title: 'Aldrig' })
  expect(never.status).toBe(404)
  expect(never.text).toContain('Det findes ikke længere.')
})
