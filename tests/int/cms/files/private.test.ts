import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { paragraph } from '../../../e2e/tools/rich-text.ts'
import { type Answer, filledRestOfCms } from '../rest.ts'
import { pdfOf } from './pdf.ts'

let cms: Awaited<ReturnType<typeof filledRestOfCms>>
beforeAll(async () => {
  cms = await filledRestOfCms()
})
afterAll(() => cms.drop())

const NUMBER = '010203-1234'
const OTHER = '0203042345'

let last = 0
beforeEach(async () => {
  const [row] = await sql<{ id: string }>(cms.url, 'SELECT coalesce(max(id), 0) AS id FROM trail.events')
  last = Number(row?.id)
})

const told = async () =>
  (
    await sql<{ kind: string; title: string; user_name: string }>(
      cms.url,
      `SELECT * FROM trail.events WHERE id > ${last} ORDER BY id`,
    )
  ).map(({ kind, title, user_name }) => `${user_name}: ${kind} ${title}`)

type Asked = { key: string; places: { label: string; masked: string }[] }

/** What a refused answer asks about. */
function askedOf(answer: Answer): Asked {
  expect(answer.status).toBe(409)
  expect(answer.text).not.toMatch(/1234|2345/)
  return (JSON.parse(answer.text) as { errors: { data: { private: Asked } }[] }).errors[0]!.data.private
}

let made = 0
const page = (fields: object) => ({
  title: `Side ${(made += 1)}`,
  slug: `privat-${made}`,
  blocks: [],
  _status: 'published',
  ...fields,
})
const prose = (text: string) => ({
  blocks: [{ blockType: 'richText', heading: 'Om parken', body: paragraph(text) }],
})

test('a page with what looks like a CPR number is public once somebody has looked, which the trail tells', async () => {
  const data = page(prose(`Ring til ${NUMBER}.`))
  const { key, places } = askedOf(await cms.ask('POST', '/pages', data))
  expect(places).toEqual([
    { label: expect.stringMatching(/ › .*»Om parken« › /) as string, masked: '010203-••••' },
  ])
  expect(key).not.toContain('0102')
  expect(await told()).toEqual([])
  expect(askedOf(await cms.ask('POST', '/pages', { ...data, privateSeen: 'gæt' })).key).toBe(key)

  const { status, doc } = await cms.ask('POST', '/pages', { ...data, privateSeen: key })
  expect(status).toBe(201)
  expect(await told()).toContain(`redaktion@example.dk: private-allowed ${data.title}`)

  // Its row is called by it.
  askedOf(await cms.ask('POST', '/pages', page({ blocks: [{ blockType: 'richText', heading: NUMBER }] })))

  // What is public is not asked about again, something else is.
  expect((await cms.ask('PATCH', `/pages/${doc.id as number}`, { title: 'Ny titel' })).status).toBe(200)
  const more = { summary: `Eller ${OTHER}`, privateSeen: key }
  expect(askedOf(await cms.ask('PATCH', `/pages/${doc.id as number}`, more)).places).toHaveLength(1)
})

test('a draft is saved and says so, and is asked about when it is published, also among many', async () => {
  const draft = await cms.ask('POST', '/pages?draft=true', page({ title: `Om ${NUMBER}`, _status: 'draft' }))
  expect(draft.status).toBe(201)
  const said = decodeURIComponent(draft.headers.get('x-private') ?? '')
  expect(said).toMatch(/^Kladden er gemt\. Det ligner CPR-numre: .*\(010203-••••\)/)
  expect(said).not.toContain('1234')
  // The trail tells of the title.
  expect(await told()).toEqual(['redaktion@example.dk: created Om 010203-••••'])
  const id = draft.doc.id as number
  askedOf(await cms.ask('PATCH', `/pages/${id}`, { _status: 'published' }))
  const fine = await cms.ask('POST', '/pages', page({ _status: 'draft' }))
  const both = `where[id][in][0]=${fine.doc.id as number}&where[id][in][1]=${id}`
  const { key } = askedOf(await cms.ask('PATCH', `/pages?${both}`, { _status: 'published' }))
  const rows = await sql(
    cms.url,
    `SELECT FROM pages WHERE id = ${fine.doc.id as number} AND _status = 'published'`,
  )
  expect(rows).toEqual([])
  const many = { _status: 'published', privateSeen: [key] }
  expect((await cms.ask('PATCH', `/pages?${both}`, many)).status).toBe(200)
  expect((await told()).filter((event) => event.includes('private-allowed'))).toHaveLength(1)
})

test('an earlier version and a copy are asked about', async () => {
  const data = page({ summary: NUMBER })
  const { key } = askedOf(await cms.ask('POST', '/pages', data))
  const { doc } = await cms.ask('POST', '/pages', { ...data, privateSeen: key })
  const id = doc.id as number
  expect((await cms.ask('PATCH', `/pages/${id}`, { summary: 'Intet' })).status).toBe(200)
  const { docs } = await cms.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: id } },
    sort: 'id',
  })
  const version = `/pages/versions/${docs[0]!.id}`
  askedOf(await cms.ask('POST', version))
  expect((await cms.ask('POST', `${version}?draft=true`)).status).toBe(200)
  expect((await cms.ask('POST', version, { privateSeen: key })).status).toBe(200)

  const word = { name: `Rådhuset ${OTHER}`, _status: 'published' }
  const people = askedOf(await cms.ask('POST', '/people', word))
  const person = await cms.ask('POST', '/people', { ...word, privateSeen: people.key })
  const copy = await cms.ask('POST', `/people/${person.doc.id as number}/duplicate`, { _status: 'published' })
  expect(copy.status === 409 || copy.doc._status === 'draft').toBe(true)
})

test('a global is held, when it is saved and when a version is restored', async () => {
  const duty = (text: string, more: object = {}) =>
    cms.ask('POST', '/globals/press-duty', { inDoubt: text, ...more })
  const { key } = askedOf(await duty(NUMBER))
  expect((await duty(NUMBER, { privateSeen: key })).status).toBe(200)
  expect((await told()).filter((event) => event.includes('private-allowed'))).toHaveLength(1)
  expect((await duty('Intet')).status).toBe(200)
  const { docs } = await cms.payload.findGlobalVersions({ slug: 'press-duty', sort: 'id' })
  const { id } = docs.find(({ version: { inDoubt } }) => inDoubt === NUMBER)!
  const version = `/globals/press-duty/versions/${id}`
  askedOf(await cms.ask('POST', version))
  expect((await cms.payload.findGlobal({ slug: 'press-duty' })) as unknown).toMatchObject({
    inDoubt: 'Intet',
  })
  expect((await cms.ask('POST', version, { privateSeen: key })).status).toBe(200)
})

function upload(content: Buffer, data: object = {}, method = 'POST', address = '/media') {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  form.set('file', new File([new Uint8Array(content)], 'fil.pdf'))
  return cms.ask(method, address, form)
}

test('a PDF is read page by page, also where it replaces another', async () => {
  const pdf = pdfOf('Forside', `Hansen, ${NUMBER}`)
  const { key, places } = askedOf(await upload(pdf))
  expect(places).toEqual([{ label: 'PDF-filen, side 2', masked: '010203-••••' }])
  const { status, doc } = await upload(pdf, { privateSeen: key })
  expect(status).toBe(201)
  expect((await told())[1]).toMatch(/^redaktion@example\.dk: private-allowed /)
  askedOf(await upload(pdfOf(`Ny: ${OTHER}`), {}, 'PATCH', `/media/${doc.id as number}`))
  expect((await upload(pdfOf('Intet'))).headers.get('x-private')).toBe(null)
})

test('a PDF that cannot be read, or shows no words, is stored with a word about it', async () => {
  for (const pdf of [Buffer.from('%PDF-1.4\nødelagt\nxref\n%%EOF'), pdfOf('')]) {
    const { status, headers } = await upload(pdf)
    expect(status).toBe(201)
    expect(decodeURIComponent(headers.get('x-private') ?? '')).toContain('Se selv efter')
  }
})
