import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { queryTerms } from '../../src/domain/fold.ts'
import { runSetup } from '../../src/server/setup/run-setup.ts'
import { temporaryPostgres } from '../databases.ts'
import { oddQueries } from '../odd-queries.ts'
import { makeContent, makeQueries, type Text } from './search-data.ts'

/**
 * `npm run bench:search [contacts]`: how long search takes among 100,000 contacts with three subjects each and half as many pages, by kind of
 * query, alone and 16 at a time; how that grows from a hundredth of it; what the index costs on disk and per save.
 */
const most = Number(process.argv[2] ?? 100_000)
const AT_A_TIME = 16

const postgres = await temporaryPostgres()
try {
  Object.assign(process.env, { DATABASE_URL: postgres.url, PAYLOAD_SECRET: randomBytes(16).toString('hex') })
  await runSetup({
    databaseUrl: postgres.url,
    dataDir: postgres.folder,
    progress: () => {},
    signal: new AbortController().signal,
  })
  const client = await connect()
  const small = await measureAt(client, Math.round(most / 100))
  const large = await measureAt(client, most)
  console.table(
    Object.fromEntries(
      Object.entries(large.alone).map(([kind, alone]) => [
        kind,
        {
          ...spread(alone),
          [`p95 ${AT_A_TIME} ad gangen`]: quantile(large.together[kind] ?? [], 0.95),
          vækst: round(median(alone) / median(small.alone[kind] ?? [])),
        },
      ]),
    ),
  )
  console.log(await odd(client))
  console.table(await sizes(client))
  console.log(`Genopbygning: ${large.rebuild} s. Ét gem, ms:`, await saves(client))
  await client.end()
} finally {
  await postgres.remove()
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: postgres.url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Fills the database, indexes it, and asks every query alone and among others; times in ms. */
async function measureAt(client: Client, contacts: number) {
  console.log(`\n${contacts} kontakter og ${contacts / 2} sider …`)
  const content = makeContent(contacts, contacts / 2)
  await fill(client, content)
  const startedAt = performance.now()
  await client.query('CALL search.rebuild()')
  const rebuild = Math.round((performance.now() - startedAt) / 1000)
  await client.query('VACUUM ANALYZE')
  const queries = makeQueries(content)
  const alone: Record<string, number[]> = {}
  for (const [kind, asked] of Object.entries(queries)) {
    alone[kind] = []
    for (const query of asked) alone[kind].push(await timed(client, query))
  }
  const together: Record<string, number[]> = {}
  const clients = await Promise.all(Array.from({ length: AT_A_TIME }, connect))
  for (const [kind, asked] of Object.entries(queries)) {
    const waiting = [...asked]
    together[kind] = []
    await Promise.all(
      clients.map(async (one) => {
        for (let query = waiting.pop(); query !== undefined; query = waiting.pop())
          together[kind]?.push(await timed(one, query))
      }),
    )
  }
  await Promise.all(clients.map((one) => one.end()))
  return { alone, together, rebuild }
}

/** Searches as nobody means them, among all that is there: none may fail, none may take long. */
async function odd(client: Client): Promise<string> {
  const { people, pages } = makeContent(200, 20)
  const words = [...people.map(({ name, title }) => `${name} ${title}`), ...pages.map(({ body }) => body)]
  const queries = oddQueries(5000, words.join(' ').split(' '))
  const before = await wholeReads(client)
  const times: [number, string][] = []
  for (const query of queries) times.push([await timed(client, query), query])
  const [slowest] = times.toSorted(([one], [other]) => other - one)
  const reads = (await wholeReads(client)) - before
  return `5.000 tilfældige søgninger, ms: ${JSON.stringify(spread(times.map(([time]) => time)))}; hele tabeller læst: ${reads}; langsomst: ${slowest?.[1].slice(0, 80)}`
}

/** How many times one of the tables of entries was read from one end to the other. */
async function wholeReads(client: Client): Promise<number> {
  await client.query('SELECT pg_stat_force_next_flush()')
  const { rows } = await client.query<{ reads: number }>(
    `SELECT sum(seq_scan)::int AS reads FROM pg_inherits JOIN pg_stat_user_tables ON relid = inhrelid
     WHERE inhparent = 'search.entries'::regclass`,
  )
  return rows[0]?.reads ?? 0
}

async function timed(client: Client, query: string): Promise<number> {
  const terms = queryTerms(query)
  const askedAt = performance.now()
  await client.query('SELECT search.find($1::text[], $2::text[], NULL, NULL, 0, 20)', [
    terms.map(({ folded }) => folded),
    terms.map(({ plain }) => plain),
  ])
  return performance.now() - askedAt
}

/** Content as the CMS stores it, past its triggers. */
async function fill(client: Client, { people, pages }: ReturnType<typeof makeContent>): Promise<void> {
  await client.query(`SET session_replication_role = replica`)
  await client.query(`DELETE FROM press_contacts WHERE slug LIKE 'bench-%'`)
  await client.query(`DELETE FROM press_contacts_phones WHERE id LIKE 'bench-%'`)
  await client.query(`DELETE FROM press_contacts_texts`)
  await client.query(`DELETE FROM pages WHERE slug LIKE 'bench-%'`)
  await client.query(`DELETE FROM pages_blocks_rich_text WHERE id LIKE 'bench-%'`)
  await client.query(
    `WITH made AS (
       INSERT INTO press_contacts (name, slug, title, _status, _order)
       SELECT name, 'bench-' || at, title, 'published', 'z' || at
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS one (name, title, at) RETURNING id, slug)
     INSERT INTO press_contacts_phones (_order, _parent_id, id, number)
     SELECT 1, made.id, made.slug, one.phone
     FROM unnest($3::text[]) WITH ORDINALITY AS one (phone, at) JOIN made ON made.slug = 'bench-' || at`,
    [people.map(({ name }) => name), people.map(({ title }) => title), people.map(({ phone }) => phone)],
  )
  await client.query(
    `INSERT INTO press_contacts_texts (parent_id, path, "order", text)
     SELECT d.id, 'subjects', word.nth, word.text
     FROM unnest($1::text[]) WITH ORDINALITY AS one (subjects, at)
     JOIN press_contacts d ON d.slug = 'bench-' || at
     CROSS JOIN unnest(string_to_array(subjects, ',')) WITH ORDINALITY AS word (text, nth)`,
    [people.map(({ subjects }) => subjects.join(','))],
  )
  for (let at = 0; at < pages.length; at += 5000) await fillPages(client, at, pages.slice(at, at + 5000))
  await client.query(`SET session_replication_role = origin`)
}

async function fillPages(client: Client, from: number, pages: Text[]): Promise<void> {
  await client.query(
    `WITH made AS (
       INSERT INTO pages (title, slug, summary, _status, _order)
       SELECT title, 'bench-' || $4 + at, summary, 'published', 'z'
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS one (title, summary, at) RETURNING id, slug)
     INSERT INTO pages_blocks_rich_text (_order, _parent_id, _path, id, body)
     SELECT 1, made.id, 'blocks', made.slug, jsonb_build_object('root', jsonb_build_object('children',
       jsonb_build_array(jsonb_build_object('children', jsonb_build_array(jsonb_build_object('text', one.body))))))
     FROM unnest($3::text[]) WITH ORDINALITY AS one (body, at) JOIN made ON made.slug = 'bench-' || $4::bigint + at`,
    [
      pages.map(({ title }) => title),
      pages.map(({ summary }) => summary),
      pages.map(({ body }) => body),
      from,
    ],
  )
}

async function sizes(client: Client): Promise<object[]> {
  const { rows } = await client.query<object>(
    `SELECT schemaname || '.' || relname AS navn, pg_size_pretty(pg_total_relation_size(relid)) AS ialt,
            pg_size_pretty(pg_indexes_size(relid)) AS "heraf indeks", n_live_tup::int AS rækker
     FROM pg_stat_user_tables WHERE schemaname = 'search' AND relname IN ('contacts', 'pages', 'vocabulary')
        OR schemaname = 'public' AND relname IN ('press_contacts', 'pages', 'pages_blocks_rich_text')
     ORDER BY pg_total_relation_size(relid) DESC`,
  )
  return rows
}

/** A change of a title with and without search told of it. */
async function saves(client: Client): Promise<Record<string, object>> {
  const run = async (prepare: string) => {
    await client.query(prepare)
    const times: number[] = []
    for (let at = 0; at < 100; at++) {
      const startedAt = performance.now()
      await client.query(`UPDATE pages SET title = title || 'x' WHERE slug = 'bench-' || $1::text`, [at + 1])
      times.push(performance.now() - startedAt)
    }
    return spread(times)
  }
  return {
    uden: await run('SET session_replication_role = replica'),
    med: await run('SET session_replication_role = origin'),
  }
}

function spread(times: number[]) {
  return {
    p50: median(times),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    højst: quantile(times, 1),
  }
}

function median(times: number[]): number {
  return quantile(times, 0.5)
}

function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
