import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApprovalOf, Approvals } from '../../../../../src/domain/accounts/approval.ts'
import { sql } from '../../../../e2e/tools/sql.ts'
import { type Doc, type Name, type RightsSite, rightsSite } from './rights-site.ts'

// »Send til godkendelse«: exactly that version is approved, or it comes back with a word.

let site: RightsSite

beforeAll(async () => {
  site = await rightsSite()
})

afterAll(() => site.drop())

const as = (name: Name) => (method: string, address: string, body?: unknown) =>
  site.ask(method, address, body, site.people[name])

const newest = async (id: number): Promise<Doc> =>
  JSON.parse((await as('editor')('GET', `/pages/${id}?draft=true&depth=0`)).text) as Doc
const shown = async (id: number): Promise<Doc> =>
  JSON.parse((await as('editor')('GET', `/pages/${id}?depth=0`)).text) as Doc

async function take(name: Name, id: number, step: string, word = '', seen?: unknown) {
  const { updatedAt } = await newest(id)
  const answer = await as(name)('POST', `/pages/${id}/approval`, { step, seen: seen ?? updatedAt, word })
  const { message = answer.message } = JSON.parse(answer.text) as { message?: string }
  return { status: answer.status, message }
}

const told = async (name: Name, id: number): Promise<ApprovalOf> =>
  JSON.parse((await as(name)('GET', `/pages/${id}/approval`)).text) as ApprovalOf

const listed = async (name: Name): Promise<Approvals> =>
  JSON.parse((await as(name)('GET', '/approvals')).text) as Approvals

/** A page with a draft by the writer beside what is public. */
async function drafted(whose: 'own' | 'others' = 'own'): Promise<number> {
  const { id } = await site.fresh('pages', whose)
  const saved = await as('writer')('PATCH', `/pages/${id}?draft=true`, {
    summary: 'Ny tekst',
    _status: 'draft',
  })
  expect(saved.status).toBe(200)
  return id
}

const kindsOf = async (id: number): Promise<string[]> =>
  (
    await sql<{ kind: string }>(
      site.url,
      `SELECT kind FROM trail.events WHERE collection = 'pages' AND document_id = $1 AND kind ~ 'appro' ORDER BY id`,
      [id],
    )
  ).map(({ kind }) => kind)

test('a writer asks, a local editor approves, and it is public as it was sent', async () => {
  const id = await drafted()
  expect(await told('writer', id)).toMatchObject({ approval: null, mayAsk: true, mayAnswer: false })
  expect((await take('writer', id, 'ask', 'Se lige')).status).toBe(200)
  expect((await listed('writer')).own).toMatchObject([
    { document: id, state: 'waiting', note: 'Se lige', isOwn: true },
  ])
  expect((await listed('localEditor')).toAnswer).toMatchObject([
    { document: id, by: 'skribent@example.dk', changedBy: null },
  ])
  expect(await told('localEditor', id)).toMatchObject({ mayAnswer: true, approval: { state: 'waiting' } })
  expect((await take('localEditor', id, 'approve')).message).toBe('Godkendt og offentliggjort.')
  expect(await shown(id)).toMatchObject({
    summary: 'Ny tekst',
    _status: 'published',
    updatedBy: 'lokal@example.dk',
  })
  expect(await told('writer', id)).toMatchObject({
    approval: { state: 'approved', answeredBy: 'lokal@example.dk' },
  })
  expect((await listed('localEditor')).toAnswer).toEqual([])
  expect(await kindsOf(id)).toEqual(['approval-asked', 'approved'])
})

test('it comes back with a word, and is sent again', async () => {
  const id = await drafted()
  await take('writer', id, 'ask')
  expect(await take('editor', id, 'return', ' ')).toMatchObject({
    status: 400,
    message: 'Skriv, hvad der skal laves om.',
  })
  expect((await take('editor', id, 'return', 'Tallet mangler')).status).toBe(200)
  expect((await listed('writer')).own).toMatchObject([{ state: 'returned', answer: 'Tallet mangler' }])
  expect((await listed('editor')).toAnswer).toEqual([])
  expect(await take('editor', id, 'approve')).toMatchObject({ status: 409 })
  expect((await take('writer', id, 'ask')).status).toBe(200)
  expect((await take('writer', id, 'withdraw')).status).toBe(200)
  expect((await listed('editor')).toAnswer).toEqual([])
  expect(await kindsOf(id)).toEqual([
    'approval-asked',
    'approval-returned',
    'approval-asked',
    'approval-withdrawn',
  ])
  expect(await shown(id)).not.toMatchObject({ summary: 'Ny tekst' })
})

test('what somebody has changed since is not approved unseen', async () => {
  const id = await drafted()
  await take('writer', id, 'ask')
  const { updatedAt } = await newest(id)
  await as('writer')('PATCH', `/pages/${id}?draft=true`, { summary: 'Noget andet', _status: 'draft' })
  for (const seen of [updatedAt, undefined])
    expect(await take('editor', id, 'approve', '', seen)).toMatchObject({
      status: 409,
      message: expect.stringContaining('nyere udgave') as unknown,
    })
  expect(await shown(id)).not.toMatchObject({ summary: 'Noget andet' })
  expect(await told('editor', id)).toMatchObject({ approval: { changedBy: 'skribent@example.dk' } })
  // Who publishes it by the form has answered.
  expect((await as('editor')('PATCH', `/pages/${id}`, { _status: 'published' })).status).toBe(200)
  expect(await told('writer', id)).toMatchObject({ approval: { state: 'approved' } })
})

test('nobody approves but whoever might publish, and nobody withdraws another’s', async () => {
  const id = await drafted('others')
  await take('writer', id, 'ask')
  const before = await site.stored('pages', id)
  for (const name of ['localEditor', 'localEditorOfNothing', 'writer', 'writerOfPart'] as const)
    for (const [step, word] of [
      ['approve', ''],
      ['return', 'Nej'],
    ] as const)
      expect([name, step, (await take(name, id, step, word)).status]).toEqual([name, step, 403])
  expect((await take('editor', id, 'withdraw')).status).toBe(403)
  expect((await take('writerOfPart', id, 'ask')).status).toBe(403)
  expect((await listed('localEditor')).toAnswer).toEqual([])
  expect(await site.stored('pages', id)).toBe(before)
  expect((await listed('editor')).toAnswer).toMatchObject([{ document: id }])
})

test('there must be a draft, and it must be there', async () => {
  const { id } = await site.fresh('pages', 'own')
  expect(await take('writer', id, 'ask')).toMatchObject({ status: 409 })
  expect(
    (await as('writer')('POST', `/pages/999999/approval`, { step: 'ask', seen: 'x', word: '' })).status,
  ).toBe(404)
  for (const body of [
    {},
    { step: 'erase', seen: '', word: '' },
    { step: 'ask', seen: '', word: 'x'.repeat(1001) },
  ])
    expect((await as('writer')('POST', `/pages/${id}/approval`, body)).status).toBe(400)
  const draft = await drafted()
  await take('writer', draft, 'ask')
  expect((await as('editor')('DELETE', `/pages/${draft}`)).status).toBe(200)
  expect((await listed('editor')).toAnswer).not.toMatchObject([{ document: draft }])
})
