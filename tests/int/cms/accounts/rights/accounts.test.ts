import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCalendarDays } from '../../../../../src/web/add-calendar-days.ts'
import { may, type Name, NAMES, RESTRICTED, type RightsSite, rightsSite, WHOSE } from './rights-site.ts'

// Roles, and what belongs to no part of the site.

let site: RightsSite

beforeAll(async () => {
  site = await rightsSite()
})

afterAll(() => site.drop())

const as = (name: Name) => (method: string, address: string, body?: unknown) =>
  site.ask(method, address, body, site.people[name])

test('days of the calendar, and what all pages share, are editors’', async () => {
  const { globals } = site.payload.config
  for (const { slug } of globals) {
    const versions = await site.payload.findGlobalVersions({ slug: slug as never, limit: 1 })
    expect(versions.docs).toBeDefined()
  }
  await site.payload.updateGlobal({
    slug: 'header',
    data: { siteName: 'Kommunen', sitesLabel: 'Andre', sitesButton: 'Gå' },
  })
  const { docs } = await site.payload.findGlobalVersions({ slug: 'header', limit: 1 })
  const before = await site.everything()
  for (const name of RESTRICTED) {
    for (const { slug } of globals)
      expect((await as(name)('POST', `/globals/${slug}`, { siteName: 'X' })).status).toBe(403)
    expect((await as(name)('POST', `/globals/header/versions/${docs[0]?.id}`, {})).status).toBe(403)
    const user = await site.payload.findByID({ collection: 'users', id: site.people[name].id, depth: 0 })
    const add = addCalendarDays(site.payload, 2040, ['2040-12-25'], { ...user, collection: 'users' })
    await expect(add).rejects.toMatchObject({ status: 403 })
  }
  expect(await site.everything()).toEqual(before)
  expect((await as('editor')('POST', '/globals/header', { siteName: 'X' })).status).toBe(200)
})

test('files are added by all, and replaced and deleted by editors and by whoever has been given the department', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkM+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='.replace(
      'M+M',
      '+M',
    ),
    'base64',
  )
  const form = (department: number | null) => {
    const sent = new FormData()
    sent.append('_payload', JSON.stringify({ alt: 'Et billede', department }))
    sent.append('file', new Blob([png], { type: 'image/png' }), 'billede.png')
    return sent
  }
  const places = [null, site.below.departments, site.others.departments]
  for (const [name, department] of NAMES.flatMap((name) => places.map((place) => [name, place] as const))) {
    const { status, doc } = await as(name)('POST', '/media', form(department))
    expect([name, status]).toEqual([name, 201])
    const id = Number(doc.id)
    const isOwn = name === 'localEditor' && department === site.below.departments
    const may = name === 'administrator' || name === 'editor' || isOwn
    const before = await site.stored('media', id)
    for (const [method, body] of [
      ['PATCH', { alt: 'Andet' }],
      ['PATCH', form(department)],
      ['PATCH', { department: site.own.departments }],
      ['DELETE', undefined],
    ] as const) {
      const answer = await as(name)(method, `/media/${id}`, body)
      expect([name, department, method, answer.status]).toEqual([name, department, method, may ? 200 : 403])
    }
    expect([name, before === (await site.stored('media', id))]).toEqual([name, !may])
    // What is there already is asked about.
    if (!may) await as('administrator')('DELETE', `/media/${id}`)
  }
  // Nor is it taken from a department, or given to another, by whoever has only one of the two.
  const { doc } = await as('localEditor')('POST', '/media', form(site.below.departments))
  for (const department of [null, site.others.departments])
    expect((await as('localEditor')('PATCH', `/media/${doc.id}`, { department })).status).toBe(403)
})

test('nobody raises themselves or others; only administrators say who may what', async () => {
  const raised = { role: 'administrator', departments: [site.top.departments], branches: [site.top.pages] }
  const rights = async () => {
    const { docs } = await site.payload.find({ collection: 'users', limit: 0, depth: 0, sort: 'id' })
    return docs.map(({ id, role, departments, branches }) => ({ id, role, departments, branches }))
  }
  const before = await rights()
  for (const name of ['editor', ...RESTRICTED] as const) {
    const { id } = site.people[name]
    for (const [method, address] of [
      ['PATCH', `/users/${id}`],
      ['PATCH', `/users/${site.people.writer.id}`],
      ['PATCH', `/users/${site.administrator.id}`],
      ['PATCH', '/users?where[id][exists]=true'],
      ['POST', '/users'],
      ['DELETE', `/users/${site.people.administrator.id}`],
      ['DELETE', '/users?where[role][equals]=administrator'],
      ['POST', `/users/${id}/duplicate`],
    ] as const)
      await as(name)(method, address, {
        ...raised,
        email: 'ny@example.dk',
        name: 'Ny',
        password: 'en-lang-adgangskode',
        currentPassword: 'en-lang-adgangskode',
      }).catch(() => null)
    for (const key of Object.keys(raised) as (keyof typeof raised)[])
      await as(name)('PATCH', `/users/${id}`, { [key]: raised[key] })
  }
  expect(await rights()).toEqual(before)
  const made = await as('administrator')('PATCH', `/users/${site.people.writerOfPart.id}`, {
    branches: [site.own.pages, site.below.pages],
  })
  expect(made.status).toBe(200)
  expect((await rights()).find(({ id }) => id === site.people.writerOfPart.id)?.branches).toEqual([
    site.own.pages,
    site.below.pages,
  ])
})

test('what has been given to somebody is not deleted from under them', async () => {
  const { message } = await as('editor')('DELETE', `/departments/${site.own.departments}`)
  expect(message).toContain('lokal@example.dk')
})

test('everybody who is logged in reads everything but others’ accounts', async () => {
  const { collections, globals } = site.payload.config
  for (const name of NAMES) {
    for (const { slug } of collections.filter(
      (one) => !one.slug.startsWith('payload-') && one.slug !== 'users',
    )) {
      const { totalDocs } = JSON.parse((await as(name)('GET', `/${slug}?draft=true&limit=1`)).text) as {
        totalDocs: number
      }
      expect([name, slug, totalDocs]).toEqual([name, slug, await site.count(slug as CollectionSlug)])
    }
    for (const { slug } of globals) expect((await as(name)('GET', `/globals/${slug}`)).status).toBe(200)
    const users = JSON.parse((await as(name)('GET', '/users')).text) as { totalDocs: number }
    expect([name, users.totalDocs === 1]).toEqual([name, name !== 'administrator'])
  }
})

test('the admin is told the same: which forms can be saved, and published', async () => {
  for (const slug of ['pages', 'contact-boxes', 'people', 'press-contacts'])
    for (const name of NAMES)
      for (const whose of slug === 'press-contacts' ? (['nobody'] as const) : WHOSE) {
        const { id } = await site.fresh(slug, whose)
        for (const [status, what] of [
          ['draft', 'draft'],
          ['published', 'publish'],
        ] as const) {
          const answer = await as(name)('POST', `/${slug}/access/${id}`, { _status: status })
          const rights = JSON.parse(answer.text) as { update?: unknown; delete?: unknown }
          expect([slug, name, whose, status, Boolean(rights.update)]).toEqual([
            slug,
            name,
            whose,
            status,
            may(name, what, whose, slug),
          ])
          expect([slug, name, whose, Boolean(rights.delete)]).toEqual([
            slug,
            name,
            whose,
            may(name, 'delete', whose, slug),
          ])
        }
      }
})

test('the tree of pages tells which of them one may edit', async () => {
  const { own, below, others, top } = site
  for (const name of NAMES) {
    const rows = new Map<number, boolean>()
    for (const parent of [top.pages, own.pages]) {
      const { text } = await as(name)('GET', `/pages/tree?parent=${parent}`)
      const { pages } = JSON.parse(text) as { pages: { id: number; isYours: boolean }[] }
      for (const { id, isYours } of pages) rows.set(id, isYours)
    }
    const found = [own, below, others].map(({ pages }) => rows.get(pages))
    const expected = (['own', 'own', 'others'] as const).map((whose) => may(name, 'draft', whose, 'pages'))
    expect([name, ...found]).toEqual([name, ...expected])
  }
})

test('a program is told why, and whom to ask', async () => {
  for (const name of RESTRICTED)
    for (const slug of ['pages', 'contact-boxes', 'press-contacts', 'redirects']) {
      const { id } = await site.fresh(slug, 'others')
      for (const [method, address, body] of [
        ['PATCH', `/${slug}/${id}`, { _status: 'published' }],
        ['DELETE', `/${slug}/${id}`, undefined],
        ['POST', `/${slug}`, { ...site.dataOf(slug, 'others'), _status: 'published' }],
      ] as const) {
        const { status, message } = await as(name)(method, address, body)
        expect([name, slug, method, status, message]).toEqual([
          name,
          slug,
          method,
          403,
          expect.stringMatching(/redaktør|administrator|Vælg/),
        ])
      }
    }
})
