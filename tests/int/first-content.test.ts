import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closedWeek, weekSpans } from '../../src/domain/hours/week.ts'
import { wordsWith } from '../../src/domain/words/words.ts'
import { fillFirstContent } from '../../src/server/setup/first-content.ts'
import { migratedCms } from './fresh-database.ts'

const YEAR = 2026

let payload: Payload
let database: Awaited<ReturnType<typeof migratedCms>>
/** What a fill that failed half-way said, and what was there after it. */
let failure: string | null
let afterFailure: Record<string, unknown[]>
let filled: Record<string, unknown[]>
let allWords: string

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload

  // A box that takes the address of a later one: the fill fails when it has made a good deal already.
  const inTheWay = await payload.create({
    collection: 'contact-boxes',
    data: { name: 'I vejen', slug: 'by-og-land', _status: 'published' },
  })
  failure = await fillFirstContent(payload, YEAR).then(() => null, String)
  await payload.delete({ collection: 'contact-boxes', id: inTheWay.id })
  afterFailure = await everything()

  await fillFirstContent(payload, YEAR)
  filled = await everything()
  // With the fixed words, of which the content holds only those that differ from the defaults.
  const { overrides } = await payload.findGlobal({ slug: 'labels' })
  allWords = JSON.stringify([filled, wordsWith(overrides)])
})

afterAll(() => database.drop())

test('a fill that fails half-way leaves nothing behind', () => {
  expect(failure).toContain('slug')
  expect(Object.values(afterFailure).flat()).toEqual([])
})

test('a second fill changes nothing', async () => {
  await fillFirstContent(payload, YEAR)
  expect(await everything()).toEqual(filled)
})

test('everything that can be a draft is published', () => {
  const statuses = [...allWords.matchAll(/"_status":"(\w+)"/g)].map(([, status]) => status)
  expect(statuses.length).toBeGreaterThan(50)
  expect(new Set(statuses)).toEqual(new Set(['published']))
})

test.each<[name: string, title: string, phones: string[], email: string | null]>([
  ['Line Christensen', 'Presseansvarlig og journalist', ['+4525201620'], 'lich@aalborg.dk'],
  ['Kirja Holland Thomsen', 'Leder af Kommunikation og Udvikling', ['+4525201608'], 'kht@aalborg.dk'],
  ['Trine Egeberg Henriksen', 'Leder af kommunikation', ['+4525202121'], 'trine.henriksen@aalborg.dk'],
  ['Caroline Kjær Anker', 'Kommunikationskonsulent', ['+4525202111'], 'caroline.anker@aalborg.dk'],
  ['Niels Jahn Knudsen', 'Kommunikationskonsulent', ['+4525202513', '+4599312513'], 'njk-jv@aalborg.dk'],
  ['Anders Aaen Larsen', 'Presse- og Kommunikationskonsulent', ['+4531990811'], null],
  ['Cornelius Corneliussen', 'Kommunikationskonsulent', ['+4593520011'], 'cornelius@aalborg.dk'],
  [
    'Anna Kristine Mollerup',
    'Kommunikationskonsulent',
    ['+4525205401', '+4599315401'],
    'akmo-aeh@aalborg.dk',
  ],
  ['Heidi Gjesing Andersen', 'Pressemedarbejder', ['+4525199402'], 'heidi.andersen@aalborg.dk'],
])('the press contact %s is there with every fact', async (name, title, phones, email) => {
  const { docs } = await payload.find({ collection: 'press-contacts', where: { name: { equals: name } } })
  expect(docs).toMatchObject([{ title, phones: phones.map((number) => ({ number })), email }])
})

test('the press contacts stand in their order', async () => {
  const { docs } = await payload.find({ collection: 'press-contacts', pagination: false, sort: '_order' })
  expect(docs.map(({ slug }) => slug)).toEqual([
    'line-christensen',
    'kirja-holland-thomsen',
    'trine-egeberg-henriksen',
    'caroline-kjaer-anker',
    'niels-jahn-knudsen',
    'anders-aaen-larsen',
    'cornelius-corneliussen',
    'anna-kristine-mollerup',
    'heidi-gjesing-andersen',
  ])
})

const ordinary = 'Almindelig åbningstid'
const reachable = 'Pressen kan ringe'

test.each<
  [slug: string, address: string, phone: string, write: boolean, opening: string | null, calls: string | null]
>([
  ['oekonomi-og-erhverv', 'Boulevarden 13 9000 Aalborg', '+4599311666', true, null, null],
  ['boern-og-unge', 'Godthåbsgade 8 9400 Nørresundby', '+4599314000', true, null, null],
  ['job-og-velfaerd', 'Sønderbro 12 9000 Aalborg', '+4599312664', false, ordinary, null],
  ['klima-og-miljoe', 'Stigsborg Brygge 5 9400 Nørresundby', '+4599312050', true, null, ordinary],
  ['senior-og-omsorg', 'Storemosevej 19 9310 Vodskov', '+4599821000', true, null, ordinary],
  ['sundhed-og-kultur', 'Danmarksgade 17 9000 Aalborg', '+4599311955', true, ordinary, null],
  ['by-og-land', 'Stigsborg Brygge 5 9400 Nørresundby', '+4599312000', true, ordinary, ordinary],
  ['kommunikation-og-udvikling', '', '+4599311666', false, null, null],
  ['pressevagt', '', '+4599821082', false, null, reachable],
])('the contact box %s says how to reach it', async (slug, address, phone, write, opening, calls) => {
  const { docs } = await payload.find({
    collection: 'contact-boxes',
    depth: 1,
    where: { slug: { equals: slug } },
  })
  const [box] = docs
  expect([box?.street, box?.postalCode, box?.city].filter(Boolean).join(' ')).toBe(address)
  expect(box?.phone).toBe(phone)
  expect(box?.write?.shown).toBe(write)
  expect(nameOf(box?.openingHours)).toBe(opening)
  expect(nameOf(box?.phoneHours)).toBe(calls)
})

test('children and young people are sent to Job og Velfærd for access to documents', async () => {
  const { docs } = await payload.find({
    collection: 'contact-boxes',
    where: { slug: { equals: 'boern-og-unge' } },
  })
  expect(docs[0]?.note?.title).toBe('Aktindsigt i børnesager og anbringelser')
  expect(docs[0]?.note?.text).toContain('Job og Velfærd')
})

test('what the sources do not say is marked for an editor', async () => {
  const boxes = await payload.find({ collection: 'contact-boxes', where: { toConfirm: { exists: true } } })
  expect(boxes.totalDocs).toBe(8)
  const hours = await payload.find({ collection: 'opening-hours', where: { toConfirm: { exists: true } } })
  expect(hours.docs.map(({ name }) => name)).toEqual([ordinary])
})

test.each<[name: string, follows: boolean, week: Record<string, string>]>([
  [
    ordinary,
    true,
    { 1: '08:00-15:00', 2: '08:00-15:00', 3: '08:00-15:00', 4: '08:00-17:00', 5: '08:00-15:00' },
  ],
  [
    'Pressemedarbejdernes arbejdstid',
    true,
    { 1: '08:00-15:00', 2: '08:00-15:00', 3: '08:00-15:00', 4: '08:00-17:00', 5: '08:00-15:00' },
  ],
  [
    reachable,
    false,
    {
      1: '07:00-23:00',
      2: '07:00-23:00',
      3: '07:00-23:00',
      4: '07:00-23:00',
      5: '07:00-23:00',
      6: '07:00-23:00',
      7: '07:00-23:00',
    },
  ],
])('the hours »%s« are right', async (name, follows, week) => {
  const { docs } = await payload.find({ collection: 'opening-hours', where: { name: { equals: name } } })
  expect(docs[0]?.followsCalendar).toBe(follows)
  expect(
    Object.fromEntries(
      weekSpans(docs[0]?.week ?? closedWeek).map(({ weekday, from, to }) => [weekday, `${from}-${to}`]),
    ),
  ).toEqual(week)
})

test('the press duty has its phone, its hours and the one to call first', async () => {
  const duty = await payload.findGlobal({ slug: 'press-duty', depth: 1 })
  expect(duty).toMatchObject({
    contactBox: { phone: '+4599821082' },
    reachable: { name: reachable },
    staff: { name: 'Pressemedarbejdernes arbejdstid' },
    lead: { name: 'Line Christensen' },
  })
})

test.each<[department: string, title: string, acting: boolean, name: string, phone: string, email: string]>([
  [
    'Borgmesterkontoret',
    'Kommunaldirektør',
    false,
    'Christian Roslev',
    '+4599311505',
    'christian.roslev@aalborg.dk',
  ],
  [
    'BusinessAalborg',
    'Erhvervsdirektør',
    true,
    'Christian Roslev',
    '+4599311505',
    'christian.roslev@aalborg.dk',
  ],
  [
    'Økonomisk Afdeling',
    'Vicekommunaldirektør',
    false,
    'Jørgen Litske Petersen',
    '+4599311700',
    'jlp@aalborg.dk',
  ],
  ['AaK Bygninger', 'Bygningschef', false, 'Peter Munk', '+4599314060', 'pmu@aalborg.dk'],
  ['Koncernservice', 'Afdelingschef', false, 'Torben Risager', '+4599311160', 'tor@aalborg.dk'],
])('%s has its leader', async (department, title, acting, name, phone, email) => {
  const { docs } = await payload.find({
    collection: 'departments',
    depth: 1,
    where: { name: { equals: department } },
  })
  expect(docs[0]?.appointments).toMatchObject([{ title, person: { name, phone, email } }])
  expect(docs[0]?.appointments?.[0]?.acting ?? false).toBe(acting)
})

test('Borgmesterens Forvaltning stands as a tree, in its order', async () => {
  const { docs } = await payload.find({
    collection: 'departments',
    depth: 0,
    pagination: false,
    sort: '_order',
  })
  const tree = (parent: number | null, indent = ''): string[] =>
    docs
      .filter((doc) => (doc.parent ?? null) === parent)
      .flatMap(({ id, name, kind }) => [`${indent}${name} (${kind})`, ...tree(id, `${indent}  `)])
  expect(tree(null)).toEqual([
    'Borgmesterens Forvaltning (administration)',
    '  Borgmesterkontoret (department)',
    '    Byrådssekretariatet (unit)',
    '      Telefonomstillingen (unit)',
    '    Kommunikation og Udvikling (unit)',
    '    Aalborg Events (unit)',
    '  BusinessAalborg (department)',
    '  Økonomisk Afdeling (department)',
    '    Økonomikontoret (unit)',
    '    Finanskontoret (unit)',
    '    Juridisk kontor (unit)',
    '    IT og Digitalisering (unit)',
    '    Borgerservice (unit)',
    '    Kantinen (staff)',
    '    Budtjenesten (staff)',
    '    Rengøringsenheden (staff)',
    '  AaK Bygninger (department)',
    '  Koncernservice (department)',
    '    AK indkøb (unit)',
    '    HR, Løn og Personale (unit)',
    '    ITCenter & AKPrint (unit)',
  ])
})

test.each([
  // Access to documents: every reference and every time limit.
  '(OFL § 19)',
  '(OFL § 20)',
  '(OFL § 21, stk. 1)',
  '(OFL § 21, stk. 2-5)',
  '(§ 22)',
  '(OFL § 23, stk. 1)',
  '(OFL § 24)',
  '(OFL § 27, nr. 2)',
  '(OFL § 27, nr. 3)',
  '(OFL § 27, nr. 4)',
  '(OFL §§ 28-29)',
  '(OFL § 30, nr. 1)',
  '(OFL § 30, nr. 2)',
  '(OFL § 31)',
  '(OFL § 32)',
  '(OFL § 33, nr. 1)',
  '(OFL § 33, nr. 2)',
  '(OFL § 33, nr. 3)',
  '(OFL § 33, nr. 4)',
  '(OFL § 33, nr. 5)',
  '(OFL § 35)',
  '7 arbejdsdage',
  '20 arbejdsdage',
  'barn under 15 år',
  'forvaltningsloven',
  'Folketingets Ombudsmand',
  'Justitsministeriet',
  // Headings of the press page.
  'Hvad søger du?',
  'Hvem vil du gerne i kontakt med?',
  'Sådan søger du aktindsigt',
  'Dine muligheder',
  'Hvis du vil vide mere',
  'Partsaktindsigt',
  'Det med småt',
  'Måske er du også interesseret i',
  'Har du set…',
  // Borgmesterens Forvaltning.
  'Borgmesterens Forvaltning består af fem afdelinger',
  'Afdelingen består af',
  'Afdelingen består af flere kontorer',
  'Stabsfunktioner',
  'Væsentligste områder',
  'Afdelingen skal samtidig understøtte',
  'Koncernservice består af',
  'Organisationsdiagram for Borgmesterens Forvaltning',
  'valg og afstemninger',
  'sundhedsteknologi, IKT, vindenergi og fjernvarme',
  'budget, regnskab og personaleadministrative forhold',
  'ca. 1 mio. m²',
  'huslejeordning',
  'kontraktforhandling og udbud',
  // The story, the promise, the principles, the facts.
  'Aalborg Kommunes grundfortælling',
  'flere end 1.000 nye indbyggere',
  'lykkeligste i Europa',
  'mere end 1.000 km²',
  'Limfjorden',
  'Vi udvikler os sammen!',
  'Vi fester sammen',
  'Vi løber sammen',
  'Vi spiser sammen',
  'Alle kan noget',
  'Med gode forbindelser',
  'Med store oplevelser',
  'I grøn balance',
  'I fællesskab',
  'politisk godkendt i januar 2019',
  '6. september – 10. november 2018',
  'unge/studerende, børnefamilier, ældre/seniorer, udsatte og udlændinge',
  'Facebook',
  '250 borgere',
  '10. november 2018',
  'Januar 2019',
  '5.441',
  'efteråret 2018',
  'alle 220.000 borgere',
  'Fem vigtige spørgsmål',
  'Inspirationsværktøj til samskabelse',
  'Servicedesign Kommunernes Landsforening',
  'Rigspolitiets samskabelsesværktøjer',
  'Region Nordjyllands samskabelseshåndbog',
  'Samskabelse - en inspirationsguide fra psykiatrien',
  'Designtænkning',
  'Designsprint',
  'De Frivilliges Hus',
  'International House',
  'Grønne agenter',
  'Landdistriktsudvikling',
  'Tryg Aalborg',
  // The frame.
  'Find en af kommunens andre hjemmesider',
  'Gå ind på den valgte hjemmeside',
  'Del indhold',
  'Let digital adgang',
  '29189420',
  'Boulevarden 13',
])('»%s« can be read', (words) => {
  expect(allWords).toContain(words)
})

test('the pages stand as a tree at their addresses, in the order of the menu', async () => {
  const { docs } = await payload.find({ collection: 'pages', depth: 0, pagination: false, sort: '_order' })
  const tree = (parent: number | null, above = ''): string[] =>
    docs
      .filter((doc) => (doc.parent ?? null) === parent)
      .flatMap((doc) => [
        `${above}/${doc.slug}${doc.inMenu ? '' : ' -'}`,
        ...tree(doc.id, `${above}/${doc.slug}`),
      ])
  expect(tree(null)).toEqual([
    '/forside',
    '/om-kommunen',
    '/om-kommunen/presse-og-kommunikation',
    '/om-kommunen/presse-og-kommunikation/pressekontakt',
    '/om-kommunen/organisation',
    '/om-kommunen/organisation/borgmesterens-forvaltning',
    '/om-kommunen/udvikling-og-projekter',
    '/om-kommunen/udvikling-og-projekter/vi-udvikler-os-sammen',
    '/kontakt',
    '/tilgaengelighedserklaering -',
    '/privatliv -',
    '/let-digital-adgang -',
  ])
})

test.each<[slug: string, sections: string[]]>([
  [
    'pressekontakt',
    [
      'pressDuty',
      'contactSearch',
      'contactBoxes: pressevagt',
      'aktindsigtGuidance: Aktindsigt, Sådan søger du aktindsigt, Dine muligheder',
      'aktindsigtGuidance: Aktindsigt efter offentlighedsloven, Partsaktindsigt, Det med småt',
      'aktindsigtDeadline',
      'contactBoxes: oekonomi-og-erhverv, boern-og-unge, job-og-velfaerd, klima-og-miljoe, senior-og-omsorg, sundhed-og-kultur, by-og-land',
      'relatedPages',
      'relatedPages',
    ],
  ],
  ['borgmesterens-forvaltning', ['department', 'organisationChart']],
  [
    'vi-udvikler-os-sammen',
    [
      'story',
      'accordion',
      'principles',
      'facts',
      'richText',
      'richText',
      'richText',
      'linkList',
      'linkList',
      'contactBoxes: kommunikation-og-udvikling',
      'relatedPages',
      'relatedPages',
    ],
  ],
])('the sections of %s stand in their order', async (slug, sections) => {
  const { docs } = await payload.find({ collection: 'pages', depth: 1, where: { slug: { equals: slug } } })
  const named = (docs[0]?.blocks ?? []).map((block) => {
    switch (block.blockType) {
      case 'contactBoxes':
        return `${block.blockType}: ${(block.boxes ?? []).map((box) => typeof box === 'object' && box.slug).join(', ')}`
      case 'aktindsigtGuidance':
        return `${block.blockType}: ${block.guidance.map((part) => typeof part === 'object' && part.title).join(', ')}`
      default:
        return block.blockType
    }
  })
  expect(named).toEqual(sections)
})

test('texts of the ministry and adopted texts are labelled as summaries', async () => {
  const guidance = await payload.find({
    collection: 'aktindsigt-guidance',
    where: { source: { exists: true } },
  })
  expect(guidance.docs.map(({ title, source }) => `${title}: ${source}`).toSorted()).toEqual([
    'Aktindsigt efter offentlighedsloven: Sammenfattet efter Justitsministeriets vejledning',
    'Det med småt: Sammenfattet efter Justitsministeriets vejledning',
  ])
  const story = await payload.find({ collection: 'grundfortaelling' })
  expect(story.docs[0]?.source).toMatch(/^Sammenfatning\..*januar 2019/)
  expect(allWords).toContain('Sammenfatning. Løftet blev politisk godkendt i januar 2019.')
  expect(allWords).toContain('Sammenfatning. Pejlemærkerne blev politisk godkendt i januar 2019.')
})

test('the calendar has five years of public holidays, and the local closing days to confirm', async () => {
  const { docs } = await payload.find({ collection: 'calendar-days', pagination: false, sort: 'date' })
  const days = docs.map(({ date, name }) => `${date.slice(0, 10)} ${name}`)
  expect(days).toContain('2026-04-02 Skærtorsdag')
  expect(days).toContain('2026-12-25 1. juledag')
  expect(days).toContain('2030-12-26 2. juledag')
  expect([...new Set(docs.map(({ date }) => date.slice(0, 4)))]).toEqual([
    '2026',
    '2027',
    '2028',
    '2029',
    '2030',
  ])
  expect(docs.filter(({ name }) => name === 'Store bededag')).toEqual([])
  const local = docs.filter(({ toConfirm }) => toConfirm === 'lokal lukkedag: bekræft')
  // 5 June 2028 is 2. pinsedag as well: one day, one row.
  expect(local).toHaveLength(14)
  expect(local.every(({ closesOffices, countsAsWorkingDay }) => closesOffices && countsAsWorkingDay)).toBe(
    true,
  )
})

test('what people type for what is called something else is there', async () => {
  const { docs } = await payload.find({ collection: 'search-words', depth: 1, pagination: false })
  const pinned = docs.flatMap(({ pins }) =>
    (pins ?? []).map(({ value }) =>
      typeof value === 'object' ? ('name' in value ? value.name : value.title) : value,
    ),
  )
  expect(docs.find(({ words }) => words.includes('papirer'))?.synonyms).toEqual(['aktindsigt'])
  expect(pinned).toEqual(['Borgmesterens Forvaltning', 'Kontakt'])
})

const nameOf = (related: number | { name: string } | null | undefined): string | null =>
  typeof related === 'object' ? (related?.name ?? null) : String(related)

/** Every document of every collection of ours, and the globals. */
async function everything(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const { slug } of payload.config.collections) {
    if (slug.startsWith('payload-')) continue
    const { docs } = await payload.find({
      collection: slug as CollectionSlug,
      depth: 0,
      pagination: false,
      sort: 'id',
    })
    found[slug] = docs
  }
  for (const { slug } of payload.config.globals) {
    const stored = await payload.db.findGlobal({ slug })
    const isStored = Object.keys(stored).length > 0
    found[slug] = isStored ? [await payload.findGlobal({ slug: slug as GlobalSlug, depth: 0 })] : []
  }
  return found
}
