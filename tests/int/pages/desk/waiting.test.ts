import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../../../src/admin/dashboard/documents.ts'
import { readEditing } from '../../../../src/admin/dashboard/read-today.ts'
import { readDeadLinks, readDrafts, readToConfirm } from '../../../../src/admin/dashboard/read-waiting.ts'
import { now } from '../../../../src/server/clock.ts'
import { restOfCms } from '../../cms/rest.ts'

// What the first page of the admin tells an editor to do something about.

const SITE = 'http://localhost:3000'
let cms: Awaited<ReturnType<typeof restOfCms>>
let asker: Asker
let front: number

beforeAll(async () => {
  cms = await restOfCms()
  const user = await cms.payload.findByID({ collection: 'users', id: cms.editor.id })
  asker = { payload: cms.payload, user: { ...user, collection: 'users' } }
  front = await page('Forside', 'forside')
})
afterAll(() => cms.drop())

async function page(title: string, slug: string, data: object = {}) {
  const sent = { title, slug, inMenu: false, _status: 'published', ...data }
  const made = await cms.ask('POST', '/pages', sent)
  expect([made.status, made.message]).toEqual([201, ''])
  return made.doc.id as number
}

/** A text with a link to each address. */
const text = (...urls: string[]) => ({
  root: {
    type: 'root',
    version: 1,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: urls.map((url) => ({
          type: 'link',
          version: 3,
          fields: { linkType: 'custom', url, newTab: false },
          children: [{ type: 'text', version: 1, text: `Se ${url}` }],
        })),
      },
    ],
  },
})
const blocks = (...urls: string[]) => ({ blocks: [{ blockType: 'richText', body: text(...urls) }] })

const said = async (at = '2026-11-30T08:00:00Z') =>
  (await readToConfirm(Temporal.Instant.from(at), asker)).map(({ name, note }) => [name, note])

const edited = async (minutes: number) =>
  (await readEditing(now().add({ minutes }), asker)).map(({ name, who }) => [name, who])

const dead = async () =>
  (await readDeadLinks(SITE, asker)).map(({ name, urls, isPublic }) => [name, urls, isPublic])

test('a draft waits until it is public, and says whose it is', async () => {
  const id = await page('Svømmehal', 'svoemmehal')
  expect(await readDrafts(asker)).toEqual([])
  await cms.ask('PATCH', `/pages/${id}?draft=true`, { title: 'Svømmehallen', _status: 'draft' })
  const hidden = await page('Utrykt', 'utrykt', { _status: 'draft' })
  const drafts = await readDrafts(asker)
  expect(drafts.map(({ name, address, by, isChange }) => ({ name, address, by, isChange }))).toEqual([
    {
      name: 'Side »Utrykt«',
      address: `/admin/collections/pages/${hidden}`,
      by: 'redaktion@example.dk',
      isChange: false,
    },
    {
      name: 'Side »Svømmehallen«',
      address: `/admin/collections/pages/${id}`,
      by: 'redaktion@example.dk',
      isChange: true,
    },
  ])
  await cms.ask('PATCH', `/pages/${id}`, { _status: 'published' })
  await cms.ask('DELETE', `/pages/${hidden}`)
  expect(await readDrafts(asker)).toEqual([])
})

test('what is to be confirmed stands there until its note is empty, also if only a draft has it', async () => {
  const add = (data: object) => cms.ask('POST', '/contact-boxes', { slug: 'bad', name: 'Bad', ...data })
  const { doc } = await add({ toConfirm: 'Er nummeret rigtigt?', _status: 'published' })
  const day = await cms.ask('POST', '/calendar-days', {
    date: '2027-06-05',
    name: 'Grundlovsdag',
    closesOffices: true,
    toConfirm: 'Holder vi lukket?',
  })
  expect(await said()).toEqual([
    ['Kalenderdag »Grundlovsdag 5. juni 2027«', 'Holder vi lukket?'],
    ['Kontaktboks »Bad«', 'Er nummeret rigtigt?'],
  ])
  // A day that is years ahead waits for its turn, and one that is over for nothing.
  for (const at of ['2026-05-01T08:00:00Z', '2027-06-07T08:00:00Z'])
    expect(await said(at)).toEqual([['Kontaktboks »Bad«', 'Er nummeret rigtigt?']])
  await cms.ask('PATCH', `/contact-boxes/${String(doc.id)}?draft=true`, { toConfirm: '', _status: 'draft' })
  await cms.ask('PATCH', `/calendar-days/${String(day.doc.id)}`, { toConfirm: '' })
  expect(await said()).toEqual([])
  await cms.ask('DELETE', `/contact-boxes/${String(doc.id)}`)
})

test('each part of an accessibility statement that must be confirmed stands there, by its newest version', async () => {
  const statement = {
    blockType: 'statement',
    scope: { toConfirm: 'Gælder den?' },
    status: { toConfirm: 'Hvilken status?' },
  }
  const id = await page('Erklæring', 'erklaering', { blocks: [statement] })
  expect((await said()).toSorted()).toEqual([
    ['Side »Erklæring«', 'Gælder den?'],
    ['Side »Erklæring«', 'Hvilken status?'],
  ])
  await cms.ask('PATCH', `/pages/${id}?draft=true`, {
    blocks: [{ ...statement, scope: { toConfirm: null } }],
    _status: 'draft',
  })
  expect(await said()).toEqual([['Side »Erklæring«', 'Hvilken status?']])
  await cms.ask('DELETE', `/pages/${id}`)
  expect(await said()).toEqual([])
})

test('a typed link that leads nowhere is told with its address, whatever it stands in, until it leads somewhere', async () => {
  const living = await page('Her', 'her')
  await cms.ask('POST', '/redirects', { from: '/gammel', page: living })
  const alive = [
    '/her',
    '/gammel',
    '/soeg',
    '/her?side=2',
    'https://example.org/findes-ikke',
    'mailto:a@example.dk',
  ]
  const gone = ['/findes-ikke', `${SITE}/heller-ikke`, '/media/vaek.pdf', '/findes-ikke?side=2']
  const id = await page('Med links', 'med-links', blocks(...alive, ...gone))
  const list = { blockType: 'linkList', heading: 'Genveje', links: [{ label: 'Væk', url: '/vaek' }] }
  await page('Med genveje', 'med-genveje', { blocks: [list] })
  expect(await dead()).toEqual([
    ['Side »Med links«', gone.toSorted(), true],
    ['Side »Med genveje«', ['/vaek'], true],
  ])
  const draft = blocks('/findes-ikke', '/i-kladden')
  await cms.ask('PATCH', `/pages/${id}?draft=true`, { ...draft, _status: 'draft' })
  expect(await dead()).toEqual([
    ['Side »Med links«', gone.toSorted(), true],
    ['Side »Med genveje«', ['/vaek'], true],
    ['Side »Med links«', ['/i-kladden'], false],
  ])
  await cms.ask('PATCH', `/pages/${id}`, { ...blocks('/findes-ikke'), _status: 'published' })
  await page('Nu findes den', 'findes-ikke')
  await page('Den også', 'vaek')
  expect(await dead()).toEqual([])
})

test('what somebody edits is told while they do, with their name', async () => {
  await cms.payload.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: 'pages', value: front },
      user: { relationTo: 'users', value: cms.administrator.id },
    },
  })
  expect(await edited(0)).toEqual([['Side »Forside«', 'chef@example.dk']])
  expect(await edited(6)).toEqual([])
})
