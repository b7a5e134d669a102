import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTrail } from '../../../../src/admin/documents/trail/read-trail.ts'
import { messageOf, planDesk, type Wanted } from './plan-desk.ts'

type Desk = Awaited<ReturnType<typeof planDesk>>
let desk: Desk
let cms: Desk['cms']
let database: Client
let [newPage, newest, shown, draft, publish, plan, setsOf, runAt] = [] as unknown as [
  Desk['newPage'],
  Desk['newest'],
  Desk['shown'],
  Desk['draft'],
  Desk['publish'],
  Desk['plan'],
  Desk['setsOf'],
  Desk['runAt'],
]

beforeAll(async () => {
  desk = await planDesk()
  ;({ cms, database, newPage, newest, shown, draft, publish, plan, setsOf, runAt } = desk)
})

afterAll(() => desk.drop())

test('what is published is the text as it was planned, and a newer draft waits on', async () => {
  const page = await newPage()
  const planned = await draft(page.id, { summary: 'Som planlagt' })
  const answer = await plan(planned)
  expect(messageOf(answer)).toBe(
    `»${String(page.title)}« offentliggøres tirsdag den 1. december 2026 kl. 8.00.`,
  )
  await draft(page.id, { summary: 'Skrevet senere' })

  expect(await runAt('2026-12-01T07:59:59.999+01:00')).toEqual([])
  expect((await shown(page.id)).summary).toBe('Resumé')
  expect(await runAt('2026-12-01T08:00+01:00')).toMatchObject([{ state: 'done' }])
  expect(await shown(page.id)).toMatchObject({
    summary: 'Som planlagt',
    _status: 'published',
    updatedBy: 'redaktion@example.dk',
  })
  expect(await newest(page.id)).toMatchObject({ summary: 'Skrevet senere', _status: 'draft' })
  expect(await runAt('2026-12-01T08:00+01:00')).toEqual([])
})

test('what others publish meanwhile stays, and what collides is not made public but told', async () => {
  const page = await newPage()
  const planned = await draft(page.id, { summary: 'Som planlagt' })
  expect((await plan(planned)).status).toBe(200)
  await publish(page.id, { title: 'Ny titel', summary: 'Resumé' }, cms.administrator)
  await runAt('2026-12-01T08:00+01:00')
  expect(await shown(page.id)).toMatchObject({ title: 'Ny titel', summary: 'Som planlagt' })

  const again = await draft(page.id, { summary: 'Endnu en plan' })
  await plan(again, { time: '9' })
  await publish(page.id, { summary: 'En andens ord' }, cms.administrator)
  expect(await runAt('2026-12-01T09:00+01:00')).toMatchObject([{ state: 'failed' }])
  expect((await shown(page.id)).summary).toBe('En andens ord')
  const [failed] = await setsOf(`/pages/${page.id}/plan`)
  expect(failed).toMatchObject({
    state: 'failed',
    by: 'redaktion@example.dk',
    reason: 'chef@example.dk har offentliggjort noget andet i »Resumé«, efter at ændringen blev planlagt.',
  })
  expect((await cms.ask('POST', `/planned/${failed?.id}/withdraw`)).status).toBe(200)
  expect(await setsOf(`/pages/${page.id}/plan`)).toEqual([])
})

test('one plan builds on the one before it; a page goes up and comes down', async () => {
  const page = await newPage({ _status: 'draft' })
  await plan(page)
  const second = await draft(page.id, { summary: 'Anden udgave' })
  await plan(second, { date: '2026-12-02' })
  await plan(await newest(page.id), { kind: 'unpublish', date: '2026-12-04', time: '16' })

  await runAt('2026-12-01T08:00+01:00')
  expect(await shown(page.id)).toMatchObject({ summary: 'Resumé', _status: 'published' })
  await publish(page.id, { title: `Omdøbt ${page.id}`, summary: 'Resumé' })
  await runAt('2026-12-02T08:00+01:00')
  expect(await shown(page.id)).toMatchObject({ summary: 'Anden udgave', title: `Omdøbt ${page.id}` })
  await runAt('2026-12-04T16:00+01:00')
  expect(await shown(page.id)).toMatchObject({ _status: 'draft' })
})

test('the trail says what was planned and for when, also after it was moved', async () => {
  const page = await newPage({ slug: 'taget-ned-senere' })
  await plan(page, { kind: 'unpublish', date: '2026-12-04', time: '16' })
  const [set] = await setsOf(`/pages/${page.id}/plan`)
  const moved = await cms.ask('POST', `/planned/${set?.id}/move`, { date: '2026-12-05', time: '8' })
  expect(messageOf(moved)).toBe('Flyttet til lørdag den 5. december 2026 kl. 8.00.')
  const asked = { person: null, kind: null, from: null, to: null, after: null }
  const { events } = await readTrail(asked, false, cms.payload)
  expect(events.slice(0, 2)).toMatchObject([
    {
      kind: 'plan-moved',
      documentId: page.id,
      plan: { kind: 'unpublish', at: '2026-12-05T07:00:00Z' },
      slug: null,
    },
    {
      kind: 'planned',
      documentId: page.id,
      plan: { kind: 'unpublish', at: '2026-12-04T15:00:00Z' },
      slug: null,
    },
  ])
  await cms.ask('POST', `/planned/${set?.id}/withdraw`)
})

test('a set is made as a whole or not at all', async () => {
  const [one, other] = [await newPage(), await newPage()]
  await plan(await draft(one.id, { summary: 'Første' }), { set: 'Nyt år' })
  const [set] = (await setsOf()).filter(({ name }) => name === 'Nyt år')
  expect((await plan(await draft(other.id, { summary: 'Anden' }), { set: set?.id ?? 0 })).status).toBe(200)
  await publish(other.id, { summary: 'En andens' }, cms.administrator)
  expect(await runAt('2026-12-01T08:00+01:00')).toMatchObject([
    {
      state: 'failed',
      reason: expect.stringContaining(`»${String(other.title)}«: chef@example.dk`) as string,
    },
  ])
  expect((await shown(one.id)).summary).toBe('Resumé')
})

test('servers that come to the same instant make each change once', async () => {
  const pages = []
  for (let number = 0; number < 6; number++) {
    const page = await newPage()
    await plan(await draft(page.id, { summary: 'En gang' }))
    pages.push(page)
  }
  const ran = await Promise.all(Array.from({ length: 4 }, () => runAt('2026-12-01T08:00+01:00')))
  expect(ran.flat()).toHaveLength(6)
  for (const { id } of pages) {
    expect((await shown(id)).summary).toBe('En gang')
    const { rows } = await database.query(
      `SELECT count(*)::int AS times FROM trail.events WHERE collection = 'pages' AND document_id = $1 AND kind = 'published'`,
      [id],
    )
    // By its editor at first, and by the plan.
    expect(rows).toEqual([{ times: 2 }])
  }
})

test('a server that is lost in the middle has made nothing, and the next one makes it', async () => {
  const page = await newPage()
  await plan(await draft(page.id, { summary: 'Efter tabet' }))
  // Holds the page, as a save does; the one who makes the change waits for it.
  await database.query('BEGIN')
  await database.query('SELECT FROM pages WHERE id = $1 FOR UPDATE', [page.id])
  const lost = runAt('2026-12-01T08:00+01:00')
  const watcher = new Client({ connectionString: cms.url })
  await watcher.connect()
  await expect
    .poll(
      async () =>
        (
          await watcher.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ 'FROM "?pages'`,
          )
        ).rowCount,
      { timeout: 5000 },
    )
    .toBe(1)
  await watcher.end()
  expect(await lost.catch(() => [{ state: 'later' }])).toMatchObject([{ state: 'later' }])
  await database.query('ROLLBACK')
  expect((await shown(page.id)).summary).toBe('Resumé')
  expect(await runAt('2026-12-01T08:01+01:00')).toMatchObject([{ state: 'done' }])
  expect((await shown(page.id)).summary).toBe('Efter tabet')
})

test('what cannot be made is refused at once, with the reason', async () => {
  const page = await newPage()
  const again = await draft(page.id, { summary: 'Kladde' })
  const refusals: [Wanted, RegExp][] = [
    [{ date: '2026-11-29' }, /Tidspunktet er forbi/],
    [{ date: '2029-12-01' }, /højst 2 år frem/],
    [{ date: '2027-03-28', time: '2.30' }, /findes ikke/],
    [{ time: 'snart' }, /klokkeslæt/],
    [{ seen: '2026-01-01T00:00:00.000Z' }, /nyere udgave/],
    [{ set: 999_999 }, /venter ikke mere/],
  ]
  for (const [wanted, words] of refusals) expect((await plan(again, wanted)).message).toMatch(words)
  expect((await plan(await newPage())).message).toMatch(/ingen kladde/)
  expect((await plan(await newPage({ _status: 'draft' }), { kind: 'unpublish' })).message).toMatch(
    /ikke offentlig/,
  )
  const below = await newPage({ parent: page.id })
  expect((await plan(again, { kind: 'unpublish' })).message).toContain(String(below.title))
  const bad = await draft(page.id, { summary: '' })
  await database.query(`UPDATE _pages_v SET version_title = NULL WHERE parent_id = $1 AND latest`, [page.id])
  expect((await plan(bad)).message).toMatch(/Titel/)
  expect(await setsOf(`/pages/${page.id}/plan`)).toEqual([])
  const { status } = await cms.ask('POST', `/pages/${page.id}/plan`, {}, { id: 0, token: '' })
  expect(status).toBe(403)
})

test('a time that comes twice is the first; one moves, and what moved keeps its text', async () => {
  const page = await newPage()
  const answer = await plan(await draft(page.id, { summary: 'I nat' }), { date: '2027-10-31', time: '2.30' })
  expect(messageOf(answer)).toContain('søndag den 31. oktober 2027 kl. 2.30 (sommertid')
  const [set] = await setsOf(`/pages/${page.id}/plan`)
  expect(set?.at).toBe('2027-10-31T00:30:00.000Z')
  const moved = await cms.ask('POST', `/planned/${set?.id}/move`, { date: '2026-12-24', time: '8.15' })
  expect(messageOf(moved)).toBe('Flyttet til torsdag den 24. december 2026 kl. 8.15.')
  await runAt('2026-12-24T08:15+01:00')
  expect((await shown(page.id)).summary).toBe('I nat')
})

/** A text with a link to a page. */
const link = (page: number) => ({
  root: {
    type: 'root',
    version: 1,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: [
          {
            type: 'link',
            version: 3,
            fields: { linkType: 'internal', doc: { relationTo: 'pages', value: page }, newTab: false },
            children: [{ type: 'text', version: 1, text: 'Læs mere' }],
          },
        ],
      },
    ],
  },
})

test('what a planned text will refer to stays, and is replaced with the rest', async () => {
  const [page, target, other] = [await newPage(), await newPage(), await newPage()]
  const withLink = await draft(page.id, {
    blocks: [{ blockType: 'richText', heading: 'Om', body: link(target.id) }],
  })
  await plan(withLink)
  await draft(page.id, { blocks: [] })
  expect((await cms.ask('DELETE', `/pages/${target.id}`)).message).toMatch(/planlagt/)
  expect((await cms.ask('DELETE', `/pages/${page.id}`)).message).toMatch(/så længe noget er planlagt/)
  expect((await cms.ask('POST', `/pages/${target.id}/replace`, { with: other.id })).status).toBe(200)
  expect((await cms.ask('DELETE', `/pages/${target.id}`)).status).toBe(200)
  await runAt('2026-12-01T08:00+01:00')
  expect(JSON.stringify((await shown(page.id)).blocks)).toContain(`"value":${other.id}`)
})
