import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Pool } from 'pg'
import type { Letter } from '../../../../src/mail/letters.ts'
import { type ReviewMails, sendNext, writeReviewMails } from '../../../../src/server/serve/review-mails.ts'
import { createLog } from '../../../../src/server/tell/log.ts'
import { type Handover, handOver } from '../../../../src/web/handover.ts'
import { restOfCms } from '../../cms/rest.ts'

// The weekly mails to owners, by servers that share one database.

let cms: Awaited<ReturnType<typeof restOfCms>>
let pool: Pool
let owner: number
let pages: number[]

const MONDAY = '2026-11-30T08:00+01:00'
const log = createLog('silent')

beforeAll(async () => {
  cms = await restOfCms()
  handOver({ epochMilliseconds: () => Date.parse('2026-11-30T09:00+01:00') } as Handover)
  pool = new Pool({ connectionString: cms.url })
  const made = await cms.ask('POST', '/owners', {
    name: 'Presse og kommunikation',
    email: 'presse@example.dk',
  })
  owner = made.doc.id as number
  pages = []
  for (const [title, isOwned] of [
    ['Presse', true],
    ['Nyheder', true],
    ['Uden ejer', false],
  ] as const) {
    const { doc } = await cms.ask('POST', '/pages', {
      title,
      slug: title.toLowerCase().replace(' ', '-'),
      inMenu: false,
      _status: 'published',
      ...(isOwned && { owner }),
    })
    pages.push(doc.id as number)
  }
})
afterAll(async () => {
  await pool.end()
  await cms.drop()
})
beforeEach(async () => {
  await pool.query('DELETE FROM reviews.weeks; DELETE FROM reviews.dates')
  await pool.query(`UPDATE pages SET created_at = '2025-11-01'`)
})

const server = (at: string, send: ReviewMails['send']): ReviewMails => ({
  database: pool,
  now: () => Date.parse(at),
  send,
  siteUrl: 'https://www.example.dk',
  log,
})

/** Sends what waits at an instant. @returns the letters, by whom they are for */
async function runAt(at: string, send: (letter: Letter) => Promise<void> = () => Promise.resolve()) {
  const letters: Letter[] = []
  const options = server(at, async (letter) => {
    await send(letter)
    letters.push(letter)
  })
  while (await sendNext(options));
  return letters.toSorted((one, other) => one.to.localeCompare(other.to))
}
/** The mails that administrators are told of as not sent. */
async function unsent() {
  const { text } = await cms.ask('GET', '/reviews', undefined, cms.administrator)
  return (JSON.parse(text) as { unsent: object[] }).unsent
}

const refuse = () =>
  Promise.reject(Object.assign(new Error('presse@example.dk is no'), { responseCode: 451 }))

const to = (letters: Letter[]) => letters.map((letter) => letter.to)

test('each owner gets one mail, the most read first, and administrators one about what nobody owns', async () => {
  await pool.query(
    `INSERT INTO search.visits (day, path, times) VALUES ('2026-11-20', '/nyheder', 40), ('2026-10-20', '/presse', 900)`,
  )
  const [mine, press] = await runAt(MONDAY)
  expect(mine?.to).toBe('chef@example.dk')
  expect(mine?.text).toContain('Side »Uden ejer«')
  expect(press).toEqual({
    to: 'presse@example.dk',
    subject: '2 sider og kontaktbokse skal gennemgås – www.example.dk',
    text: `Hej

Her er det indhold, som Presse og kommunikation ejer, og som skal gennemgås.

Er det stadig rigtigt, så tryk på »Stadig korrekt« til højre, når du har åbnet det. Ellers ret det. Det, der bliver læst mest og har ventet længst, står først.

Side »Nyheder«, senest 1. november 2026, vist 40 gange de seneste 30 dage
https://www.example.dk/admin/collections/pages/${pages[1]}

Side »Presse«, senest 1. november 2026
https://www.example.dk/admin/collections/pages/${pages[0]}

Du får højst ét brev om ugen, og intet, når der ikke er noget at gennemgå.

Venlig hilsen
https://www.example.dk
`,
  })
})

test('a week has one mail, however often servers start; one that was missed goes later, and the next week has its own', async () => {
  expect(await runAt('2026-11-30T07:59:59+01:00')).toHaveLength(2)
  // That was the week before, whose servers had slept.
  expect(await runAt('2026-11-30T07:59:59+01:00')).toEqual([])
  expect(await runAt('2026-12-03T12:00+01:00')).toHaveLength(2)
  expect(await runAt('2026-12-06T12:00+01:00')).toEqual([])
  expect(await runAt('2026-12-07T08:00+01:00')).toHaveLength(2)
  // A server whose clock is behind opens no week again.
  expect(await runAt('2026-12-07T07:59:59+01:00')).toEqual([])
})

test('several servers at once send each mail once', async () => {
  for (const round of Array.from({ length: 5 }, (_, index) => index)) {
    await pool.query('DELETE FROM reviews.weeks')
    const letters = (await Promise.all(Array.from({ length: 6 }, () => runAt(MONDAY)))).flat()
    expect([round, ...to(letters).toSorted()]).toEqual([round, 'chef@example.dk', 'presse@example.dk'])
  }
})

test('nothing is due: no mail, and none for what becomes due later that week', async () => {
  await pool.query(`UPDATE pages SET created_at = '2026-01-01'`)
  expect(await runAt(MONDAY)).toEqual([])
  await pool.query(`UPDATE pages SET created_at = '2025-11-01'`)
  expect(await runAt('2026-12-01T12:00+01:00')).toEqual([])
})

test('what was found to be right meanwhile is not told of', async () => {
  for (const id of pages.slice(0, 2)) await cms.ask('POST', `/pages/${id}/review`, {})
  expect(to(await runAt(MONDAY))).toEqual(['chef@example.dk'])
})

test('a mail that is refused is tried again, later each time, and administrators are told meanwhile', async () => {
  expect(await runAt(MONDAY, refuse)).toEqual([])
  expect(await unsent()).toEqual([
    { owner: 'Presse og kommunikation', isUnknown: false },
    { owner: null, isUnknown: false },
  ])
  const seen = await cms.ask('GET', '/reviews')
  expect(JSON.parse(seen.text)).toMatchObject({ unsent: [] })
  expect(await runAt('2026-11-30T08:00:59+01:00')).toEqual([])
  expect(await runAt('2026-11-30T08:01+01:00')).toHaveLength(2)
  expect(await unsent()).toEqual([])
})

test('a server that ends while it sends has sent once or not at all: no other sends it again, and administrators are told', async () => {
  await new Promise<void>((claimed) => {
    const dies = () => {
      claimed()
      return new Promise<void>(() => {})
    }
    void sendNext(server(MONDAY, dies))
  })
  expect(to(await runAt('2026-11-30T08:30+01:00'))).toEqual(['presse@example.dk'])
  const { rows } = await pool.query('SELECT owner, state FROM reviews.mails ORDER BY owner')
  expect(rows).toEqual([
    { owner: 0, state: 'sending' },
    { owner, state: 'sent' },
  ])
  expect(await unsent()).toEqual([{ owner: null, isUnknown: true }])
})

test('a server begins by itself, and stops', async () => {
  const letters: Letter[] = []
  const mails = writeReviewMails(
    server(MONDAY, (letter) => {
      letters.push(letter)
      return Promise.resolve()
    }),
  )
  await expect.poll(() => letters.length).toBe(2)
  await mails.stop()
})
