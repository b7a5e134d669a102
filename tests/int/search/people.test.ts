import { afterAll, beforeAll, expect, test } from 'vitest'
import { queryTerms } from '../../../src/domain/fold.ts'
import { searchableDatabase } from './content.ts'

let database: Awaited<ReturnType<typeof searchableDatabase>>

/** The first content's press contacts, and one whose name has all the letters that can be written in several ways. */
beforeAll(async () => {
  database = await searchableDatabase()
  await database.payload.create({
    collection: 'press-contacts',
    data: {
      name: 'Jørgen Ågård Østergaard',
      slug: 'joergen',
      title: 'Pressevagt',
      email: 'jorgen@aalborg.dk',
      phones: [{ number: '+4699311700' }],
      _status: 'published',
    },
  })
})

afterAll(() => database.drop())

/** The names that a search among press contacts alone finds, the best first. */
async function names(query: string): Promise<string[]> {
  const terms = queryTerms(query)
  const { rows } = await database.client.query<{ name: string }>(
    `SELECT result ->> 'title' AS name
     FROM jsonb_array_elements(search.find($1::text[], $2::text[], '{contact}', NULL, 0, 100) -> 'results') AS result`,
    [terms.map(({ folded }) => folded), terms.map(({ plain }) => plain)],
  )
  return rows.map(({ name }) => name)
}

const found = async (query: string) => (await names(query)).map((name) => name.split(' ')[0])

test.for([
  ['anders aen', 'Anders'],
  ['anders aaen', 'Anders'],
  ['Anders  Åen', 'Anders'],
  ['aaen larsen', 'Anders'],
  ['ANDERS AAEN LARSEN', 'Anders'],
  ['andersaaen', 'Anders'],
  ['kjær', 'Caroline'],
  ['kjaer', 'Caroline'],
  ['kjar', 'Caroline'],
  ['KJÆR', 'Caroline'],
  ['kjær anker', 'Caroline'],
  ['anker caroline', 'Caroline'],
  ['jørgen', 'Jørgen'],
  ['joergen', 'Jørgen'],
  ['jorgen', 'Jørgen'],
  ['jörgen', 'Jørgen'],
  ['østergård', 'Jørgen'],
  ['ostergard', 'Jørgen'],
  ['oestergaard', 'Jørgen'],
  ['agard', 'Jørgen'],
  ['aagaard', 'Jørgen'],
  ['ågård', 'Jørgen'],
  ['a\u030aga\u030ard', 'Jørgen'],
  ['lich', 'Line'],
  ['lich@aalborg.dk', 'Line'],
  ['njk-jv', 'Niels'],
  ['akmo-aeh@aalborg.dk', 'Anna'],
  ['heidi.andersen@aalborg.dk', 'Heidi'],
  ['leder udvikling', 'Kirja'],
  ['presse vagt', 'Jørgen'],
  ['aagard', 'Jørgen'],
  ['ågard', 'Jørgen'],
  ['Jørgen Agård', 'Jørgen'],
  ['25201620', 'Line'],
  ['25 20 16 20', 'Line'],
  ['2520 1620', 'Line'],
  ['+45 25 20 16 20', 'Line'],
  ['0045 25201620', 'Line'],
  ['45 25201620', 'Line'],
  ['1620', 'Line'],
  ['9931 2513', 'Niels'],
  ['+4599312513', 'Niels'],
  ['niels 9931', 'Niels'],
  ['319', 'Anders'],
  ['+46 99', 'Jørgen'],
  ['vagt', 'Jørgen'],
  ['gaard', 'Jørgen'],
  ['ansvarlig', 'Line'],
  ['arbejder', 'Heidi'],
] as const)('"%s" finds only %s', async ([query, name]) => {
  expect(await found(query)).toEqual([name])
})

test.for([
  ['andres aaen', 'Anders'],
  ['lasren', 'Anders'],
  ['chistensen', 'Line'],
  ['christtensen', 'Line'],
  ['christemsen', 'Line'],
  ['xhristensen', 'Line'],
  ['molerup', 'Anna'],
  ['jørgn', 'Jørgen'],
  ['mollerupp', 'Anna'],
  ['hollnd', 'Kirja'],
] as const)('"%s" finds %s in spite of a typing error', async ([query, name]) => {
  expect(await found(query)).toEqual([name])
})

test.for([
  'lien',
  'anan',
  'kjxr',
  'kjæx',
  'chsitesnen',
  'anders thomsen',
  '25201699',
  'zzzzz',
  'sen',
  '162',
  'aalborg',
])('"%s" finds nobody', async (query) => {
  expect(await found(query)).toEqual([])
})

test('æ is also the plain a of hurried people', async () => {
  expect(await found('ænders')).toContain('Anders')
})

test('a longer word is found by a part of it, in the editors’ order', async () => {
  expect(await found('konsulent')).toEqual(['Caroline', 'Niels', 'Anders', 'Cornelius', 'Anna'])
})

test('an absurdly long query is cut off and answered', async () => {
  expect(await found('anders '.repeat(100_000))).toEqual(['Anders', 'Heidi'])
  expect(await found('9'.repeat(1_000_000))).toEqual([])
})

const madsens = (count: number) => Array<string>(count).fill('Madsen')

test.for([
  // The word itself, then a longer one that begins with it, then what is meant but for a typing error.
  ['anders', ['Andres', 'Anders', 'Aen', 'Aaen', 'Andersen'], ['Anders', 'Andersen', 'Andres']],
  // As it was typed before its æ ø å as plain letters.
  ['aen', ['Andres', 'Anders', 'Aen', 'Aaen'], ['Aen', 'Aaen']],
  ['åen', ['Andres', 'Anders', 'Aen', 'Aaen'], ['Aaen', 'Aen']],
  // What begins with the word before its equals.
  [
    'anders',
    ['Bo Andersen', 'Bo Anders', 'Sanders', 'Anders Bo', 'Andersen Bo'],
    ['Anders Bo', 'Bo Anders', 'Andersen Bo', 'Bo Andersen', 'Sanders'],
  ],
  // Typing errors only where little is found without.
  ['madsen', ['Mdasen', ...madsens(4)], [...madsens(4), 'Mdasen']],
  ['madsen', ['Mdasen', ...madsens(5)], madsens(5)],
] as const)('for "%s" the people %j are put in the right order', async ([query, people, order]) => {
  await database.client.query('BEGIN')
  try {
    await database.client.query('DELETE FROM press_contacts')
    await database.client.query(
      `INSERT INTO press_contacts (name, slug, title, _status, _order)
       SELECT name, 'prøve-' || at, 'x', 'published', lpad(at::text, 3, '0')
       FROM unnest($1::text[]) WITH ORDINALITY AS given (name, at)`,
      [people],
    )
    await database.client.query('SET CONSTRAINTS ALL IMMEDIATE')
    expect(await names(query)).toEqual(order)
  } finally {
    await database.client.query('ROLLBACK')
  }
})

test('whom to ask about a subject is found by it, with the subject as the reason', async () => {
  const { docs } = await database.payload.find({
    collection: 'press-contacts',
    where: { name: { equals: 'Heidi Gjesing Andersen' } },
  })
  const save = (subjects: string[]) =>
    database.payload.update({
      collection: 'press-contacts',
      id: docs[0]?.id ?? 0,
      data: { subjects, _status: 'published' },
    })
  await save(['byggesager', 'skoler og dagtilbud'])
  for (const query of ['byggesager', 'byggesag', 'Byggesgaer', 'dagtilbud', 'heidi skoler'])
    expect([query, await found(query)]).toEqual([query, ['Heidi']])
  const { results } = await database.find('byggesager', ['contact'])
  expect(results).toMatchObject([
    { title: 'Heidi Gjesing Andersen', body: 'byggesager, skoler og dagtilbud' },
  ])
  await save([])
  expect(await found('byggesager')).toEqual([])
})
