import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Branch, FoundPages, Move } from '../../../../src/domain/tree/desk-tree.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../../cms/rest.ts'

// The pages as editors see them: as a tree by branch, found by title and address, moved between parents, called by pickers.

let cms: Awaited<ReturnType<typeof restOfCms>>
let front: number

beforeAll(async () => {
  cms = await restOfCms()
  front = await make('Forside', 'forside')
})

afterAll(() => cms.drop())

async function make(title: string, slug: string, parent: number | null = null, data: object = {}) {
  const sent = { title, slug, parent, inMenu: false, _status: 'published', ...data }
  const made = await cms.ask('POST', '/pages', sent)
  expect([made.status, made.message]).toEqual([201, ''])
  return made.doc.id as number
}

const read = async <Answer>(address: string) =>
  JSON.parse((await cms.ask('GET', `/pages/tree${address}`)).text) as Answer

const branch = (parent: number) => read<Branch>(`?parent=${parent}`)

async function move(id: number, from: number | null, to: number | null, isTried = false) {
  const { status, message, text } = await cms.ask('POST', `/pages/${id}/move`, { from, to, isTried })
  return { status, message, did: JSON.parse(text) as Move }
}

/** The pages that a search finds, and those with all above them. */
const find = async (q: string) => {
  const { hits, pages } = await read<FoundPages>(`?${new URLSearchParams({ q })}`)
  return [hits, pages.map(({ id }) => id)]
}

/** What a move is answered. */
const why = async (...asked: [number, number | null, number | null]) => {
  const { status, message } = await move(...asked)
  return [status, message]
}

const redirects = async (page: number) =>
  (
    await sql<{ from: string }>(cms.url, 'SELECT "from" FROM redirects WHERE page_id = $1 ORDER BY "from"', [
      page,
    ])
  ).map(({ from }) => from)

test('a branch tells of each page its address, its status and what lies below it, in the editors’ order', async () => {
  const top = await make('Borger', 'borger')
  const one = await make('Affald', 'affald', top)
  await make('Genbrug', 'genbrug', one)
  await cms.ask('PATCH', `/pages/${one}?draft=true`, { title: 'Affald, ny titel', _status: 'draft' })
  const two = await make('Utrykt', 'utrykt', top, { _status: 'draft' })
  expect(await branch(top)).toEqual({
    total: 2,
    pages: [
      {
        id: one,
        parent: top,
        title: 'Affald, ny titel',
        path: '/borger/affald',
        status: 'changed',
        owner: null,
        isPlanned: false,
        below: 1,
        isYours: true,
      },
      {
        id: two,
        parent: top,
        title: 'Utrykt',
        path: '/borger/utrykt',
        status: 'draft',
        owner: null,
        isPlanned: false,
        below: 0,
        isYours: true,
      },
    ],
  })
  expect((await read<Branch>('')).pages.map(({ id }) => id)).toEqual([front, top])
  // A draft that visitors have never seen lies where it says now.
  await cms.ask('PATCH', `/pages/${two}?draft=true`, { parent: one, slug: 'andet', _status: 'draft' })
  expect((await branch(top)).pages.map(({ id }) => id)).toEqual([one])
  expect((await branch(one)).pages.map(({ path }) => path)).toEqual([
    '/borger/affald/genbrug',
    '/borger/affald/andet',
  ])
})

test('a long branch comes in parts', async () => {
  const top = await make('Mange', 'mange')
  await sql(
    cms.url,
    `INSERT INTO pages (title, slug, parent_id, _status, in_menu)
     SELECT 'Nr. ' || n, 'nr-' || n, $1, 'published', false FROM generate_series(1, 500) n`,
    [top],
  )
  const first = await branch(top)
  expect([first.total, first.pages.length, first.pages[0]?.title]).toEqual([500, 100, 'Nr. 1'])
  const last = await read<Branch>(`?parent=${top}&skip=400`)
  expect([last.total, last.pages.length, last.pages.at(-1)?.path]).toEqual([500, 100, '/mange/nr-500'])
})

test('a page is found by its title, its address, a whole address and an old one, with all above it', async () => {
  const top = await make('Kultur', 'kultur')
  const library = await make('Biblioteker', 'biblioteker', top)
  const deep = await make('Åbent 100 % af døgnet', 'aabent', library)
  for (const q of [
    'ÅBENT døgn',
    '100 %',
    '/kultur/biblioteker/aab',
    'biblioteker/aabent',
    'http://localhost:3000/kultur/biblioteker/aabent/',
  ])
    expect([q, await find(q)]).toEqual([q, [[deep], [top, library, deep]]])
  expect(await find('/')).toEqual([[front], [front]])
  expect(await find('https://www.example.dk/kultur')).toEqual([[], []])
  expect(await find('findes_ikke')).toEqual([[], []])
  await move(deep, library, top)
  expect((await find('/kultur/biblioteker/aabent'))[0]).toEqual([deep])
})

test('a branch moves with its drafts, leaves redirects, and what is tried changes nothing', async () => {
  const [one, two] = [await make('Fra', 'fra'), await make('Til', 'til')]
  const page = await make('Gren', 'gren', one)
  const leaf = await make('Blad', 'blad', page)
  await make('Kladde', 'kladde', page, { _status: 'draft' })
  await cms.ask('PATCH', `/pages/${page}?draft=true`, { title: 'Gren, ny titel', _status: 'draft' })
  const would = {
    title: 'Gren, ny titel',
    from: '/fra/gren',
    to: '/til/gren',
    isPublic: true,
    hasDraft: true,
    isTop: false,
    below: 1,
  }
  expect(await move(page, one, two, true)).toEqual({ status: 200, message: '', did: would })
  expect((await branch(one)).pages.map(({ id }) => id)).toEqual([page])
  expect(await redirects(leaf)).toEqual([])

  expect((await move(page, one, two)).did).toEqual(would)
  expect([await redirects(page), await redirects(leaf)]).toEqual([['/fra/gren'], ['/fra/gren/blad']])
  const moved = await cms.payload.findByID({ collection: 'pages', id: page, depth: 0 })
  expect([moved.title, moved.parent, moved._status]).toEqual(['Gren', two, 'published'])
  const draft = await cms.payload.findByID({ collection: 'pages', id: page, depth: 0, draft: true })
  expect([draft.title, draft.parent, draft._status]).toEqual(['Gren, ny titel', two, 'draft'])
  const trail = await sql(
    cms.url,
    `SELECT DISTINCT user_name FROM trail.events WHERE collection = 'pages' AND document_id = $1 AND kind <> 'created'`,
    [page],
  )
  expect(trail).toEqual([{ user_name: 'redaktion@example.dk' }])
})

test('a draft moves and stays a draft, also when it is not finished; what is public below it gets redirects', async () => {
  const [one, two] = [await make('Kladder', 'kladder'), await make('Kladder nu', 'kladder-nu')]
  const draft = await make('Udkast', 'udkast', one, { _status: 'draft' })
  const leaf = await make('Synlig', 'synlig', draft)
  const { did } = await move(draft, one, two)
  expect(did).toMatchObject({ from: '/kladder/udkast', to: '/kladder-nu/udkast', isPublic: false, below: 1 })
  expect(await redirects(leaf)).toEqual(['/kladder/udkast/synlig'])
  const [row] = await sql(cms.url, 'SELECT parent_id AS parent, _status AS status FROM pages WHERE id = $1', [
    draft,
  ])
  expect(row).toEqual({ parent: two, status: 'draft' })

  const { doc } = await cms.ask('POST', '/pages?draft=true', {
    title: 'Ufærdig',
    slug: 'ufaerdig',
    parent: one,
    blocks: [{ blockType: 'accordion', items: [{}] }],
    _status: 'draft',
  })
  expect(await move(doc.id as number, one, two)).toMatchObject({
    status: 200,
    did: { to: '/kladder-nu/ufaerdig' },
  })
  expect((await branch(two)).pages.map(({ title }) => title)).toEqual(['Udkast', 'Ufærdig'])
})

test('what may not be moved there stays, and the answer says why', async () => {
  const one = await make('Øvre', 'oevre')
  const two = await make('Nedre', 'nedre', one)
  const other = await make('Nedre', 'nedre')
  expect(await why(one, null, two)).toEqual([
    409,
    'Siden kan ikke ligge under sig selv eller en af sine egne undersider.',
  ])
  expect(await why(one, null, one)).toEqual([
    409,
    'Siden kan ikke ligge under sig selv eller en af sine egne undersider.',
  ])
  expect(await why(other, null, one)).toEqual([
    409,
    'Adressenavnet »nedre« bruges allerede af siden »Nedre« ved siden af. Intet er flyttet.',
  ])
  expect(await why(front, null, one)).toEqual([409, expect.stringContaining('Forsiden kan ikke flyttes')])
  expect(await why(two, null, other)).toEqual([409, 'Siden er flyttet i mellemtiden. Genindlæs træet.'])
  expect(await why(two, one, one)).toEqual([400, 'Der ligger siden allerede.'])
  expect(await why(two, one, 999_999)).toEqual([404, 'Siden findes ikke længere. Genindlæs træet.'])
  for (const odd of [{}, null, { from: one, to: 'x', isTried: true }, { from: one, to: 0, isTried: false }])
    expect((await cms.ask('POST', `/pages/${two}/move`, odd)).status).toBe(400)
  for (const odd of ['?parent=x', '?skip=-1', '?q=', `?q=${'x'.repeat(301)}`, '?q[a]=1'])
    expect((await cms.ask('GET', `/pages/tree${odd}`)).status).toBe(400)
  for (const [method, address] of [
    ['GET', '/pages/tree'],
    ['POST', `/pages/${two}/move`],
  ] as const)
    expect((await cms.ask(method, address, undefined, { token: '' } as never)).status).toBe(403)

  await cms.ask('PATCH', `/pages/${two}`, { title: 'Låst af en anden' }, cms.administrator)
  await cms.payload.create({
    collection: 'payload-locked-documents' as never,
    data: {
      document: { relationTo: 'pages', value: two },
      user: { relationTo: 'users', value: cms.administrator.id },
    } as never,
  })
  expect(await why(two, one, null)).toEqual([
    423,
    '»Låst af en anden« er ved at blive rettet af en anden. Intet er flyttet.',
  ])
})

test('pickers call a page by title and address, and find it by both, also when what lies above it has moved', async () => {
  const top = await make('Veje', 'veje')
  const page = await make('Kontakt', 'kontakt', top)
  const pick = async (like: string) => {
    const query = new URLSearchParams({
      depth: '0',
      draft: 'true',
      limit: '10',
      'select[title]': 'true',
      'where[and][0][id][not_in][0]': '0',
      'where[and][1][title][like]': like,
    })
    const answer = await cms.ask('POST', '/pages', query)
    return (JSON.parse(answer.text) as { docs: { title: string }[] }).docs.map(({ title }) => title)
  }
  expect(await pick('Kontakt')).toEqual(['Kontakt – /veje/kontakt'])
  expect(await pick('/veje/kon')).toEqual(['Kontakt – /veje/kontakt'])
  await cms.ask('PATCH', `/pages/${top}`, { slug: 'trafik' })
  expect(await pick('/trafik/kontakt')).toEqual(['Kontakt – /trafik/kontakt'])
  expect(await pick('/findes/ikke')).toEqual([])
  // Who asks for documents gets them as they are.
  const { text } = await cms.ask('GET', `/pages/${page}`)
  expect((JSON.parse(text) as { title: string }).title).toBe('Kontakt')
})
