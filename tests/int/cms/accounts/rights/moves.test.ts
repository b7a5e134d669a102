import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Doc, type Name, RESTRICTED, type RightsSite, rightsSite, type Whose } from './rights-site.ts'

// A part of the site is nobody else’s, whatever is moved, and planned.

let site: RightsSite

beforeAll(async () => {
  site = await rightsSite()
})

afterAll(() => site.drop())

const as = (name: Name) => (method: string, address: string, body?: unknown) =>
  site.ask(method, address, body, site.people[name])

test('nobody takes anything out of another’s part, or into their own', async () => {
  const { own, others, top } = site
  const moves: [slug: string, whose: Whose, change: object][] = [
    ['contact-boxes', 'own', { department: others.departments }],
    ['contact-boxes', 'own', { department: null }],
    ['contact-boxes', 'others', { department: own.departments }],
    ['contact-boxes', 'nobody', { department: own.departments }],
    ['people', 'own', { department: others.departments }],
    ['people', 'nobody', { department: own.departments }],
    ['opening-hours', 'others', { department: own.departments }],
    ['hours-exceptions', 'own', { appliesTo: 'calendar' }],
    ['hours-exceptions', 'own', { departments: [own.departments, others.departments] }],
    ['hours-exceptions', 'own', { departments: [], boxes: [], appliesTo: 'boxes' }],
    ['hours-exceptions', 'others', { departments: [own.departments] }],
    ['hours-exceptions', 'nobody', { appliesTo: 'boxes', departments: [own.departments] }],
    ['departments', 'own', { parent: others.departments }],
    ['departments', 'own', { parent: null }],
    ['departments', 'others', { parent: own.departments }],
    ['pages', 'own', { parent: others.pages }],
    ['pages', 'own', { parent: top.pages }],
    ['pages', 'own', { parent: null }],
    ['pages', 'others', { parent: own.pages }],
    ['pages', 'nobody', { parent: own.pages }],
  ]
  const wrong: string[] = []
  for (const [slug, whose, change] of moves)
    for (const name of ['localEditor', 'writerOfPart'] as const)
      for (const [query, status] of [
        ['?draft=true', 'draft'],
        ['', 'published'],
      ]) {
        const doc = await site.fresh(slug, whose)
        const before = await site.stored(slug, doc.id)
        const answer = await as(name)('PATCH', `/${slug}/${doc.id}${query}`, { ...change, _status: status })
        if (answer.status !== 403 || before !== (await site.stored(slug, doc.id)))
          wrong.push(`${name} ${slug} of ${whose} ${JSON.stringify(change)} ${status}: ${answer.status}`)
      }
  expect(wrong).toEqual([])
})

test('nor by the tree of pages, also not to try it', async () => {
  const { own, others, below } = site
  for (const name of RESTRICTED)
    for (const [whose, from, to] of [
      ['own', below.pages, others.pages],
      ['own', below.pages, null],
      ['others', others.pages, own.pages],
      ['nobody', null, own.pages],
      ['own', below.pages, own.pages],
    ] as const) {
      const doc = await site.fresh('pages', whose)
      const before = await site.stored('pages', doc.id)
      for (const isTried of [true, false]) {
        const { status } = await as(name)('POST', `/pages/${doc.id}/move`, { from, to, isTried })
        const isOwn = whose === 'own' && to === own.pages && name === 'localEditor'
        expect([name, whose, to, status]).toEqual([name, whose, to, isOwn ? 200 : 403])
        const isSame = before === (await site.stored('pages', doc.id))
        expect([name, whose, to, isTried, isSame]).toEqual([name, whose, to, isTried, isTried || !isOwn])
      }
    }
})

test('a part that was given can be arranged, but stays where it lies', async () => {
  const { own, below } = site
  const doc = await site.fresh('pages', 'own')
  expect(
    (await as('localEditor')('PATCH', `/pages/${doc.id}`, { parent: own.pages, _status: 'published' }))
      .status,
  ).toBe(200)
  expect(
    (await as('localEditor')('PATCH', `/pages/${doc.id}`, { parent: below.pages, _status: 'published' }))
      .status,
  ).toBe(200)
  // What was given can be written, and not be put elsewhere.
  const root = await as('localEditor')('PATCH', `/pages/${own.pages}`, {
    summary: 'Nyt',
    _status: 'published',
  })
  expect(root.status).toBe(200)
  const moved = await as('localEditor')('PATCH', `/pages/${own.pages}`, {
    parent: doc.id,
    _status: 'published',
  })
  expect(moved.status).toBeGreaterThanOrEqual(400)
})

test('a draft that an editor has put elsewhere is not made public by whoever may not put it there', async () => {
  const doc = await site.fresh('contact-boxes', 'own')
  await site.draftOn('contact-boxes', doc, { department: site.others.departments })
  const before = await site.stored('contact-boxes', doc.id)
  for (const [query, body] of [
    ['', { _status: 'published' }],
    ['', { _status: 'published', department: site.own.departments }],
    ['?draft=true', { note: { title: 'Ny' } }],
  ] as const) {
    const answer = await as('localEditor')('PATCH', `/contact-boxes/${doc.id}${query}`, body)
    expect([answer.status, answer.message]).toEqual([403, expect.stringContaining('')])
    expect(await site.stored('contact-boxes', doc.id)).toBe(before)
  }
})

test('a page that visitors never saw lies where its newest version says', async () => {
  const { own, others } = site
  const gone = await site.fresh('pages', 'own', 'draft')
  await site.draftOn('pages', gone, { parent: others.pages })
  const come = await site.fresh('pages', 'others', 'draft')
  await site.draftOn('pages', come, { parent: own.pages })
  for (const [doc, status] of [
    [gone, 403],
    [come, 200],
  ] as const) {
    const answer = await as('localEditor')('PATCH', `/pages/${doc.id}`, { _status: 'published' })
    expect(answer.status).toBe(status)
  }
})

test('an older version that was another’s does not come back', async () => {
  const doc = await site.fresh('contact-boxes', 'others')
  const { docs } = await site.payload.findVersions({
    collection: 'contact-boxes',
    where: { parent: { equals: doc.id } },
  })
  await site.payload.update({
    collection: 'contact-boxes',
    id: doc.id,
    data: { department: site.own.departments, _status: 'published' },
  })
  for (const query of ['', '?draft=true']) {
    const before = await site.stored('contact-boxes', doc.id)
    const answer = await as('localEditor')('POST', `/contact-boxes/versions/${docs[0]?.id}${query}`, {})
    expect(answer.status).toBe(403)
    expect(await site.stored('contact-boxes', doc.id)).toBe(before)
  }
})

const plan = (doc: Doc, set: unknown) => ({
  kind: 'unpublish',
  seen: doc.updatedAt,
  set,
  date: '2027-12-24',
  time: '8.00',
})

test('a set of planned changes is moved and withdrawn by whoever may each of them, and each is made by whoever planned it', async () => {
  const [own, others] = [await site.fresh('pages', 'own'), await site.fresh('pages', 'others')]
  expect((await as('localEditor')('POST', `/pages/${own.id}/plan`, plan(own, 'Jul'))).status).toBe(200)
  const { sets } = JSON.parse((await as('editor')('GET', `/pages/${own.id}/plan`)).text) as {
    sets: { id: number }[]
  }
  const set = sets[0]?.id
  expect((await as('writer')('POST', `/planned/${set}/withdraw`, {})).status).toBe(403)
  // An editor adds what is not the local editor's: it will be made as the editor's.
  const added = await as('editor')('POST', `/pages/${others.id}/plan`, plan(others, set))
  expect(added.message).toBe('')
  for (const [what, body] of [
    ['withdraw', {}],
    ['move', { date: '2027-12-25', time: '8.00' }],
  ] as const)
    for (const name of RESTRICTED) {
      const answer = await as(name)('POST', `/planned/${set}/${what}`, body)
      expect([name, what, answer.status]).toEqual([name, what, 403])
    }
  const runDue = site.payload.config.custom.runDue as (payload: unknown, at: number) => Promise<object[]>
  expect(await runDue(site.payload, Date.parse('2027-12-24T08:00:00+01:00'))).toEqual([
    expect.objectContaining({ id: set, state: 'done' }),
  ])
  for (const { id } of [own, others])
    expect(await site.payload.findByID({ collection: 'pages', id })).toMatchObject({ _status: 'draft' })
})

test('what was planned by somebody who may no longer is not made', async () => {
  const doc = await site.fresh('pages', 'own')
  const fallen = await site.newUser('faldet@example.dk', 'local-editor', site.given)
  const plan = { kind: 'unpublish', seen: doc.updatedAt, set: null, date: '2028-01-01', time: '8.00' }
  expect((await site.ask('POST', `/pages/${doc.id}/plan`, plan, fallen)).status).toBe(200)
  await site.payload.update({ collection: 'users', id: fallen.id, data: { role: 'writer' } })
  const runDue = site.payload.config.custom.runDue as (payload: unknown, at: number) => Promise<object[]>
  const [ran] = await runDue(site.payload, Date.parse('2028-01-01T08:00:00+01:00'))
  expect(ran).toMatchObject({ state: 'failed', reason: expect.stringContaining('skribent') as unknown })
  expect(await site.payload.findByID({ collection: 'pages', id: doc.id })).toMatchObject({
    _status: 'published',
  })
})
