import type { EmailField, Field, FieldHook, Payload, TextField } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migratedCms } from '../fresh-database.ts'

let payload: Payload
let database: Awaited<ReturnType<typeof migratedCms>>

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload
})

afterAll(() => database.drop())

test('every one-line text that an editor writes is trimmed before it is judged', async () => {
  const { collections, globals } = payload.config
  const texts = [...collections.filter(({ slug }) => !slug.startsWith('payload-')), ...globals].flatMap(
    ({ slug, fields }) => textsIn(fields, slug),
  )
  expect(texts.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'users/email',
      'media/alt',
      'press-contacts/phones/number',
      'search-words/words',
      'pages/blocks/accordion/items/title',
      'footer/links/label',
    ]),
  )
  const untrimmed = []
  for (const { path, field } of texts) {
    const isMany = field.type === 'text' && field.hasMany
    let value: unknown = isMany ? ['\u00a0 12 \t', 'x '] : '\u00a0 12 \t'
    for (const hook of (field.hooks?.beforeValidate ?? []) as FieldHook[])
      value = (await hook({ value, req: { payload } } as Parameters<FieldHook>[0])) as unknown
    if ([value].flat().some((text) => text !== String(text).trim())) untrimmed.push(path)
  }
  expect(untrimmed).toEqual([])
})

test('what is typed with blanks around it is stored without them, wherever it stands', async () => {
  const user = await payload.create({
    collection: 'users',
    data: { email: '\u00a0ny@example.dk ', name: ' Ny\t', role: 'editor', password: 'en-lang-adgangskode' },
  })
  expect(user).toMatchObject({ email: 'ny@example.dk', name: 'Ny' })
  const contact = await payload.create({
    collection: 'press-contacts',
    data: {
      name: ' Line  Christensen\u00a0',
      slug: ' Line Christensen ',
      title: '\u0007Pressechef\u200b',
      phones: [{ number: ' 25 20 16 20 ' }],
      email: ' line@example.dk ',
    },
  })
  expect(contact).toMatchObject({
    name: 'Line  Christensen',
    slug: 'line-christensen',
    title: 'Pressechef',
    phones: [{ number: '+4525201620' }],
    email: 'line@example.dk',
  })
  const words = await payload.create({
    collection: 'search-words',
    data: { words: [' skrald ', 'affald'], synonyms: ['\u00a0renovation'] },
  })
  expect(words).toMatchObject({
    words: ['skrald', 'affald'],
    synonyms: ['renovation'],
    title: 'skrald, affald → renovation',
  })
  const page = await payload.create({
    collection: 'pages',
    data: {
      title: ' En side ',
      slug: 'en-side',
      summary: ' Flere linjer\n',
      blocks: [{ blockType: 'facts', heading: ' Tal ', facts: [{ figure: ' 7 ', text: ' sider ' }] }],
    },
  })
  expect(page).toMatchObject({
    title: 'En side',
    summary: ' Flere linjer\n',
    blocks: [{ heading: 'Tal', facts: [{ figure: '7', text: 'sider' }] }],
  })
})

test('a name of blanks is no name', async () => {
  await expect(
    payload.create({ collection: 'people', data: { name: ' \u00a0', _status: 'published' } }),
  ).rejects.toThrow('Navn')
})

type Text = { path: string; field: TextField | EmailField }

/** The texts in all levels of these fields, less what Payload itself fills in. */
function textsIn(fields: Field[], path: string): Text[] {
  return fields.flatMap((field) => {
    const { disabled, hidden, readOnly } = (field.admin ?? {}) as TextField['admin'] & object
    if (disabled || hidden || readOnly) return []
    const here = 'name' in field ? `${path}/${field.name}` : path
    if (field.type === 'text' || field.type === 'email') return field.hidden ? [] : [{ path: here, field }]
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => textsIn(tab.fields, here))
    if (field.type === 'blocks')
      return field.blocks.flatMap((block) => textsIn(block.fields, `${here}/${block.slug}`))
    return 'fields' in field ? textsIn(field.fields, here) : []
  })
}
