import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import config from '../../../../payload.config.ts'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useOwnSite } from '../../tools/own-site.ts'

const own = useOwnSite({})
const { collections } = await config
const person = { email: 'redaktoer@example.dk', password: 'en-ganske-uventet-adgangskode' }

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  await own.admin.call('POST', '/users', { ...person, name: 'Redaktør', role: 'editor' })
  editor = await logIn(own.url, person)
})

type Answer = { status: number; text: string }

const remove = (path: string, { token } = editor) =>
  ask(own.url, `/api${path}`, { method: 'DELETE', headers: { authorization: `JWT ${token}` } })

test('what is not there cannot be taken away', async () => {
  for (const { slug } of collections.filter(
    ({ slug }) => slug !== 'payload-migrations' && slug !== 'payload-kv',
  ))
    for (const id of ['999999', 'nope', '-1']) {
      const { status } = await remove(`/${slug}/${id}`, own.admin)
      expect([slug, id, status]).toEqual([slug, id, 404])
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
    await remove(`/media/${doc.id}`)
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
