import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { around, fill } from '../../src/domain/words/sentence.ts'
import { overridesProblem, wordsWith, type Words } from '../../src/domain/words/words.ts'
import { sql } from '../e2e/tools/sql.ts'
import { cmsBefore } from './fresh-database.ts'

let payload: Payload
let database: Awaited<ReturnType<typeof cmsBefore>>
let stored: Record<string, string>
let words: Words

// A site of the time before, on which an editor had changed some words, and others in an older version.
beforeAll(async () => {
  database = await cmsBefore((name) => name.endsWith('_words') && name > '20261127')
  payload = database.payload
  await sql(
    database.url,
    `INSERT INTO labels (id, shell_home, shell_updated, contact_phone_hours, contact_write_by_post, contact_acting,
       search_results, search_for, search_page, search_contacts, search_suggestions, deadline_answer_lead,
       deadline_complete, errors_not_found_text)
     VALUES (1, 'Forside', 'Ændret', 'Telefonen er åben', 'Skriv til', 'Fungerende',
       'fund', 'når du søger', 'Ark', 'personer', 'Bud', 'Du får svar senest',
       'Vi kender kalenderen til', 'Brug {søg} øverst.');
     INSERT INTO _labels_v (id, version_shell_home, version_search_of) VALUES (3, 'Start', 'ud af');`,
  )
  await database.migrate()
  const { overrides } = await payload.findGlobal({ slug: 'labels' })
  stored = overrides as Record<string, string>
  words = wordsWith(stored)
})

afterAll(() => database.drop())

test('a word of before is the same word', () => {
  expect(overridesProblem(stored)).toBeNull()
  expect(words.shell.home).toBe('Forside')
  expect(words.contact.phoneHours).toBe('Telefonen er åben')
  expect(words.search.suggestions).toBe('Bud')
  expect(words.errors.notFoundText).toBe('Brug (søg) øverst.')
})

test('sentences read as the fragments did, those that were changed and those beside them', () => {
  const { shell, contact, hours, search, deadline } = words
  expect(around(shell.updated)).toEqual({ before: 'Ændret ', after: '' })
  expect(fill(contact.writeByPost, { address: 'Boulevarden 13, 9000 Aalborg' })).toBe(
    'Skriv til Boulevarden 13, 9000 Aalborg',
  )
  expect(fill(contact.acting, { title: 'direktør' })).toBe('Fungerende direktør')
  expect(contact.phoneSpecialDays).toBe('Telefonen er åben: Særlige dage')
  expect(fill(hours.eventPhone, { place: 'By og Land' })).toBe('By og Land, telefonen er åben')
  expect(fill(search.result, { count: '1', query: 'vej' })).toBe('1 resultat når du søger »vej«')
  expect(fill(search.results, { count: '12', query: 'vej' })).toBe('12 fund når du søger »vej«')
  expect(fill(search.resultsOnPage, { count: '30', query: 'vej', page: '2', pages: '2' })).toBe(
    '30 fund når du søger »vej«, ark 2 af 2',
  )
  expect(fill(search.noResults, { query: 'vej' })).toBe('Ingen resultater når du søger »vej«')
  expect(fill(search.page, { page: '2', pages: '2' })).toBe('Ark 2 af 2')
  expect(fill(search.contacts, { count: '9' })).toBe('9 personer')
  expect(fill(search.contactsFor, { count: '9', query: 'vej' })).toBe('9 personer for »vej«')
  expect(fill(search.suggestionCount, { count: '3' })).toBe('3 bud')
  expect(fill(deadline.complete, { date: '31. december 2030' })).toBe(
    'Vi kender kalenderen til 31. december 2030.',
  )
  expect(around(deadline.answer)).toEqual({ before: 'Du får svar senest ', after: '' })
})

test('what nobody had changed is the default, and is not stored', () => {
  const defaults = wordsWith({})
  expect(words.kinds).toEqual(defaults.kinds)
  expect(words.duty).toEqual(defaults.duty)
  expect(words.contact.openingSpecialDays).toBe('Åbningstider: Særlige dage')
  expect(words.search.contact).toEqual(defaults.search.contact)
})

test('the versions keep their words', async () => {
  const { docs } = await payload.findGlobalVersions({ slug: 'labels' })
  expect(docs[0]?.version.overrides).toEqual({
    'shell.home': 'Start',
    'search.page': 'Side {page} ud af {pages}',
    'search.resultsOnPage': '{count} resultater for »{query}«, side {page} ud af {pages}',
  })
})

test('the way back leads to the words of before', async () => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    const rows = async (table: string) =>
      (await client.query<Record<string, unknown>>(`SELECT * FROM ${table}`)).rows
    await database.step.down({ db: payload.db.drizzle, payload } as never)
    const [labels] = await rows('labels')
    expect(labels).toMatchObject({
      shell_home: 'Forside',
      shell_updated: 'Ændret',
      contact_phone_hours: 'Telefonen er åben',
      contact_special_days: 'Særlige dage',
      search_page: 'Ark',
      search_of: 'af',
      search_suggestions: 'Bud',
      deadline_answer_lead: 'Du får svar senest',
    })
    // Where one fragment ended and the next began is not known; what is read is the same.
    const { search_result, search_results, search_no_results, search_for } = labels ?? {}
    expect(
      [search_result, search_results, search_no_results].map((found) => `${found} ${search_for}`),
    ).toEqual(['resultat når du søger', 'fund når du søger', 'Ingen resultater når du søger'])
    expect(labels).not.toHaveProperty('overrides')
    expect(await rows('_labels_v')).toMatchObject([
      { version_shell_home: 'Start', version_search_of: 'ud af' },
    ])
  } finally {
    await client.end()
  }
})
