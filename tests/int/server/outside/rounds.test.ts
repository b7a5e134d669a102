import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Asker } from '../../../../src/admin/dashboard/documents.ts'
import { readOutsideFaults } from '../../../../src/admin/dashboard/read-outside.ts'
import { tryRound } from '../../../../src/server/serve/outside/try-outside.ts'
import { createLog } from '../../../../src/server/tell/log.ts'
import { fieldsIn } from '../../cms/nested-fields.ts'
import { restOfCms } from '../../cms/rest.ts'
import { otherSites, status, thisMachine } from './other-sites.ts'

// Which addresses of other sites are tried, when, and when an editor is told of one: on a real database and real servers.

const SITE = 'https://www.aalborg.dk'
const never = new AbortController().signal

let cms: Awaited<ReturnType<typeof restOfCms>>
let sites: Awaited<ReturnType<typeof otherSites>>
/** Two servers. */
let servers: Pool[]
let asker: Asker

beforeAll(async () => {
  cms = await restOfCms()
  sites = await otherSites()
  servers = [1, 2].map(() => new Pool({ connectionString: cms.url, max: 1 }))
  for (const server of servers) server.on('error', () => {})
  const user = await cms.payload.findByID({ collection: 'users', id: cms.editor.id })
  asker = { payload: cms.payload, user: { ...user, collection: 'users' } }
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end()))
  await cms.drop()
  await sites.close()
})

beforeEach(async () => {
  for (const collection of ['pages', 'redirects'] as const)
    await cms.payload.delete({ collection, where: { id: { exists: true } } })
  await server().query(
    `DELETE FROM outside.links; DELETE FROM outside.rounds; INSERT INTO outside.rounds DEFAULT VALUES`,
  )
  sites.asked.length = 0
  sites.answers = {}
})

const server = (): Pool => servers[0] as Pool
const log = createLog('silent')
const round = (options: Partial<Parameters<typeof tryRound>[0]> = {}) =>
  tryRound({ database: server(), siteUrl: SITE, network: thisMachine, signal: never, log, ...options })

/** Time goes by: everything lies so much longer back. */
const pass = (time: string) =>
  server().query(
    `UPDATE outside.links SET next_at = next_at - '${time}'::interval, tried_at = tried_at - '${time}'::interval,
            failing_since = failing_since - '${time}'::interval;
     UPDATE outside.rounds SET next_at = next_at - '${time}'::interval, found_at = found_at - '${time}'::interval`,
  )

const text = (...links: object[]) => ({
  root: {
    type: 'root',
    version: 1,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: links.map((fields) => ({
          type: 'link',
          version: 3,
          fields: { linkType: 'custom', newTab: false, ...fields },
          children: [{ type: 'text', version: 1, text: 'Et sted' }],
        })),
      },
    ],
  },
})

let slugs = 0
async function page(data: object) {
  const slug = `side-${slugs++}`
  const sent = { title: `Side ${slug}`, slug, inMenu: false, _status: 'published', ...data }
  const made = await cms.ask('POST', '/pages', sent)
  expect([made.status, made.message]).toEqual([201, ''])
  return made.doc.id as number
}
/** A page with a link to each of these. */
const linking = (...urls: string[]) =>
  page({ blocks: [{ blockType: 'richText', body: text(...urls.map((url) => ({ url }))) }] })

/** The other sites in the header. */
const header = (...urls: string[]) =>
  cms.payload.updateGlobal({
    slug: 'header',
    data: {
      siteName: 'Aalborg Kommune',
      sitesLabel: 'Andre hjemmesider',
      sitesButton: 'Gå til',
      sites: urls.map((url) => ({ label: 'Et sted', url })),
    },
  })

const known = async () =>
  (await server().query<{ url: string }>('SELECT url FROM outside.links ORDER BY url')).rows.map(
    ({ url }) => url,
  )
const told = async () =>
  (await readOutsideFaults(SITE, asker)).map(({ url, outcome, failures, documents }) => [
    url,
    outcome,
    failures,
    documents.map(({ address }) => address),
  ])
const form = (id: number) => `/admin/collections/pages/${id}`

test('every address of another site that visitors are led to is found, and no other', async () => {
  const target = await linking(
    'https://andre.example/sti?a=1#sted',
    'http://WWW.andre.example/STI',
    'https://aalborg.dk.andre.example/',
    'https://www.aalborg.dk/side',
    'http://aalborg.dk',
    '/side',
    '#sted',
    'mailto:a@example.dk',
    'tel:+4525201620',
  )
  const links = [
    { label: 'Ud', url: 'https://liste.example/' },
    { label: 'Ind', url: 'https://skjult.example/', page: target },
  ]
  await page({ blocks: [{ blockType: 'linkList', links }] })
  await cms.ask('POST', '/redirects', { from: '/gammel', url: 'https://videre.example/' })
  await page({
    _status: 'draft',
    blocks: [{ blockType: 'linkList', links: [{ label: 'X', url: 'https://kladde.example/' }] }],
  })
  await cms.ask('PATCH', `/pages/${target}?draft=true`, {
    _status: 'draft',
    blocks: [{ blockType: 'richText', body: text({ url: 'https://ny-kladde.example/' }) }],
  })
  await header('https://skoler.example/')
  await round({ network: { ...thisMachine, permits: () => false } })
  expect(await known()).toEqual([
    'http://WWW.andre.example/STI',
    'https://aalborg.dk.andre.example/',
    'https://andre.example/sti?a=1',
    'https://liste.example/',
    'https://skoler.example/',
    'https://videre.example/',
  ])
  // What nobody leads to any more is forgotten with the next look, a day later.
  await header()
  await cms.ask('PATCH', `/pages/${target}`, { blocks: [], _status: 'published' })
  await round()
  expect(await known()).toHaveLength(6)
  await pass('25 hours')
  await round({ network: { ...thisMachine, permits: () => false } })
  expect(await known()).toEqual(['https://liste.example/', 'https://videre.example/'])
})

test('every field for an address has a name by which its column is found', () => {
  const { collections, globals, blocks = [] } = cms.payload.config
  const addresses = [...collections, ...globals, ...blocks]
    .flatMap(({ slug, fields }) =>
      fieldsIn(fields).map(({ field, path }) => ({ field, path: `${slug}.${path}` })),
    )
    .filter(({ field }) => JSON.stringify(field.admin?.components ?? {}).includes('address-field'))
  expect(addresses.length).toBeGreaterThan(3)
  expect(addresses.map(({ path }) => path).filter((path) => !/(\.url|Url)$/.test(path))).toEqual([])
})

test('who failed twice with a week between is told of, with where it stands, until it answers or is mended', async () => {
  sites.answers['fejl.example/'] = status(500)
  const [gone, broken] = [sites.url('borte.example/a'), sites.url('fejl.example/')]
  sites.answers['borte.example/a'] = status(404)
  const id = await linking(gone, broken, sites.url('godt.example/'))
  const other = await linking(gone)
  await round()
  expect(await told()).toEqual([])
  // Not before a week has gone.
  await pass('5 days')
  await round()
  expect(sites.times('borte.example')).toBe(2)
  expect(await told()).toEqual([])
  await pass('4 days')
  await round()
  expect(await told()).toEqual([
    [gone, '404', 2, [form(id), form(other)]],
    [broken, '500', 2, [form(id)]],
  ])
  // It answers again, as is seen within a day.
  sites.answers = { 'borte.example/a': status(410) }
  await pass('25 hours')
  await round()
  expect(await told()).toEqual([[gone, '410', 3, [form(id), form(other)]]])
  // It is mended at once where it is mended.
  await cms.ask('DELETE', `/pages/${other}`)
  expect(await told()).toEqual([[gone, '410', 3, [form(id)]]])
  await cms.ask('PATCH', `/pages/${id}`, { blocks: [], _status: 'published' })
  expect(await told()).toEqual([])
})

test('an answer in between begins anew', async () => {
  const url = sites.url('tit.example/')
  await linking(url, sites.url('godt.example/'))
  for (const answer of [status(404), status(200), status(404), status(403), status(500)]) {
    sites.answers['tit.example/'] = answer
    await round()
    await pass('9 days')
  }
  expect(sites.times('tit.example')).toBeGreaterThan(4)
  expect(await told()).toEqual([])
})

/** Both servers ask for a round. */
const minute = () => Promise.all(servers.map((database) => round({ database })))

test('two servers share the work: a few a minute, one of each host, none twice', async () => {
  const urls = Array.from({ length: 16 }, (_, index) => sites.url(`vaert-${index % 8}.example/${index}`))
  await linking(...urls)
  await minute()
  expect(sites.asked).toHaveLength(6)
  expect(new Set(sites.asked.map(({ host }) => host)).size).toBe(6)
  await minute()
  expect(sites.asked).toHaveLength(6)
  for (let minutes = 0; minutes < 5; minutes++) {
    await pass('1 minute')
    await minute()
  }
  const asked = sites.asked.map(({ host, path }) => `http://${host}:${sites.port}${path}`)
  expect(asked.toSorted()).toEqual(urls.toSorted())
  await pass('6 days')
  await minute()
  expect(sites.asked).toHaveLength(16)
})

test('a server that ends in the middle fails nobody; another tries an hour later', async () => {
  const url = sites.url('langsom.example/')
  await linking(url)
  const ending = new AbortController()
  sites.answers['langsom.example/'] = () => ending.abort()
  await round({ signal: ending.signal })
  expect(sites.asked).toHaveLength(1)
  const { rows } = await server().query('SELECT tried_at, failures FROM outside.links')
  expect(rows).toEqual([{ tried_at: null, failures: 0 }])
  sites.answers = {}
  await pass('2 minutes')
  await round({ database: servers[1] as Pool })
  expect(sites.asked).toHaveLength(1)
  await pass('1 hour')
  await round({ database: servers[1] as Pool })
  expect(sites.asked).toHaveLength(2)
})

test('while no other site can be reached nobody fails, and while others can, who is gone does', async () => {
  await linking('http://vaek.example/', 'http://vaek-ogsaa.example/')
  await round()
  const counted = async () =>
    (await server().query<{ failures: number }>('SELECT failures FROM outside.links ORDER BY url')).rows.map(
      ({ failures }) => failures,
    )
  expect(await counted()).toEqual([0, 0])
  // One that answered is asked as well.
  await linking(sites.url('godt.example/'))
  await pass('2 days')
  await round()
  expect(await counted()).toEqual([0, 1, 1])
  await pass('9 days')
  await server().query(
    `UPDATE outside.links SET next_at = now() + interval '1 day' WHERE outcome = 'answers'`,
  )
  await round()
  expect(await counted()).toEqual([0, 2, 2])
  await pass('2 days')
  await server().query(
    `UPDATE outside.links SET next_at = now() + interval '1 day' WHERE outcome = 'answers'`,
  )
  await round({ network: { ...thisMachine, resolve: () => Promise.reject(new Error('EAI_AGAIN')) } })
  expect(await counted()).toEqual([0, 2, 2])
  expect((await told()).map(([url, outcome]) => [url, outcome])).toEqual([
    ['http://vaek-ogsaa.example/', 'dns'],
    ['http://vaek.example/', 'dns'],
  ])
})

test('an address longer than an index takes is tried as well', async () => {
  const url = sites.url(`lang.example/${'æ'.repeat(1500)}`)
  await linking(url)
  await round()
  expect(await known()).toEqual([url])
  expect(sites.times('lang.example')).toBe(1)
})
