import sharp from 'sharp'
import type { Field, FlattenedField } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import config from '../../../payload.config.ts'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { useOwnSite } from '../tools/own-site.ts'

const own = useOwnSite({})
const { collections, globals } = await config
const person = { email: 'redaktoer@example.dk', password: 'redaktoerens-adgangskode' }

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  await own.admin.call('POST', '/users', { ...person, name: 'Redaktør', role: 'editor' })
  editor = await logIn(own.url, person)
})

type Answer = { status: number; text: string }

/** The answer to an editor, whatever its status. */
function tell(method: string, path: string, body?: object, token = editor.token): Promise<Answer> {
  const text = body && JSON.stringify(body)
  return ask(own.url, `/api${path}`, {
    method,
    headers: {
      authorization: `JWT ${token}`,
      ...(text && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
    },
    ...(text && { body: text }),
  })
}

/** Changes of a document in one place each: every field that it has, wherever it stands, with every odd value. */
function* changes(fields: readonly Field[], document: unknown): Generator<Record<string, unknown>> {
  if (typeof document !== 'object' || document === null) return
  const values = document as Record<string, unknown>
  for (const field of fields) {
    if (!('name' in field) || !field.name) {
      const inner = field.type === 'tabs' ? field.tabs.flatMap((tab) => tab.fields) : []
      yield* changes('fields' in field ? field.fields : inner, document)
      continue
    }
    const { name } = field
    for (const odd of [5, null, '', [5], [''], {}, true]) yield { [name]: odd }
    const value = values[name]
    if (field.type === 'group')
      for (const change of changes(field.fields, value)) yield { [name]: { ...(value as object), ...change } }
    if (field.type !== 'array' && field.type !== 'blocks') continue
    const [row] = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
    const inner =
      field.type === 'array'
        ? field.fields
        : (field.blocks.find(({ slug }) => slug === row?.blockType)?.fields ?? [])
    for (const change of changes(inner, row)) yield { [name]: [{ ...row, ...change }] }
  }
}

const written = collections.filter(({ slug }) => !slug.startsWith('payload-') && slug !== 'users')

test.for(written.map(({ slug }) => slug))(
  'whatever an editor saves in %s is saved or refused',
  { timeout: 120_000 },
  async (slug) => {
    const fields = written.find((one) => one.slug === slug)?.fields ?? []
    const { docs } = JSON.parse((await tell('GET', `/${slug}?limit=1&depth=0`)).text)
    const [document] = docs as Record<string, unknown>[]
    let sent = 0
    for (const change of changes(
      fields,
      document ?? Object.fromEntries(namesOf(fields).map((n) => [n, {}])),
    )) {
      const answer = document
        ? await tell('PATCH', `/${slug}/${String(document.id)}`, change)
        : await tell('POST', `/${slug}`, change)
      expect([change, answer.status, answer.text]).toEqual([
        change,
        expect.toSatisfy((status: number) => status < 500),
        expect.anything(),
      ])
      sent += 1
    }
    expect(sent).toBeGreaterThan(5)
  },
)

test.for(globals.map(({ slug }) => slug))(
  'whatever an editor saves in %s is saved or refused',
  { timeout: 120_000 },
  async (slug) => {
    const fields = globals.find((one) => one.slug === slug)?.fields ?? []
    const document = JSON.parse((await tell('GET', `/globals/${slug}?depth=0`)).text)
    for (const change of changes(fields, document)) {
      const answer = await tell('POST', `/globals/${slug}`, change)
      expect([change, answer.status]).toEqual([change, expect.toSatisfy((status: number) => status < 500)])
    }
  },
)

const namesOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => ('name' in field && field.name ? [field.name] : []))

/** Paths of fields as a question names them. */
const pathsOf = (fields: readonly FlattenedField[], before = ''): string[] =>
  fields.flatMap((field) => [
    `${before}${field.name}`,
    ...('flattenedFields' in field ? pathsOf(field.flattenedFields, `${before}${field.name}.`) : []),
  ])

// prettier-ignore
const OPERATORS = ['equals', 'not_equals', 'in', 'not_in', 'all', 'exists', 'greater_than', 'less_than_equal', 'like', 'not_like', 'contains', 'near', 'within', 'intersects']

test.for(collections.map(({ slug }) => slug))(
  'whatever is asked of %s is answered or refused',
  { timeout: 120_000 },
  async (slug) => {
    const fields = collections.find((one) => one.slug === slug)?.flattenedFields ?? []
    const paths = ['id', 'updatedAt', ...pathsOf(fields)]
    for (const path of paths)
      for (const operator of OPERATORS) {
        const question = `where[${path}][${operator}]=x`
        const { status } = await tell(
          'GET',
          `/${slug}?limit=1&depth=0&${question}`,
          undefined,
          own.admin.token,
        )
        expect([question, status]).toEqual([question, expect.toSatisfy((s: number) => s < 500)])
      }
  },
)

test('what many documents are asked by cannot fail either', async () => {
  for (const { slug } of written)
    for (const [method, path] of [
      ['GET', `/${slug}/count`],
      ['GET', `/${slug}/versions`],
      ['PATCH', `/${slug}`],
      ['DELETE', `/${slug}`],
    ] as const)
      for (const question of ['where[id][all]=1', 'where[updatedAt][contains]=x', 'where[id][equals]=x']) {
        const { status } = await tell(method, `${path}?${question}`, method === 'PATCH' ? {} : undefined)
        expect([method, path, question, status]).toEqual([
          method,
          path,
          question,
          expect.toSatisfy((s: number) => s < 500),
        ])
      }
})

test('what is not there cannot be taken away', async () => {
  for (const { slug } of collections.filter(
    ({ slug }) => slug !== 'payload-migrations' && slug !== 'payload-kv',
  ))
    for (const id of ['999999', 'me', '-1']) {
      const { status } = await tell('DELETE', `/${slug}/${id}`, undefined, own.admin.token)
      expect([slug, id, status]).toEqual([slug, id, 404])
    }
})

test('all administrators at once are not deleted, and that is said', async () => {
  const { status, text } = await tell(
    'DELETE',
    '/users?where[role][equals]=administrator',
    undefined,
    own.admin.token,
  )
  expect([status, text]).toEqual([400, expect.stringContaining('mindst én administrator')])
})

test('a document is locked for whoever asks only', async () => {
  const { user } = await own.admin.call<{ user: { id: number } }>('GET', '/users/me')
  const { docs } = await own.admin.call<{ docs: { id: number }[] }>('GET', '/people?limit=1&depth=0')
  const { text } = await tell('POST', '/payload-locked-documents', {
    document: { relationTo: 'people', value: docs[0]?.id },
    user: { relationTo: 'users', value: user.id },
  })
  const { doc } = JSON.parse(text) as { doc: { id: number; user: { value: { email: string } } } }
  expect(doc.user.value.email).toBe(person.email)
  await tell('PATCH', `/payload-locked-documents/${doc.id}`, {
    user: { relationTo: 'users', value: user.id },
  })
  expect((await tell('GET', `/payload-locked-documents/${doc.id}`)).text).toContain(person.email)
  await tell('DELETE', `/payload-locked-documents/${doc.id}`)
})

test('the front page is neither deleted nor hidden', async () => {
  const { docs } = JSON.parse((await tell('GET', '/pages?where[slug][equals]=forside&depth=0')).text)
  const [{ id }] = docs as [{ id: number }]
  for (const [method, path, body] of [
    ['PATCH', `/pages/${id}`, { _status: 'draft' }],
    ['DELETE', `/pages/${id}`, undefined],
    ['DELETE', `/pages?where[id][equals]=${id}`, undefined],
  ] as const) {
    const { status, text } = await tell(method, path, body)
    expect([method, path, status, text]).toEqual([
      method,
      path,
      expect.toSatisfy((s: number) => s === 400 || s === 409),
      expect.stringContaining('Forsiden kan ikke'),
    ])
    expect((await ask(own.url, '/')).status).toBe(200)
  }
})

const upload = async (name: string, content: Buffer, type: string): Promise<Answer> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'En prøve' }))
  form.set('file', new Blob([new Uint8Array(content)], { type }), name)
  const response = await fetch(`${own.url}/api/media`, {
    method: 'POST',
    headers: { authorization: `JWT ${editor.token}` },
    body: form,
  })
  return { status: response.status, text: await response.text() }
}

test('a file is what it holds, whatever it is called', async () => {
  const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  for (const name of [
    'foto',
    'foto.pngx',
    'a.html',
    '.png',
    `${'x'.repeat(300)}`,
    'A.JPG',
    'a.png',
    'a.pdf',
  ]) {
    const { status, text } = await upload(name, png, 'image/png')
    expect([name, status]).toEqual([name, 201])
    const { doc } = JSON.parse(text) as { doc: { id: number; url: string; filename: string } }
    const shown = await fetch(new URL(new URL(doc.url, own.url).pathname, own.url))
    expect([name, shown.status, shown.headers.get('content-type')]).toEqual([name, 200, 'image/png'])
    expect(doc.filename).toMatch(/\.png$/)
    await tell('DELETE', `/media/${doc.id}`)
  }
  for (const [name, content] of [
    ['a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a.pdf', '<html><script>1</script>'],
    ['a.png', ''],
  ] as const) {
    const { status, text } = await upload(name, Buffer.from(content), 'image/png')
    expect([status, text]).toEqual([400, expect.stringMatching(/[Ff]il/)])
  }
})

test('a file of 24 MB is taken, and a larger one is refused with the limit', async () => {
  const jpeg = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  // What follows the end of a picture is of no consequence.
  const large = Buffer.concat([jpeg, Buffer.alloc(24_000_000)])
  const { status, text } = await upload('stor.jpg', large, 'image/jpeg')
  expect([status, text]).toEqual([201, expect.stringContaining('stor.')])
  const larger = await upload('stor.jpg', Buffer.concat([large, Buffer.alloc(1_500_000)]), 'image/jpeg')
  expect([larger.status, larger.text]).toEqual([413, expect.stringContaining('højst sendes 25 MB')])
})
