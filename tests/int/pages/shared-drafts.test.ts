import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinksOfPage, SharedDrafts } from '../../../src/domain/time/shared-drafts.ts'
import type { Page } from '../../../src/payload-types.ts'
import { forgetTrailDaily } from '../../../src/server/serve/forget-trail.ts'
import { type Doc, planDesk } from '../cms/planned/plan-desk.ts'

// A link shows the drafts of its pages to whoever has it, for its time, and nothing else; what is approved is what was seen.

let desk: Awaited<ReturnType<typeof planDesk>>
let shared: SharedDrafts<Payload, Page>
const at = (text: string) => Temporal.Instant.from(text)
/** The desk's clock stands at this instant. */
const NOW = at('2026-11-30T09:00+01:00')

beforeAll(async () => {
  desk = await planDesk()
  shared = desk.cms.payload.config.custom.sharedDrafts as typeof shared
})
afterAll(() => desk.drop())

type Made = { message: string; address: string | null }
const share = (page: number, sent: object = {}, who = desk.cms.editor) =>
  desk.cms.ask(
    'POST',
    `/pages/${page}/draft-links`,
    { link: null, title: 'Til skolen', days: 14, ...sent },
    who,
  )
/** The token of a new link to a page. */
async function tokenOf(page: number, sent: object = {}): Promise<string> {
  const { text } = await share(page, sent)
  return (JSON.parse(text) as Made).address?.split('/').at(-1) ?? ''
}
const linksOf = async (page: number): Promise<LinksOfPage> =>
  JSON.parse((await desk.cms.ask('GET', `/pages/${page}/draft-links`)).text) as LinksOfPage
const linkOf = async (page: number) => (await linksOf(page)).links[0]
const withdraw = async (page: number) =>
  desk.cms.ask('POST', `/draft-links/${(await linkOf(page))?.id}/withdraw`)
const open = (token: string, page: number | null = null, now = NOW, isOpening = false) =>
  shared.open({ token, page, at: now.epochMilliseconds, isOpening }, desk.cms.payload)
async function seenOf(token: string, page: number): Promise<string> {
  const link = await open(token, page)
  return link.state === 'open' ? (link.pages[0]?.seen ?? '') : link.state
}
const approve = async (
  token: string,
  page: number,
  sent: Partial<{ name: string; seen: string; answer: 'yes' | 'no'; word: string }> = {},
) =>
  shared.approve(
    {
      token,
      page,
      at: NOW.epochMilliseconds,
      name: 'Anna Berg',
      word: null,
      answer: 'yes',
      seen: await seenOf(token, page),
      ...sent,
    },
    desk.cms.payload,
  )
async function told(kind: string): Promise<object[]> {
  const { rows } = await desk.database.query<object>(
    'SELECT user_id, user_name, collection, document_id, title FROM trail.events WHERE kind = $1 ORDER BY id',
    [kind],
  )
  return rows
}
const newDraft = (fields: object = {}): Promise<Doc> => desk.newPage({ _status: 'draft', ...fields })

test('what a link shows, by token, page and time', async () => {
  const [first, second, other] = [await newDraft(), await newDraft(), await newDraft()]
  const token = await tokenOf(first.id)
  const added = await share(second.id, { link: (await linkOf(first.id))?.id })
  expect(JSON.parse(added.text)).toMatchObject({ address: null })
  const elsewhere = await tokenOf(other.id)
  const gone = await tokenOf(first.id, { title: 'Trukket' })
  expect((await withdraw(first.id)).status).toBe(200)

  const expires = at('2026-12-14T09:00+01:00')
  const before = expires.subtract({ milliseconds: 1 })
  const all = [first.id, second.id, other.id, 2_000_000_000]
  const shown = async (token: string, now: Temporal.Instant) => {
    const found = await Promise.all([null, ...all].map((page) => open(token, page, now)))
    return found.map((link) =>
      link.state === 'open' ? link.pages.map(({ doc }) => doc.id).join('+') : link.state,
    )
  }
  const own = [`${first.id}+${second.id}`, `${first.id}`, `${second.id}`, 'unknown', 'unknown']
  expect(await shown(token, NOW)).toEqual(own)
  expect(await shown(token, before)).toEqual(own)
  expect(await shown(token, expires)).toEqual(Array(5).fill('expired'))
  const others = [`${other.id}`, 'unknown', 'unknown', `${other.id}`, 'unknown']
  expect(await shown(elsewhere, NOW)).toEqual(others)
  expect(await shown(gone, NOW)).toEqual(Array(5).fill('withdrawn'))
  const { rows } = await desk.database.query<{ token_hash: string }>('SELECT token_hash FROM drafts.links')
  const odd = [
    '',
    'x',
    `${token} `,
    token.toUpperCase(),
    token.slice(1),
    '%',
    rows[0]!.token_hash.slice(0, 40),
  ]
  for (const wrong of [...odd, randomBytes(20).toString('hex')])
    expect(await shown(wrong, NOW)).toEqual(Array(5).fill('unknown'))
  // What is stored does not lead back.
  expect(JSON.stringify(rows)).not.toContain(token)
  for (const [page, name] of [
    [other.id, 'gone'],
    [first.id, 'changed'],
  ] as const)
    expect(await approve(token, page, { seen: 'x' })).toBe(name)
  expect(await approve(gone, first.id, { seen: await seenOf(token, first.id) })).toBe('gone')
  expect(await told('draft-approved')).toEqual([])
})

test('the draft is the newest; an approval is of what was seen, once, and says when that has changed', async () => {
  const page = await desk.newPage()
  await desk.draft(page.id, { summary: 'Udkast et' })
  const token = await tokenOf(page.id)
  const before = await seenOf(token, page.id)
  await desk.draft(page.id, { summary: 'Udkast to' })
  expect(await open(token)).toMatchObject({ isAlone: true, pages: [{ doc: { summary: 'Udkast to' } }] })
  expect(await approve(token, page.id, { seen: before })).toBe('changed')

  const twice = await Promise.all([approve(token, page.id), approve(token, page.id)])
  expect([...twice, await approve(token, page.id)]).toEqual(['approved', 'approved', 'approved'])
  expect(await linksOf(page.id)).toMatchObject({
    approvals: [{ name: 'Anna Berg', at: NOW.toString({ fractionalSecondDigits: 3 }), isChanged: false }],
  })
  const [approval] = (await linksOf(page.id)).approvals
  const { docs } = await desk.cms.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: page.id } },
    sort: '-updatedAt',
  })
  expect(approval?.version).toBe(Number(docs[0]?.id))
  expect(await told('draft-approved')).toEqual([
    {
      user_id: null,
      user_name: 'Anna Berg',
      collection: 'pages',
      document_id: page.id,
      title: expect.stringMatching(
        new RegExp(
          `^${String(page.title)} \\(udgave ${approval?.version}, gemt \\p{L}+ den .* kl\\. .*\\)$`,
          'u',
        ),
      ) as string,
    },
  ])

  // Publishing what was approved changes nothing of it, and then there is nothing to approve.
  await desk.publish(page.id, { summary: 'Udkast to' })
  expect((await linksOf(page.id)).approvals).toMatchObject([{ isChanged: false }])
  expect(await open(token)).toMatchObject({ pages: [{ isPublic: true }] })
  expect(await approve(token, page.id, { name: 'Bo' })).toBe('public')
  await desk.draft(page.id, { summary: 'Udkast tre' })
  expect((await linksOf(page.id)).approvals).toMatchObject([{ isChanged: true }])
  await desk.draft(page.id, { summary: 'Udkast to' })
  expect((await linksOf(page.id)).approvals).toMatchObject([{ isChanged: false }])
})

test('a no is kept with its word beside a later yes, each once, and neither is taken for the other', async () => {
  const page = await newDraft()
  const token = await tokenOf(page.id)
  const no = { answer: 'no', word: 'Ret telefonen.' } as const
  for (const sent of [no, no, { ...no, word: 'Og adressen.' }, {}, {}])
    expect(await approve(token, page.id, sent)).toBe('approved')
  const { approvals } = await linksOf(page.id)
  expect(approvals.map(({ isApproved, word }) => `${isApproved} ${word}`).toSorted()).toEqual([
    'false Og adressen.',
    'false Ret telefonen.',
    'true null',
  ])
  expect(await told('draft-refused')).toHaveLength(2)
  await desk.draft(page.id, { summary: 'Rettet' })
  expect((await linksOf(page.id)).approvals.map(({ isChanged }) => isChanged)).toEqual([true, true, true])
})

test('what strangers may write is bounded', async () => {
  const page = await newDraft()
  const token = await tokenOf(page.id)
  const seen = await seenOf(token, page.id)
  const all = Array.from({ length: 32 }, (_, index) => `Navn ${index}`)
  const answers: string[] = []
  for (const name of all) answers.push(await approve(token, page.id, { name, seen }))
  expect(answers.filter((answer) => answer === 'approved')).toHaveLength(30)
  expect(answers.slice(30)).toEqual(['full', 'full'])
})

test('openings are counted; a page that is deleted is shown no more', async () => {
  const [page, along] = [await newDraft(), await newDraft()]
  const token = await tokenOf(page.id)
  await share(along.id, { link: (await linkOf(page.id))?.id })
  await open(token, page.id, NOW, true)
  await open(token, null, NOW, true)
  await open(token, null, NOW)
  await open(token, 2_000_000_000, NOW, true)
  expect(await linkOf(page.id)).toMatchObject({ openings: 2, state: 'open', by: 'redaktion@example.dk' })
  expect((await desk.cms.ask('DELETE', `/pages/${page.id}`)).status).toBe(200)
  expect(await open(token, page.id)).toEqual({ state: 'deleted' })
  expect(await open(token)).toMatchObject({ isAlone: false, pages: [{ doc: { id: along.id } }] })
  expect((await desk.cms.ask('GET', `/pages/${page.id}/draft-links`)).status).toBe(404)
})

test('editors make, extend and withdraw links; strangers none; what is odd is refused in words', async () => {
  const page = await newDraft()
  const nobody = { id: 0, token: '' }
  for (const [method, address] of [
    ['GET', `/pages/${page.id}/draft-links`],
    ['POST', `/pages/${page.id}/draft-links`],
    ['POST', '/draft-links/1/withdraw'],
  ] as const)
    expect((await desk.cms.ask(method, address, undefined, nobody)).status).toBe(403)
  const odd: object[] = [
    { days: 0 },
    { days: 91 },
    { days: 1.5 },
    { days: '14' },
    { title: '' },
    { title: ' \u200b ' },
    { title: 'a'.repeat(101) },
    { link: 'x' },
    { link: 2_000_000_000 },
  ]
  for (const sent of odd) {
    const { status, message } = await share(page.id, sent)
    expect([sent, status, message]).toEqual([
      sent,
      expect.toSatisfy((s) => [400, 409].includes(s as number)),
      expect.stringMatching(/\p{L}/u),
    ])
  }
  expect((await share(2_000_000_000)).status).toBe(404)
  expect((await linksOf(page.id)).links).toEqual([])

  expect(JSON.parse((await share(page.id, { days: 90 })).text)).toMatchObject({
    message: 'Linket virker til søndag den 28. februar 2027 kl. 9.00.',
    address: expect.stringMatching(/^http:\/\/localhost:3000\/udkast\/[0-9a-f]{40}$/),
  })
  const id = (await linkOf(page.id))?.id
  for (let more = 0; more < 19; more++)
    expect((await share((await newDraft()).id, { link: id })).status).toBe(200)
  expect((await share((await newDraft()).id, { link: id })).message).toContain('højst vise 20 sider')
  expect((await share(page.id, { link: id })).status).toBe(200)
  expect((await linkOf(page.id))?.pages).toHaveLength(20)
  expect((await withdraw(page.id)).status).toBe(200)
  expect((await desk.cms.ask('POST', `/draft-links/${id}/withdraw`)).status).toBe(409)
  expect((await share((await newDraft()).id, { link: id })).status).toBe(409)
  expect(await told('draft-withdrawn')).toContainEqual(
    expect.objectContaining({ document_id: page.id, user_name: 'redaktion@example.dk' }),
  )
})

test('a draft with what looks like a CPR number is shared once somebody has looked, which is told', async () => {
  const page = await newDraft({ summary: 'Skriv til 010190-1234' })
  type Answer = { asked?: { key: string; places: object[] }; address?: string }
  const { asked } = JSON.parse((await share(page.id)).text) as Answer
  expect(asked?.places).toEqual([{ label: 'Resumé', masked: '010190-••••' }])
  expect(await linkOf(page.id)).toBeUndefined()
  expect(JSON.parse((await share(page.id, { privateSeen: 'x' })).text)).toHaveProperty('asked')
  expect(await told('private-allowed')).toEqual([])
  const seen = JSON.parse((await share(page.id, { privateSeen: asked?.key })).text) as Answer
  expect(seen.address).toContain('/udkast/')
  expect(await told('private-allowed')).toMatchObject([{ document_id: page.id }])
})

test('links are forgotten 13 months after they ended', async () => {
  const page = await newDraft()
  await tokenOf(page.id, { days: 1 })
  const count = async () => (await linksOf(page.id)).links.length
  const stop = new AbortController()
  const forgetAt = (text: string) => {
    stop.abort()
    return forgetTrailDaily({
      pool: desk.database as never,
      now: () => at(text).epochMilliseconds,
      signal: stop.signal,
      log: { info() {}, warn: (...told: unknown[]) => expect.fail(JSON.stringify(told)) } as never,
    })
  }
  await forgetAt('2027-12-31T08:59:59+01:00')
  expect(await count()).toBe(1)
  await forgetAt('2028-01-01T09:00:01+01:00')
  expect(await count()).toBe(0)
})
