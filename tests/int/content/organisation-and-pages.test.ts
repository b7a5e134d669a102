import { expect, test } from 'vitest'
import { payload, allWords } from './filled-site.ts'

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
    'erhvervsdirektør',
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
  '(OFL § 21, stk. 2–5)',
  '(OFL § 22)',
  '(OFL § 23, stk. 1)',
  '(OFL § 24)',
  '(OFL § 27, nr. 2)',
  '(OFL § 27, nr. 3)',
  '(OFL § 27, nr. 4)',
  '(OFL §§ 28–29)',
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
  'Svarfrist',
  'Klage over afslag',
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
    '/aktindsigt',
    '/kontakt',
    '/tilgaengelighedserklaering -',
    '/privatliv -',
    '/let-digital-adgang -',
  ])
})

test.each<[slug: string, sections: string[]]>([
  ['pressekontakt', ['pressDuty', 'contactSearch', 'linkList', 'relatedPages', 'relatedPages']],
  [
    'aktindsigt',
    [
      'contactBoxes: job-og-velfaerd, boern-og-unge, oekonomi-og-erhverv, klima-og-miljoe, senior-og-omsorg, sundhed-og-kultur, by-og-land',
      'aktindsigtGuidance: Sådan søger du aktindsigt, Dine muligheder',
      'aktindsigtDeadline',
      'aktindsigtGuidance: Svarfrist, Klage over afslag',
      'aktindsigtGuidance: Aktindsigt efter offentlighedsloven, Partsaktindsigt',
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
    'Klage over afslag: Sammenfattet efter Justitsministeriets vejledning',
    'Svarfrist: Sammenfattet efter Justitsministeriets vejledning',
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
  expect(pinned).toEqual(['Borgmesterens Forvaltning', 'Job og Velfærd', 'Aktindsigt', 'Kontakt', 'Kontakt'])
})
