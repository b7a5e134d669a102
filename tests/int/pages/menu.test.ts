import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migratedCms } from '../fresh-database.ts'

let database: Awaited<ReturnType<typeof migratedCms>>
let payload: Payload

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload
})

afterAll(() => database.drop())

type Data = { inMenu?: boolean; parent?: number | null; _status?: 'draft' | 'published' }

const create = async (slug: string, data: Data = {}): Promise<number> => {
  const page = { title: slug, slug, inMenu: true, _status: 'published' as const, ...data }
  return (await payload.create({ collection: 'pages', data: page })).id
}

const save = (id: number, data: Data & { summary?: string }) =>
  payload.update({ collection: 'pages', id, data })

test('the main menu takes twelve pages, and who adds one more is told what to do', async () => {
  await create('forside')
  const inMenu: number[] = []
  for (let number = 1; number <= 12; number += 1) inMenu.push(await create(`side-${number}`))
  const [first = 0] = inMenu
  const full = {
    data: {
      errors: [
        {
          path: 'inMenu',
          message:
            'Hovedmenuen er fuld: Der er plads til 12 sider. Fjern krydset her, eller fjern det først på en anden af siderne øverst.',
        },
      ],
    },
  }
  await expect(create('tretten')).rejects.toMatchObject(full)

  // What is not shown in the menu is not counted, and what is shown already may be saved.
  const outside = await create('uden-for', { inMenu: false })
  const below = await create('under', { parent: first })
  const draft = await create('kladde', { _status: 'draft' })
  await save(first, { summary: 'Nyt resumé' })
  await expect(save(outside, { inMenu: true })).rejects.toMatchObject(full)
  await expect(save(below, { parent: null })).rejects.toMatchObject(full)
  await expect(save(draft, { _status: 'published' })).rejects.toMatchObject(full)

  await save(first, { inMenu: false })
  await save(draft, { _status: 'published' })
  await expect(save(first, { inMenu: true })).rejects.toMatchObject(full)
})

test('a list of pages reads what it shows, no blocks, and the key by which rows are dragged', async () => {
  const { docs } = await payload.find({
    collection: 'pages',
    draft: true,
    depth: 0,
    limit: 1,
    select: { title: true },
  })
  expect(Object.keys(docs[0] ?? {}).toSorted()).toEqual(['_order', 'id', 'title'])
  expect(payload.collections.pages.config.admin.enableListViewSelectAPI).toBe(true)
})
