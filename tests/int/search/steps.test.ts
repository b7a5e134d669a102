import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMore, searchableDatabase } from './content.ts'

// The steps of a search, each by itself: terms → hits → candidates → rank.

let database: Awaited<ReturnType<typeof searchableDatabase>>

beforeAll(async () => {
  database = await searchableDatabase()
  await addMore(database.client)
})

afterAll(() => database.drop())

async function row<Row extends object>(text: string, values: unknown[] = []): Promise<Row | undefined> {
  return (await database.client.query<Row>(text, values)).rows[0]
}

test('a word stands for its beginnings, its inflections and the words it is a part of', async () => {
  const terms = await row<Record<string, unknown>>(
    `SELECT (term).exact::text, (term).beginning::text, (term).spelling::text, (term).in_texts::text, (term).near,
            asked.written, asked.near AS looked_for, asked.words
     FROM search.terms('{tilladelser}', '{tilladelser}') AS asked, unnest(asked.terms) AS term`,
  )
  expect(terms).toMatchObject({
    exact: `'tilladelser'`,
    beginning: `'tilladelser':*`,
    spelling: `'tilladelser':* | 'tilladelser':*`,
    near: null,
    looked_for: null,
    written: 'tilladelser',
  })
  expect(terms?.words).toEqual(expect.arrayContaining(['tilladelse', 'byggetilladelse']))
})

test.for([
  ['aase', 'ase', `'aase':* | 'ase':*`, `'aase':* | 'ase':*`],
  ['aa', 'a', `'aa':* | 'a':*`, `'aa' | 'a'`],
])(
  '»%s« is looked for in any spelling, in texts as a word if it is brief',
  async ([typed, plain, ...both]) => {
    const terms = await row<{ spelling: string; in_texts: string }>(
      `SELECT (term).spelling::text, (term).in_texts::text
     FROM search.terms(ARRAY[$1], ARRAY[$2]) AS asked, unnest(asked.terms) AS term`,
      [typed, plain],
    )
    expect([terms?.spelling, terms?.in_texts]).toEqual(both)
  },
)

test('of several words each must be there, or all of them written together', async () => {
  const asked = await row<{ heads: string[] }>(
    `SELECT heads::text[] FROM search.terms('{qxanders,qxaaen}', '{qxanders,qxaen}')`,
  )
  expect(asked?.heads).toEqual([
    `( 'qxanders':* | 'qxanders':* ) & ( 'qxaaen':* | 'qxaen':* )`,
    `'qxandersqxaaen':* | 'qxandersqxaen':*`,
  ])
})

const hits = (typed: string, kinds: string) =>
  row<{ titles: string[]; counts: object; is_near: boolean; near: boolean }>(
    `SELECT counts, is_near, (asked).near IS NOT NULL AS near, ARRAY(
       SELECT title FROM unnest(hits) JOIN search.entries USING (kind, collection, id, part) ORDER BY title) AS titles
     FROM search.hits(search.terms(ARRAY[$1], ARRAY[$1]), $2::text[])`,
    [typed, kinds],
  )

test('hits are counted by kind, among the kinds that are searched', async () => {
  expect(await hits('skovfoged', '{contact,page}')).toEqual({
    titles: ['Birgit Skov'],
    counts: { contact: 1 },
    is_near: false,
    near: true,
  })
  expect(await hits('skovfoged', '{page}')).toMatchObject({ titles: [], counts: {}, is_near: false })
})

test('typing errors are looked for only where little was found without', async () => {
  expect(await hits('aalborg', '{contact,page}')).toMatchObject({ near: false })
  expect(await hits('skovfogde', '{contact,page}')).toMatchObject({
    titles: ['Birgit Skov'],
    is_near: true,
    near: true,
  })
})

test('of a kind of which very much was found, at most two hundred are looked at, the best among them', async () => {
  await database.client.query(
    `INSERT INTO press_contacts (name, slug, title, _status, _order)
     SELECT 'Xenia' || n || ' Brogaardsen', 'mange-' || n, 'Vejviser', 'published'::enum_press_contacts_status, 'z' FROM generate_series(1, 300) AS n
     UNION ALL SELECT 'Brogaardsen', 'mange-0', 'Vejviser', 'published', 'z'`,
  )
  const looked = await row<{ few: boolean; best: boolean }>(
    `WITH found AS (SELECT * FROM search.hits(search.terms('{brogaardsen}', '{brogardsen}'), '{contact}'))
     SELECT count(*) <= 200 AS few, bool_or(title = 'Brogaardsen') AS best
     FROM found, unnest(search.candidates(asked, hits, '{contact}')) JOIN search.entries USING (kind, collection, id, part)`,
  )
  await database.client.query(`DELETE FROM press_contacts WHERE slug LIKE 'mange-%'`)
  expect(looked).toEqual({ few: true, best: true })
})

test('of a kind of which more was found the best two hundred fill ten pages', async () => {
  await database.client.query(
    `INSERT INTO press_contacts (name, title, slug, _status, _order)
     SELECT 'Mange ' || n, 'Konsulent', 'mange-' || n, 'published', 'z' || n FROM generate_series(1, 250) AS n`,
  )
  const pages = await database.client.query<{ results: number; total: number }>(
    `SELECT jsonb_array_length(found -> 'results') AS results, (found -> 'counts' ->> 'contact')::int AS total
     FROM generate_series(0, 9) AS page,
          search.find('{mange}', '{mange}', '{contact}', NULL, page * 20, 20) AS found`,
  )
  const ids = await database.client.query<{ different: number }>(
    `SELECT count(DISTINCT result ->> 'id')::int AS different
     FROM jsonb_array_elements(search.find('{mange}', '{mange}', '{contact}', NULL, 0, 200) -> 'results') AS result`,
  )
  await database.client.query(`DELETE FROM press_contacts WHERE slug LIKE 'mange-%'`)
  expect(pages.rows).toEqual(Array.from({ length: 10 }, () => ({ results: 20, total: 250 })))
  expect(ids.rows).toEqual([{ different: 200 }])
})

test.for([
  ['kjaex', 'kjax', false],
  ['kjaerx', 'kjarx', true],
] as const)(
  'typing errors in %s, typed with %s letters, are looked for: %s',
  async ([folded, plain, looked]) => {
    const found = await row<{ near: string[] }>('SELECT search.near_words($1, $2) AS near', [folded, plain])
    expect((found?.near ?? []).length > 0).toBe(looked)
  },
)

test('of equal hits the kinds stand in this order', async () => {
  const kinds = ['contact', 'leader', 'department', 'box', 'page', 'guidance', 'principle', 'story']
  await database.client.query('BEGIN')
  try {
    await database.client.query(
      `INSERT INTO search.entries (collection, id, part, kind, title, line, body, phones, acting, position)
       SELECT 'test', 900 + row_number() OVER (ORDER BY kind), '', kind, 'Quxebor', '', '', '{}', false, ''
       FROM unnest($1::text[]) AS kind`,
      [kinds],
    )
    const { rows } = await database.client.query<{ kind: string; cost: string }>(
      `SELECT rank.kind, rank.cost FROM search.hits(search.terms('{quxebor}', '{quxebor}'), $1) AS found,
         search.rank(found.asked, found.hits, 0, 20) AS rank ORDER BY place`,
      [kinds],
    )
    expect(rows.slice(0, 5).map(({ kind }) => kind)).toEqual(kinds.slice(0, 5))
    expect(rows.map(({ cost }) => Number(cost))).toEqual([
      -10, -9.99, -9.98, -9.97, -9.96, -9.95, -9.95, -9.95,
    ])
  } finally {
    await database.client.query('ROLLBACK')
  }
})

/** Title and cost of what is found, the best first. */
const ranked = async (typed: string[]) =>
  (
    await database.client.query<{ title: string; cost: string }>(
      `SELECT title, cost FROM search.hits(search.terms($1, $1), '{contact,department,page}') AS found,
         search.rank(found.asked, found.hits, 0, 20) JOIN search.entries USING (kind, collection, id, part)
       ORDER BY place`,
      [typed],
    )
  ).rows.map(({ title, cost }) => [title, Number(cost)])

test.for<[what: string, typed: string[], title: string, cost: number]>([
  ['the title is just what was typed', ['byggetilladelse'], 'Byggetilladelse', 0 - 10 + 0.04],
  ['the title begins with it', ['snerydning'], 'Snerydning og glatførebekæmpelse', 0 - 0.5 + 0.04],
  ['a person does it', ['skovfoged'], 'Birgit Skov', 0],
  ['a word begins with it', ['snerydn'], 'Snerydning og glatførebekæmpelse', 1 - 0.5 + 0.04],
  ['it stands in other spelling', ['norgard'], 'Åse Nørgaard', 0],
  ['it is a part of a word', ['tilladelse'], 'Byggetilladelse', 5 + 0.04],
  ['the line has it', ['genbrugspladser'], 'Affald og genbrug', 10 + 0.04],
  ['the text has it', ['storskrald'], 'Affald og genbrug', 30 + 0.04],
  ['the name has it with an error', ['skovfogde'], 'Birgit Skov', 100],
  ['each word costs', ['byggetilladelse', 'carport'], 'Byggetilladelse', 0 + 30 - 0.5 + 0.04],
  ['the words are found only as written together', ['birg', 'it'], 'Birgit Skov', 20 - 0.5],
])('what a result costs: %s', async ([, typed, title, cost]) => {
  expect((await ranked(typed))[0]).toEqual([title, cost])
})
