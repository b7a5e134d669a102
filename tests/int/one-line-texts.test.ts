import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchableDatabase } from './search/content.ts'

let database: Awaited<ReturnType<typeof searchableDatabase>>
let payload: Payload

beforeAll(async () => {
  database = await searchableDatabase()
  payload = database.payload
})

afterAll(() => database.drop())

type AnyField = {
  name?: string
  type: string
  hooks?: { beforeValidate?: ((args: { value: unknown }) => unknown)[] }
  flattenedFields?: AnyField[]
  blocks?: { slug: string; flattenedFields: AnyField[] }[]
}

/** Every field with its path, those of arrays, groups and blocks too. */
function fieldsIn(fields: AnyField[], path: string): { path: string; field: AnyField }[] {
  return fields.flatMap((field) => {
    const own = `${path}.${field.name}`
    return [
      { path: own, field },
      ...fieldsIn(field.flattenedFields ?? [], own),
      ...(field.blocks ?? []).flatMap((block) => fieldsIn(block.flattenedFields, `${own}.${block.slug}`)),
    ]
  })
}

test('every one-line text of every collection and global is trimmed, whatever hooks it has besides', () => {
  const { collections, globals } = payload.config
  const all = [...collections, ...globals]
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .flatMap(({ slug, flattenedFields }) => fieldsIn(flattenedFields as AnyField[], slug))
  // Payload's own: ids and names of rows, the key of the order, what an upload says of itself, and a login.
  const isPayloads = /\.(_order|id|blockName)$|^media\.(?!alt)|^users\.(?!name)/
  const texts = all.filter(({ path, field }) => /^(text|email)$/.test(field.type) && !isPayloads.test(path))
  expect(texts.length).toBeGreaterThan(40)
  const untrimmed = texts.filter(
    ({ field }) => field.hooks?.beforeValidate?.[0]?.({ value: '\u00a0 æ b\t' }) !== 'æ b',
  )
  expect(untrimmed.map(({ path }) => path)).toEqual([])
})

test('what is typed with white space around it is stored without, also in lists and blocks', async () => {
  const contact = await payload.create({
    collection: 'press-contacts',
    data: {
      name: ' Lone  Kjær ',
      title: 'Pressechef\t',
      slug: '',
      email: ' lone@aalborg.example ',
      phones: [{ number: ' 25 20 16 20 ' }],
    },
  })
  expect(contact).toMatchObject({
    name: 'Lone  Kjær',
    title: 'Pressechef',
    slug: 'lone-kjaer',
    email: 'lone@aalborg.example',
    phones: [{ number: '+4525201620' }],
  })
  const page = await payload.create({
    collection: 'pages',
    data: {
      title: '\u200bNy side\u00a0',
      slug: 'ny-side',
      blocks: [{ blockType: 'facts', heading: ' Tal ', facts: [{ figure: ' 7 ', text: 'dage' }] }],
    },
  })
  expect(page).toMatchObject({ title: 'Ny side', blocks: [{ heading: 'Tal', facts: [{ figure: '7' }] }] })
  const word = await payload.create({
    collection: 'search-words',
    data: { words: [' skrald '], synonyms: ['affald '] },
  })
  expect(word).toMatchObject({ words: ['skrald'], synonyms: ['affald'] })
})

test('a name of white space alone is no name', async () => {
  const data = { name: ' \u00a0 ', title: 'Pressechef', slug: 'ingen', phones: [{ number: '25201620' }] }
  await expect(payload.create({ collection: 'press-contacts', data })).rejects.toMatchObject({
    data: { errors: [{ path: 'name' }] },
  })
})
