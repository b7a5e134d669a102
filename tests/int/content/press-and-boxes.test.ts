import { expect, test } from 'vitest'
import { closedWeek, weekSpans } from '../../../src/domain/hours/week.ts'
import { fillFirstContent } from '../../../src/server/setup/first-content.ts'
import { YEAR, payload, failure, afterFailure, filled, nameOf, everything, allWords } from './filled-site.ts'

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
