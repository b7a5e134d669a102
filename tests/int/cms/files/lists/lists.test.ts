import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSite } from './list-site.ts'

let site: Awaited<ReturnType<typeof listSite>>
beforeAll(async () => {
  site = await listSite()
  await fill()
})
afterAll(() => site.drop())

/** Some of everything that a list can hold. */
async function fill() {
  const { payload } = site
  const make = async (collection: string, data: object, draft = false): Promise<number> =>
    Number(((await payload.create({ collection, data, draft } as never)) as { id: number }).id)
  const published = { _status: 'published' }
  const department = await make('departments', { name: 'Skole | Børn', kind: 'unit', ...published })
  await make('departments', { name: 'Skole | Børn', kind: 'staff', ...published })
  await make('people', {
    name: '=Anna "A" Bøgh; leder',
    phone: '25 20 16 20',
    email: 'anna@example.dk',
    ...published,
  })
  await make('people', { name: '-', phone: '+46 8 123 456 78' }, true)
  const owner = await make('owners', { name: 'Telefoni; borgere', email: 'telefoni@example.dk' })
  const box = await make('contact-boxes', {
    name: 'Borgerservice',
    department,
    owner,
    phone: '1813',
    write: { shown: true, url: 'mailto:borger@example.dk' },
    note: { title: 'Husk', text: 'Første linje\nAnden linje; med "citat"' },
    ...published,
  })
  const contact = await make('press-contacts', {
    name: 'Mette Holm',
    title: 'Chef',
    phones: [{ number: '25 20 16 20' }, { number: '+46 8 123 456 78' }],
    subjects: ['byggesager', 'a | b', '\\'],
    ...published,
  })
  const page = await make('pages', { title: 'Kontakt', slug: 'kontakt', summary: 'Kort', ...published })
  await make('redirects', { from: '/a', page })
  await make('redirects', { from: '/b', url: '/kontakt' })
  await make('redirects', { from: '/c?id=1', url: 'https://example.dk/' })
  await make('search-words', { words: ['rumhotel', 'x|y'], synonyms: ['børnehave'] })
  await make('search-words', {
    words: ['hjælp'],
    pins: [
      { relationTo: 'pages', value: page },
      { relationTo: 'contact-boxes', value: box },
      { relationTo: 'press-contacts', value: contact },
    ],
  })
  await payload.update({
    collection: 'people',
    where: { name: { equals: '-' } },
    data: { email: 'b@example.dk' },
    draft: true,
  })
  const [first] = (
    await payload.find({ collection: 'people', where: { email: { equals: 'anna@example.dk' } } })
  ).docs
  await payload.update({
    collection: 'people',
    id: first?.id ?? 0,
    data: { email: 'ny@example.dk' },
    draft: true,
  })
}

const IMPORTABLE = ['press-contacts', 'people', 'contact-boxes', 'redirects', 'search-words']

const count = async (slug: string) => (await site.payload.count({ collection: slug as 'people' })).totalDocs

const versions = async () => (await site.payload.countVersions({ collection: 'people' })).totalDocs

test.for(IMPORTABLE)('%s: what is fetched changes nothing, with either separator', async (slug) => {
  for (const separator of ['semikolon', 'komma']) {
    const file = await site.fetchList(slug, `?separator=${separator}`)
    expect(file.startsWith('Id')).toBe(true)
    const { rows, message, plan } = await site.send(slug, file)
    expect([message, rows.length, ...new Set(rows.map(({ state }) => state))]).toEqual([
      '',
      await count(slug),
      'same',
    ])
    expect((await site.send(slug, file, plan)).written).toBe(0)
  }
})

test('every list can be fetched, by whoever is logged in', async () => {
  const slugs = site.payload.config.collections
    .map(({ slug }) => slug)
    .filter((slug) => !slug.startsWith('payload-'))
  for (const slug of slugs)
    expect([slug, (await site.fetchList(slug)).split('\r\n', 1)[0]]).toEqual([
      slug,
      expect.stringMatching(/^Id;/),
    ])
  const nobody = { id: 0, token: '' }
  expect((await site.ask('GET', '/people/export', undefined, nobody)).status).toBe(403)
  expect((await site.send('people', 'Id;Navn\n;x', null, nobody)).status).toBe(403)
  for (const slug of slugs.filter((one) => !IMPORTABLE.includes(one)))
    expect([slug, (await site.send(slug, 'Id\n1')).status]).toEqual([slug, expect.toBeOneOf([404, 405])])
})

/** The names in a file of people. */
const names = (file: string) =>
  file
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';', 3)[2])

test('a list is fetched as it is shown: filtered, searched, in its order, in the newest version', async () => {
  expect(names(await site.fetchList('people', '?where[name][equals]=-'))).toEqual(["'-"])
  expect(await site.fetchList('people', '?search=anna')).toContain('ny@example.dk')
  expect(names(await site.fetchList('redirects', '?sort=-from')).length).toBe(3)
  expect(await site.fetchList('people')).toMatch(/;"'=Anna ""A"" Bøgh; leder";/)
  expect(await site.fetchList('people')).toMatch(/Offentliggjort, med nyere kladde/)
  expect((await site.fetchList('users')).toLowerCase()).not.toMatch(/password|adgangskode|hash|salt|session/)
})

test('new and changed rows are told and saved as typed, published or not', async () => {
  const { docs } = await site.payload.find({ collection: 'press-contacts' })
  const id = docs[0]?.id
  const { tried, written, message } = await site.bring(
    'press-contacts',
    `Id;Navn;Titel;Telefonnumre;Spørg mig om;Status\n${id};Mette Holm;Direktør;40 11 22 33;veje;\n;Ny Person;Konsulent;4525201621 | +45 25 20 16 22;;offentliggjort\n;Kladde Person;Konsulent;112;;\n`,
  )
  expect([message, written]).toEqual(['', 3])
  expect(tried).toMatchObject([
    { state: 'changed', name: 'Mette Holm', becomes: 'published' },
    { state: 'new', name: 'Ny Person', becomes: 'published' },
    { state: 'new', becomes: 'draft' },
  ])
  expect(tried[0]?.changes).toContainEqual({ heading: 'Titel', before: 'Chef', after: 'Direktør' })
  const { docs: now } = await site.payload.find({ collection: 'press-contacts', sort: 'name', draft: true })
  expect(
    now.map(({ name, _status, phones }) => [name, _status, phones?.map(({ number }) => number)]),
  ).toEqual([
    ['Kladde Person', 'draft', ['112']],
    ['Mette Holm', 'published', ['+4540112233']],
    ['Ny Person', 'published', ['+4525201621', '+4525201622']],
  ])
  const trail = await site.payload.db.pool.query(
    `SELECT user_name, kind FROM trail.events WHERE collection = 'press-contacts' ORDER BY id DESC LIMIT 4`,
  )
  expect(trail.rows).toContainEqual({ user_name: 'redaktion@example.dk', kind: 'published' })
})

test('one wrong row is told with its reason, and nothing is saved', async () => {
  const { docs } = await site.payload.find({ collection: 'people', sort: 'id' })
  const [first, second] = docs.map(({ id }) => id)
  const before = [await count('people'), await versions()]
  const wrong: [row: string, reason: RegExp][] = [
    ['999999;X;;', /Id 999999 findes ikke/],
    ['x;X;;', /»x« er ikke et Id/],
    [`${first};X;;`, /Id \d+ står også i linje 2/],
    [`${second};;;`, /intet navn/],
    [';Y;=1+1;', /»Telefon«: begynder med »=«/],
    [';Y;123;', /»Telefon«: »123« er ikke et telefonnummer/],
    [';Y;;ikke en adresse', /E-mail|e-mail/],
    [';@Y;;', /»Navn«: begynder med »@«/],
    [';Y', /har 2 felter/],
  ]
  for (const [row, reason] of wrong) {
    const file = `Id;Navn;Telefon;E-mail\n${first};Ændret;;\n${row}\n`
    const { rows, plan } = await site.send('people', file)
    expect([row, rows[1]?.state, rows[1]?.reasons]).toEqual([row, 'wrong', [expect.stringMatching(reason)]])
    expect((await site.send('people', file, plan)).written).toBe(0)
  }
  expect([await count('people'), await versions()]).toEqual(before)
})

test.for<[string, RegExp[]]>([
  ['ofentliggjort', [/^Skriv »Offentliggjort«|^»Status«: Skriv/]],
  ['Kladde', []],
  ['Offentliggjort', []],
])('all that is wrong with a row is told at once, and once: %s', async ([status, more]) => {
  const { rows } = await site.send('people', `Status;Navn;Telefon;E-mail\n${status};;123;ikke en adresse`)
  const wrong = [...more, /^»Telefon«: »123« er ikke et telefonnummer/, /navn/i, /e-mail/i]
  const reasons = rows[0]?.reasons ?? []
  expect(reasons).toHaveLength(wrong.length)
  for (const one of wrong) expect(reasons).toContainEqual(expect.stringMatching(one))
})

test('a file that is fetched is named in Danish, with the day', async () => {
  const { headers } = await site.ask('GET', '/press-contacts/export', undefined, site.editor)
  expect(headers.get('content-disposition')).toContain('"pressekontakter-2026-11-30.csv"')
})

test('texts with parts cannot be changed by a file, and of two with one name the number is asked for', async () => {
  const { docs } = await site.payload.find({ collection: 'contact-boxes' })
  const id = docs[0]?.id
  const reasonOf = async (file: string) => (await site.send('contact-boxes', file)).rows[0]?.reasons?.join()
  expect(await reasonOf(`Id;Tekst i boksen\n${id};Ny`)).toMatch(/kan ikke ændres med en fil/)
  expect(await reasonOf(`Id;Afdeling\n${id};Skole | Børn`)).toMatch(/kan være Skole | Børn #\d+ eller/)
  expect(await reasonOf(`Id;Afdeling\n${id};Findes ikke`)).toMatch(/»Findes ikke« findes ikke/)
  expect(await reasonOf(`Id;Status\n${id};Kladde`)).toMatch(/tager intet af siden/)
  const { rows } = await site.send('contact-boxes', `Id;Skriv til os: Adresse\n${id};`)
  expect(rows[0]).toMatchObject({
    state: 'changed',
    changes: [{ before: 'mailto:borger@example.dk', after: '' }],
  })
})

test('redirects without an Id are known by their old address', async () => {
  const { tried, written } = await site.bring(
    'redirects',
    'Gammel adresse;Fører til\n/A/;https://example.dk/ny\n/D.aspx?ID=2&b=1;/kontakt/\n/e;/d.aspx?b=1&id=2\n',
  )
  expect(tried.map(({ state, reasons }) => [state, reasons])).toEqual([
    ['changed', undefined],
    ['new', undefined],
    ['new', undefined],
  ])
  expect(written).toBe(3)
  for (const [row, reason] of [
    ['/x;/findes-ikke', /ingen side på »\/findes-ikke«/],
    ['/kontakt;/soeg', /står siden »Kontakt«/],
    ['/x;/x', /til sig selv/],
    ['/x;javascript:alert(1)', /javascript/],
    ['https://evil.dk/x;/kontakt', /ikke på denne hjemmeside/],
  ] as const) {
    const { rows } = await site.send('redirects', `Gammel adresse;Fører til\n${row}`)
    expect([row, rows[0]?.reasons]).toEqual([row, [expect.stringMatching(reason)]])
  }
})

test('only what was seen is done', async () => {
  const [person] = (await site.payload.find({ collection: 'people', sort: 'id' })).docs
  const file = `Id;Telefon\n${person?.id};40 11 22 33`
  const { plan } = await site.send('people', file)
  await site.payload.update({
    collection: 'people',
    id: person?.id ?? 0,
    data: { phone: '25 20 16 29' },
    draft: true,
  })
  const done = await site.send('people', file, plan)
  expect([done.written, done.rows[0]?.changes[0]?.before]).toEqual([0, '25 20 16 29'])
})

test('a file that is none is refused, and nothing is changed', async () => {
  expect((await site.send('people', new Uint8Array([80, 75, 3, 4, 0]))).message).toMatch(/ikke en CSV-fil/)
  expect((await site.send('people', 'Telefon\n112')).message).toMatch(/mangler »Navn«/)
  expect(
    await site.send('people', Uint8Array.from(Buffer.from('Navn;Telefon\nSøren;', 'latin1'))),
  ).toMatchObject({
    isUtf8: false,
    rows: [{ name: 'Søren', state: 'new' }],
  })
})
