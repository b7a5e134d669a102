import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restOfCms } from '../rest.ts'
import { sendFile } from './send-file.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

const send = (method: string, address: string, content: Buffer, data: object, name = 'fil') =>
  sendFile(cms.ask, method, address, content, { data, name })

const upload = (content: Buffer, data: object = { alt: 'Et billede' }, name = 'fil') =>
  send('POST', '/media', content, data, name)

const folder = () => path.join(process.env.DATA_DIR ?? '', 'media')
const stored = () => readdirSync(folder()).filter((name) => !name.startsWith('.'))
const bytes = (name: unknown) => readFileSync(path.join(folder(), String(name)))
const rows = async () => (await cms.payload.count({ collection: 'media' })).totalDocs

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })

const PERSON = { IFD0: { Artist: 'Frida Fotograf', Copyright: 'Frida Fotograf' } }
const PLACE = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 2/1 0/1' } }
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Frida Fotograf"/></rdf:RDF></x:xmpmeta>'

// Payload writes a WebP anew in the colours of the web.
test.for([
  ['jpeg', [40, 60], true],
  ['png', [40, 60], true],
  ['webp', [40, 60], false],
  ['avif', [40, 60], true],
] as const)(
  'a %s loses its place and its maker, stands upright and keeps its colours',
  async ([format, size, hasProfile]) => {
    const content = await plain(60, 40)
      .withExif({ ...PERSON, ...PLACE })
      .withXmp(XMP)
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .toFormat(format)
      .toBuffer()
    const before = await sharp(content).metadata()
    expect(Boolean(before.exif)).toBe(true)
    const { status, doc } = await upload(content)
    expect(status).toBe(201)
    const file = bytes(doc.filename)
    expect(file.toString('latin1')).not.toMatch(/Frida|Fotograf|GPS/)
    const after = await sharp(file).metadata()
    expect([after.format, after.exif, after.xmp, after.iptc]).toEqual([
      before.format,
      undefined,
      undefined,
      undefined,
    ])
    expect([doc.filesize, doc.width, doc.height]).toEqual([file.length, after.width, after.height])
    expect([after.width, after.height, Boolean(after.icc)]).toEqual([...size, hasProfile])
  },
)

test('a comment in a JPEG goes too, and a picture that tells nothing stays as it is', async () => {
  const clean = await plain(60, 40).jpeg().toBuffer()
  const said = Buffer.from('Frida Fotograf')
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, said.length + 2]), said])
  const told = await upload(Buffer.concat([clean.subarray(0, 2), comment, clean.subarray(2)]))
  expect(bytes(told.doc.filename).includes('Frida')).toBe(false)
  expect(bytes((await upload(clean)).doc.filename).equals(clean)).toBe(true)
})

const BODY = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'
const PDF = `${BODY}xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R >>\nstartxref\n${BODY.length}\n%%EOF\n`

test.for(['', '\n\n\n', '\uFEFF', '\uFEFF\r\n', ' '.repeat(1000)])(
  'a PDF after %j needs no words, and is sent from its header on',
  async (before) => {
    const { status, doc } = await upload(Buffer.from(before + PDF), {}, 'Referat.exe')
    expect([status, doc.mimeType, doc.filename]).toEqual([
      201,
      'application/pdf',
      expect.stringMatching(/^referat\.[0-9a-f]{16}\.pdf$/),
    ])
    const { headers, text } = await cms.ask('GET', `/media/file/${String(doc.filename)}`)
    expect([headers.get('content-type'), text]).toEqual(['application/pdf', PDF])
  },
)

test('a picture needs words, also when it takes the place of a PDF', async () => {
  const picture = await plain(60, 40).png().toBuffer()
  const refused = await upload(picture, {})
  expect([refused.status, refused.message]).toEqual([
    400,
    'Ret feltet: Beskrivelse for dem‚ der ikke kan se billedet',
  ])
  const { doc } = await upload(Buffer.from(PDF), {})
  expect((await send('PATCH', `/media/${String(doc.id)}`, picture, {})).status).toBe(400)
  expect(bytes(doc.filename).toString()).toBe(PDF)
})

test.for([
  ['MZ and more', 'program.pdf'],
  ['<html><script>alert(1)</script>', 'side.pdf'],
  [`${' '.repeat(1025)}${PDF}`, 'sent.pdf'],
  ['%PDF-1.4 without an end', 'halv.pdf'],
  ['', 'tom.png'],
  [Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex').toString('latin1'), 'halvt.png'],
] as const)('%j called %s is refused in Danish and leaves nothing', async ([content, name]) => {
  const before = [stored(), await rows()]
  const { status, message } = await upload(Buffer.from(content, 'latin1'), { alt: 'x' }, name)
  expect([status, message]).toEqual([
    400,
    expect.stringMatching(/^(Filer af den slags|Vælg|Billedet|Filen|Ret)/),
  ])
  expect([stored(), await rows()]).toEqual(before)
})

test.for(['INSERT', 'INSERT DEFERRED'])('what the database refuses (%s) leaves nothing', async (when) => {
  const before = [stored(), await rows()]
  const isLate = when.endsWith('DEFERRED')
  await cms.payload.db.drizzle.execute(
    `CREATE FUNCTION refuse_files() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
     CREATE ${isLate ? 'CONSTRAINT' : ''} TRIGGER refuse_files ${isLate ? 'AFTER' : 'BEFORE'} INSERT ON media
     ${isLate ? 'DEFERRABLE INITIALLY DEFERRED' : ''} FOR EACH ROW EXECUTE FUNCTION refuse_files()`,
  )
  try {
    expect((await upload(await plain(1400, 20).png().toBuffer())).status).toBeGreaterThanOrEqual(400)
  } finally {
    await cms.payload.db.drizzle.execute('DROP FUNCTION refuse_files CASCADE')
  }
  expect([stored(), await rows()]).toEqual(before)
})

const sizeOf = ({ sizes }: Record<string, unknown>) =>
  (sizes as { column: { filename: string } }).column.filename

test('a file that is replaced keeps its address, and its former ones lead to it', async () => {
  const { doc } = await upload(await plain(1400, 700).png().toBuffer(), { alt: 'Før' }, 'kort.png')
  const address = `/media/file/${String(doc.filename)}`
  const same = await send('PATCH', `/media/${String(doc.id)}`, await plain(1400, 900).png().toBuffer(), {
    alt: 'Efter',
  })
  expect(same.doc).toMatchObject({ filename: doc.filename, url: doc.url, height: 900 })
  expect((await sharp(bytes(doc.filename)).metadata()).height).toBe(900)
  const at = async (path: string) => {
    const { status, headers } = await cms.ask('GET', path)
    return [status, headers.get('location')]
  }
  expect(await at(address)).toEqual([200, null])
  // A page that somebody has had open.
  expect(await at(`/media/file/${sizeOf(doc)}`)).toEqual([302, sizeOf(same.doc)])
  const other = await send('PATCH', `/media/${String(doc.id)}`, await plain(1400, 700).webp().toBuffer(), {
    alt: 'Som WebP',
  })
  const name = String(doc.filename).replace(/png$/, 'webp')
  expect(other.doc.filename).toBe(name)
  expect(await at(address)).toEqual([302, name])
  expect(await at(`/media/file/${name}`)).toEqual([200, null])
  expect(await at(`/media/file/${sizeOf(same.doc)}`)).toEqual([302, sizeOf(other.doc)])
  expect(stored().filter((file) => file.startsWith('kort.')).length).toBe(4)
  await cms.ask('DELETE', `/media/${String(doc.id)}`)
  expect(await at(address)).toEqual([404, null])
})
