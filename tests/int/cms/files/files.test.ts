import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_BYTES } from '../../../../src/domain/addresses.ts'
import { settleHeld } from '../../../../collections/shared/files/hold-files.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'
import { sendFile } from './send-file.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

const picture = (color: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: color } })

const upload = (name: string, content: Buffer, type = 'application/octet-stream') =>
  sendFile(cms.ask, 'POST', '/media', content, { data: { alt: name.slice(0, 50) }, name, type })

test.for([
  ['foto', 'png'],
  ['foto.pngx', 'png'],
  ['a.html', 'png'],
  ['.png', 'png'],
  ['x'.repeat(300), 'png'],
  ['foto.JPG', 'png'],
  ['foto.png', 'jpeg'],
  ['foto.jpeg', 'jpeg'],
  ['foto.pdf', 'webp'],
  ['foto.exe', 'avif'],
] as const)('a file called %s is stored and served as the %s that it is', async ([name, format]) => {
  const content = await picture('#123').toFormat(format).toBuffer()
  const { status, doc, text } = await upload(name, content, 'text/html')
  expect([status, text]).toEqual([201, expect.anything()])
  const ending = format === 'jpeg' ? 'jpg' : format
  expect(doc).toMatchObject({
    mimeType: `image/${format}`,
    filename: expect.stringMatching(`\\.${ending}$`) as unknown,
  })
  const file = await cms.ask('GET', `/media/file/${String(doc.filename)}`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, `image/${format}`])
})

test.for([
  ['a.png', '<html><script>alert(1)</script></html>'],
  ['a.png', ''],
  ['a.pdf', 'MZ'],
  ['a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a.png', 'GIF89a'],
] as const)('%s is refused when its content is %s', async ([name, content]) => {
  const { status, message } = await upload(name, Buffer.from(content), 'image/png')
  expect([status, message]).toEqual([
    400,
    expect.stringMatching(/^(Filer af den slags|Filen er tom|Billedet)/),
  ])
})

test('a file as large as the site promises is taken', async () => {
  const small = await picture('#789').jpeg().toBuffer()
  const large = Buffer.concat([small, Buffer.alloc(MOST_BYTES.file - 1_000_000)])
  const { status, doc, message } = await upload('stor.jpg', large, 'image/jpeg')
  expect([status, message, doc.filesize]).toEqual([201, '', large.length])
  const tooLarge = await upload('for-stor.jpg', Buffer.concat([large, Buffer.alloc(1_000_001)]))
  expect([tooLarge.status, tooLarge.message]).toEqual([413, 'Det, der sendes, er for stort: højst 25 MB.'])
})

test('a file that something shows cannot be deleted, and is said to be shown where', async () => {
  const { doc } = await upload('brugt.png', await picture('#456').png().toBuffer())
  const media = Number(doc.id)
  const image = [{ blockType: 'image', media }]
  const save = async (method: string, address: string, data: object) =>
    (await cms.ask(method, address, data)).doc.id
  const shown = await save('POST', '/pages', {
    title: 'Viser',
    slug: 'viser',
    blocks: image,
    _status: 'published',
  })
  const drafted = await save('POST', '/pages', { title: 'Kladde', slug: 'kladde', _status: 'published' })
  await save('PATCH', `/pages/${String(drafted)}?draft=true`, { blocks: image, _status: 'draft' })
  const former = await save('POST', '/pages', {
    title: 'Før',
    slug: 'foer',
    blocks: image,
    _status: 'published',
  })
  await save('PATCH', `/pages/${String(former)}`, { blocks: [], _status: 'published' })
  for (const address of [`/media/${media}`, `/media?where[id][equals]=${media}`]) {
    const { message, status } = await cms.ask('DELETE', address)
    expect([400, 409]).toContain(status)
    expect(message).toBe(
      'Filen kan ikke slettes, for den bruges her: Side »Viser«, Side »Før« (en tidligere udgave), Side »Kladde« (en kladde). Vælg noget andet der først.',
    )
  }
  const stored = String(doc.filename)
  expect((await cms.ask('GET', `/media/file/${stored}`)).status).toBe(200)
  for (const page of [shown, drafted, former]) await cms.ask('DELETE', `/pages/${String(page)}`)
  expect((await cms.ask('DELETE', `/media/${media}`)).status).toBe(200)
  expect(readdirSync(path.join(process.env.DATA_DIR ?? '', 'media'))).not.toContain(stored)
})

/** What the admin's editor of pictures sends. */
const size = (widthInPixels: unknown, heightInPixels: unknown, x: unknown = 50, y: unknown = 0) => ({
  '[crop][x]': x,
  '[crop][y]': y,
  '[crop][width]': 50,
  '[crop][height]': 100,
  '[crop][unit]': '%25',
  '[widthInPixels]': widthInPixels,
  '[heightInPixels]': heightInPixels,
})

test('a part of a picture is cut out if it is within it', async () => {
  const { doc } = await upload('skaer.png', await picture('#abc').png().toBuffer())
  const cut = (edits: object) => {
    const query = Object.entries(edits).map(([name, value]) => `uploadEdits${name}=${String(value)}`)
    return cms.ask('PATCH', `/media/${String(doc.id)}?${query.join('&')}`, { alt: 'Skåret' })
  }
  for (const wrong of [
    size(21, 30),
    size(20, 31),
    size(0, 30),
    size('x', 30),
    size(-5, 30),
    size(20, 30, 101),
    size(20, 30, 'x'),
    size(1e9, 30),
    { '': 'x' },
  ]) {
    const { status, message } = await cut(wrong)
    expect([wrong, status, message]).toEqual([wrong, 400, expect.stringMatching(/^Udsnittet/)])
  }
  expect(await cut(size(20, 30))).toMatchObject({ status: 200, doc: { width: 20, height: 30 } })
})

const PDF = Buffer.from('%PDF-1.4\n%\nstartxref\n0\n%%EOF')

const showOnPage = (media: unknown) =>
  cms.ask('POST', '/pages', {
    title: 'Med billede',
    slug: `med-billede-${String(media)}`,
    blocks: [{ blockType: 'image', media }],
    _status: 'published',
  })

test('a block of a picture takes pictures only', async () => {
  const pdf = await upload('vejledning.pdf', PDF)
  const photo = await upload('foto-til-side.png', await picture('#abc').png().toBuffer())
  expect([pdf.status, photo.status]).toEqual([201, 201])
  const refused = await showOnPage(pdf.doc.id)
  expect(refused.status).toBe(400)
  expect(refused.text).toContain(
    `"Det valgte findes ikke, eller det kan ikke bruges her. Nummer: ${String(pdf.doc.id)}"`,
  )
  expect((await showOnPage(photo.doc.id)).status).toBe(201)
})

const replace = (id: unknown, name: string, content: Buffer, data: object) =>
  sendFile(cms.ask, 'PATCH', `/media/${String(id)}`, content, { data, name })

const namesOf = ({ filename, sizes }: Record<string, unknown>): string[] => [
  String(filename),
  String((sizes as { column: { filename: string } }).column.filename),
]

const statusesOf = (names: string[]) =>
  Promise.all(names.map(async (name) => (await cms.ask('GET', `/media/file/${name}`)).status))

/** What lies in the folder, but for what is held for a minute. */
const stored = () =>
  readdirSync(path.join(process.env.DATA_DIR ?? '', 'media')).filter((name) => !name.startsWith('.'))

const wide = (color: string) =>
  sharp({ create: { width: 1400, height: 20, channels: 3, background: color } })
    .png()
    .toBuffer()

test.for([
  ['no words for those who cannot see it', { alt: '' }],
  ['too many words', { alt: 'a'.repeat(999) }],
] as const)('a file that is replaced with %s stays, and its new one is nowhere', async ([, data]) => {
  const { doc } = await upload('erstattes.png', await wide('#111'))
  const before = stored()
  const refused = await replace(doc.id, 'ny.png', await wide('#222'), data)
  expect(refused.status).toBe(400)
  expect(await statusesOf(namesOf(doc))).toEqual([200, 200])
  expect(stored()).toEqual(before)
  const taken = await replace(doc.id, 'ny.png', await wide('#222'), { alt: 'Ny' })
  expect([taken.status, taken.message]).toEqual([200, ''])
  expect(namesOf(taken.doc)).toEqual(namesOf(doc))
  expect(await statusesOf(namesOf(doc))).toEqual([200, 200])
})

test('a file that is replaced in the database’s refusal stays', async () => {
  const { doc } = await upload('laast.png', await wide('#333'))
  await cms.payload.db.drizzle.execute(
    `CREATE FUNCTION refuse_files() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
     CREATE CONSTRAINT TRIGGER refuse_files AFTER UPDATE OR DELETE ON media DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW EXECUTE FUNCTION refuse_files()`,
  )
  try {
    const refused = await replace(doc.id, 'ny.png', await wide('#444'), { alt: 'Ny' })
    const kept = await cms.ask('DELETE', `/media/${String(doc.id)}`)
    const many = await cms.ask('DELETE', `/media?where[id][equals]=${String(doc.id)}`)
    expect([refused, kept, many].map(({ status }) => status >= 400)).toEqual([true, true, true])
  } finally {
    await cms.payload.db.drizzle.execute('DROP FUNCTION refuse_files CASCADE')
  }
  expect(await statusesOf(namesOf(doc))).toEqual([200, 200])
})

test('the same picture twice at once, and on two documents at once, is there twice', async () => {
  const content = await wide('#555')
  const [one, two] = await Promise.all([upload('ens.png', content), upload('ens.png', content)])
  expect([one.status, two.status]).toEqual([201, 201])
  expect(await statusesOf([...namesOf(one.doc), ...namesOf(two.doc)])).toEqual([200, 200, 200, 200])
  const other = await wide('#666')
  const both = await Promise.all(
    [one, two].map(({ doc }) => replace(doc.id, 'fælles.png', other, { alt: 'Fælles' })),
  )
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await statusesOf(both.flatMap(({ doc }) => namesOf(doc)))).toEqual([200, 200, 200, 200])
})

test('a small file that is a huge picture is refused in words', async () => {
  const huge = await sharp({ create: { width: 16000, height: 5000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(await upload('stort.png', huge)).toMatchObject({
    status: 400,
    message: expect.stringMatching(/^Billedet har for mange punkter: 16000 × 5000/) as unknown,
  })
})

test('what a server left that ended in the middle of a save is settled when the next one starts', async () => {
  const folder = path.join(process.env.DATA_DIR ?? '', 'media')
  const held = path.join(folder, '.held')
  const hold = (...names: string[]) => {
    const place = path.join(held, randomUUID())
    mkdirSync(place, { recursive: true })
    for (const name of names) linkSync(path.join(folder, name), path.join(place, name))
  }
  const [lost, cut, whole] = await Promise.all(
    ['#101', '#202', '#303'].map(async (color) =>
      namesOf((await upload('holdt.png', await wide(color))).doc),
    ),
  )
  const bytes = (name: string) => readFileSync(path.join(folder, name))
  const [lostName = '', cutName = '', wholeName = ''] = [lost?.[0], cut?.[0], whole?.[0]]
  const before = [bytes(lostName), bytes(cutName)]
  // Removed before its document was saved; cut in its place; a document that has been saved and another deleted since.
  hold(...(lost ?? []))
  for (const name of lost ?? []) rmSync(path.join(folder, name))
  hold(cutName)
  rmSync(path.join(folder, cutName))
  writeFileSync(path.join(folder, cutName), 'another')
  writeFileSync(path.join(folder, 'slettet.png'), 'deleted')
  hold('slettet.png', wholeName)
  rmSync(path.join(folder, 'slettet.png'))
  await settleHeld(cms.payload, folder)
  expect([bytes(lostName), bytes(cutName)]).toEqual(before)
  expect(await statusesOf([...(lost ?? []), ...(whole ?? [])])).toEqual([200, 200, 200, 200])
  expect(existsSync(path.join(folder, 'slettet.png'))).toBe(false)
  expect(existsSync(held)).toBe(false)
})

test('nothing is settled while another server saves a file', async () => {
  const folder = path.join(process.env.DATA_DIR ?? '', 'media')
  const place = path.join(folder, '.held', 'of-another-server')
  mkdirSync(place, { recursive: true })
  const other = new Client({ connectionString: cms.url })
  await other.connect()
  await other.query('BEGIN')
  await other.query(`SELECT pg_advisory_xact_lock(hashtext('media'))`)
  const settled = settleHeld(cms.payload, folder)
  const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`
  await expect.poll(async () => (await sql(cms.url, waiting)).length).toBe(1)
  expect(existsSync(place)).toBe(true)
  await other.query('COMMIT')
  await other.end()
  await settled
  expect(existsSync(place)).toBe(false)
})
