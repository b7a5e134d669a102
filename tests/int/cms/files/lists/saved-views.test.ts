import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SavedView } from '../../../../../src/domain/accounts/saved-views.ts'
import { restOfCms } from '../../rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>
let writer: { id: number | string; token: string }

beforeAll(async () => {
  cms = await restOfCms()
  writer = await cms.newUser('skribent@example.dk', 'writer')
})

afterAll(() => cms.drop())

const QUERY = 'where[or][0][and][0][title][contains]=havn&sort=-updatedAt'

type By = { id: number | string; token: string }

async function ask(method: string, address: string, by: By, body?: unknown) {
  const { status, text, message } = await cms.ask(method, address, body, by as never)
  type Told = { views?: SavedView[]; errors?: { message: string }[] }
  const told = JSON.parse(text) as Told
  return { status, views: told.views ?? [], message: message || told.errors?.[0]?.message }
}
const save = (by: By, view: object, list = 'pages') =>
  ask('POST', `/${list}/views`, by, { query: QUERY, isShared: false, ...view })
const names = async (by: By, list = 'pages') =>
  (await ask('GET', `/${list}/views`, by)).views.map(({ name }) => name)

const remove = async (by: By, id: unknown, list = 'pages') =>
  (await ask('DELETE', `/${list}/views/${String(id)}`, by)).status

test('views are one’s own until they are shared, also a writer’s', async () => {
  const { status, views } = await save(writer, { name: ' Havnen ' })
  expect([status, views]).toEqual([
    200,
    [
      {
        id: expect.any(Number) as unknown,
        name: 'Havnen',
        query: new URLSearchParams(QUERY).toString(),
        isMine: true,
        isShared: false,
        by: 'skribent@example.dk',
      },
    ],
  ])
  expect([await names(cms.editor), await names(writer, 'people')]).toEqual([[], []])
  await save(writer, { name: 'Havnen', isShared: true })
  expect((await ask('GET', '/pages/views', cms.editor)).views).toMatchObject([
    { name: 'Havnen', isMine: false, isShared: true, by: 'skribent@example.dk' },
  ])
})

test('only whose it is removes one, or an administrator what is shared', async () => {
  const [shared] = (await save(writer, { name: 'Delt', isShared: true })).views.filter(
    ({ name }) => name === 'Delt',
  )
  const [own] = (await save(writer, { name: 'Egen' })).views.filter(({ name }) => name === 'Egen')
  expect(await remove(cms.editor, shared?.id)).toBe(404)
  expect(await remove(writer, shared?.id, 'people')).toBe(404)
  expect(await remove(cms.administrator, own?.id)).toBe(404)
  expect(await remove(cms.administrator, shared?.id)).toBe(200)
  expect(await remove(writer, own?.id)).toBe(200)
  for (const odd of ['x', '-1', '1e99', '99999999999'])
    expect([odd, await remove(writer, odd)]).toEqual([odd, 404])
})

test('what is kept is bounded, and only what a list is asked for', async () => {
  const { views } = await save(cms.editor, {
    name: 'Rest',
    query: 'page=4&depth=9&sort=title&where[title][equals]=a&x=<b>&__proto__[a]=1',
  })
  expect(views.find(({ name }) => name === 'Rest')?.query).toBe('sort=title&where%5Btitle%5D%5Bequals%5D=a')
  for (const [wrong, told] of [
    [{ name: '' }, 'Skriv, hvad visningen skal hedde.'],
    [{ name: 'x'.repeat(61) }, 'Navnet må højst have 60 tegn.'],
    [{ name: 'x', query: 'page=2' }, 'Søg, sortér eller vælg et filter først.'],
    [
      { name: 'x', query: `search=${'x'.repeat(4000)}` },
      expect.stringContaining('for mange betingelser') as unknown,
    ],
    [{ name: 7 }, expect.any(String) as unknown],
    [{ name: 'x', isShared: 'ja' }, expect.any(String) as unknown],
  ] as const)
    expect(await save(cms.editor, { ...wrong })).toMatchObject({ status: 400, message: told })
  const answers = []
  for (let number = 0; number < 31; number += 1)
    answers.push((await save(cms.editor, { name: `Nr. ${number}` }, 'redirects')).status)
  expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true)
  expect(answers[30]).toBe(400)
  expect((await save(cms.editor, { name: 'Nr. 1', isShared: true }, 'redirects')).status).toBe(200)
})

test('strangers are told nothing, and accounts have no views', async () => {
  const nobody = { id: 0, token: '' }
  expect((await ask('GET', '/pages/views', nobody)).status).toBe(403)
  expect((await save(nobody, { name: 'x' })).status).toBe(403)
  expect((await ask('GET', '/users/views', cms.editor)).status).toBe(404)
})
