import { afterAll, beforeAll, expect, test } from 'vitest'
import { planDesk } from './plan-desk.ts'

// What several plans, and editors by hand between them, leave public.

let desk: Awaited<ReturnType<typeof planDesk>>

beforeAll(async () => {
  desk = await planDesk()
})

afterAll(() => desk.drop())

test('what is planned for one page is made in its order, whoever makes it and whatever was in the way', async () => {
  const { newPage, draft, newest, plan, runAt, shown, database } = desk
  const page = await newPage()
  const pages = [await newPage(), await newPage(), await newPage()]
  for (const { id } of [...pages, page])
    await plan(await draft(id, { summary: 'Klokken otte' }), { set: (await setOf('Otte')) ?? 'Otte' })
  await plan(await draft(page.id, { summary: 'Klokken tolv' }), { time: '12' })
  await plan(await newest(page.id), { kind: 'unpublish', time: '16' })

  // Late, by several at once.
  const ran = await Promise.all([1, 2, 3].map(() => runAt('2026-12-01T11:59+01:00')))
  expect(ran.flat()).toMatchObject([{ state: 'done' }])
  expect((await shown(page.id)).summary).toBe('Klokken otte')
  await Promise.all([1, 2, 3].map(() => runAt('2026-12-01T18:00+01:00')))
  await runAt('2026-12-01T18:00+01:00')
  expect((await shown(page.id))._status).toBe('draft')

  // The first is put off: the second waits for it.
  const other = await newPage()
  await plan(await draft(other.id, { summary: 'Først' }), { date: '2026-12-02' })
  await plan(await draft(other.id, { summary: 'Sidst' }), { date: '2026-12-02', time: '9' })
  const at = '2026-12-02T08:30+01:00'
  await database.query(`UPDATE planned.sets SET try_at = $1 WHERE at = '2026-12-02T08:00+01:00'`, [at])
  expect(await runAt('2026-12-02T08:29+01:00')).toEqual([])
  expect(await runAt('2026-12-02T09:10+01:00')).toMatchObject([{ state: 'done' }, { state: 'done' }])
  expect((await shown(other.id)).summary).toBe('Sidst')
}, 60_000)

const setOf = async (name: string) =>
  (await desk.setsOf()).find((set) => set.name === name && set.state === 'waiting')?.id

test('what was taken down by hand stays down', async () => {
  const { newPage, draft, plan, publish, runAt, shown, cms, setsOf } = desk
  const page = await newPage({ _status: 'draft' })
  await plan(await draft(page.id, { summary: 'Planlagt' }), { date: '2026-12-03' })
  await publish(page.id, { summary: 'Før tid' })
  await cms.ask('PATCH', `/pages/${page.id}`, { _status: 'draft' })
  expect(await runAt('2026-12-03T08:00+01:00')).toMatchObject([{ state: 'failed' }])
  expect((await shown(page.id))._status).toBe('draft')
  expect((await setsOf(`/pages/${page.id}/plan`))[0]?.reason).toMatch(/taget af siden/)
})

test('another text that was made public by hand is not taken for the planned one', async () => {
  const { newPage, draft, plan, publish, runAt, shown } = desk
  const page = await newPage({ _status: 'draft', summary: 'Gammelt' })
  await plan(await draft(page.id, { summary: 'Planlagt' }), { date: '2026-12-04' })
  await publish(page.id, { summary: 'Gammelt' })
  expect(await runAt('2026-12-04T08:00+01:00')).toMatchObject([{ state: 'failed' }])
  expect((await shown(page.id)).summary).toBe('Gammelt')
})

test('a correction planned for earlier, and written later, stays', async () => {
  const { newPage, draft, plan, runAt, shown } = desk
  const page = await newPage()
  await plan(await draft(page.id, { summary: 'Juletider' }), { date: '2026-12-05', time: '12' })
  const corrected = await draft(page.id, { summary: 'Resumé', title: `${String(page.title)}, rettet` })
  await plan(corrected, { date: '2026-12-05' })
  await runAt('2026-12-05T12:00+01:00')
  expect(await shown(page.id)).toMatchObject({
    summary: 'Juletider',
    title: `${String(page.title)}, rettet`,
    _status: 'published',
  })
})

test('a page with blocks is public and no draft afterwards; a newer draft stays whose it was', async () => {
  const { newPage, draft, plan, runAt, newest, cms, database } = desk
  const blocks = [{ blockType: 'facts', heading: 'Fakta', facts: [{ text: 'Et' }, { text: 'To' }] }]
  const page = await newPage({ blocks })
  await plan(await draft(page.id, { summary: 'Med blok' }), { date: '2026-12-06' })
  await runAt('2026-12-06T08:00+01:00')
  expect((await newest(page.id))._status).toBe('published')

  await plan(await draft(page.id, { summary: 'Planlagt igen' }), { date: '2026-12-07' })
  await draft(page.id, { summary: 'En andens' }, cms.administrator)
  await runAt('2026-12-07T08:00+01:00')
  expect(await newest(page.id)).toMatchObject({
    _status: 'draft',
    summary: 'En andens',
    updatedBy: 'chef@example.dk',
  })
  const { rows } = await database.query<{ kind: string }>(
    `SELECT kind FROM trail.events WHERE collection = 'pages' AND document_id = $1 ORDER BY id DESC LIMIT 2`,
    [page.id],
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['published', 'changed'])
})

test('two plans for one page at one instant are refused; in one set the newer takes the place of the older', async () => {
  const { newPage, draft, plan, newest } = desk
  const page = await newPage()
  const planned = await draft(page.id, { summary: 'Plan' })
  const time = { date: '2026-12-08' }
  expect((await plan(planned, { ...time, set: 'Sæt' })).status).toBe(200)
  expect((await plan(planned, time)).message).toMatch(/allerede planlagt noget/)
  const again = await plan(await newest(page.id), { set: (await setOf('Sæt')) ?? 0 })
  expect(again.text).toContain('Det afløser det, der var planlagt')
  expect((await plan(planned, { set: '\u202e\u200b' })).message).toBe('Giv sættet et navn på højst 100 tegn.')
})
