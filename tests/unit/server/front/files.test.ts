import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { createFiles } from '../../../../src/server/front/files.ts'
import { securityHeaders } from '../../../../src/server/front/headers.ts'
import { root as projectRoot } from '../../../../src/server/root.ts'
import { ask, site } from './front-site.ts'

// Files of public/ and of the build are sent by the front, and cost what a stored page costs.

const root = mkdtempSync(path.join(os.tmpdir(), 'files-'))
const security = securityHeaders('http://localhost:3000')
const script = 'document.title = "Rødgrød"\n'.repeat(100)
/** Bytes that do not get smaller. */
const font = zlib.brotliCompressSync(Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * at) % 251)))

function put(name: string, body: string | Buffer): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), body)
}

put('public/favicon.svg', `<svg>${'<path d="M0 0"/>'.repeat(30)}</svg>`)
put('public/fonts/site.woff2', font)
put('public/build/site.js', script)
put('.next/static/chunks/æ.css', 'p { margin: 0 }\n'.repeat(50))
symlinkSync(path.join(root, 'nowhere'), path.join(root, 'public/fonts/link.woff2'))

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A front with those files, whose app is never asked. */
const port = () =>
  site({
    files: createFiles(root, security),
    app: (_request, response) => void response.writeHead(500).end('the app was asked'),
  })

test.for([
  ['/favicon.svg', 'image/svg+xml', 'public, max-age=0'],
  ['/fonts/site.woff2', 'font/woff2', 'public, max-age=0'],
  ['/build/site.js?v=1', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/_next/static/chunks/%C3%A6.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
] as const)('%s comes with its kind and how long it may be kept', async ([address, type, kept]) => {
  const { status, headers } = await ask(await port(), address)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': type,
    'cache-control': kept,
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/) as unknown,
  })
})

test.for([
  ['br', zlib.brotliDecompressSync],
  ['gzip', zlib.gunzipSync],
  [undefined, (bytes: Buffer) => bytes],
] as const)('a script comes as %s', async ([encoding, decode]) => {
  const asked = { headers: { 'accept-encoding': encoding ?? 'identity' } }
  const { bytes, headers } = await ask(await port(), '/build/site.js', asked)
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-length']).toBe(String(bytes.length))
  expect(decode(bytes).toString()).toBe(script)
})

test('what does not get smaller comes as it is', async () => {
  const asked = { headers: { 'accept-encoding': 'gzip, br' } }
  const { bytes, headers } = await ask(await port(), '/fonts/site.woff2', asked)
  expect(headers).not.toHaveProperty('content-encoding')
  expect(bytes.equals(font)).toBe(true)
})

test('whoever has a file already is told so, and HEAD gets no body', async () => {
  const at = await port()
  const { etag } = (await ask(at, '/fonts/site.woff2')).headers
  const again = await ask(at, '/fonts/site.woff2', { headers: { 'if-none-match': etag } })
  expect(again).toMatchObject({ status: 304, text: '' })
  const head = await ask(at, '/fonts/site.woff2', { method: 'HEAD' })
  expect(head).toMatchObject({ status: 200, text: '' })
  expect(head.headers['content-length']).toBe(String(font.length))
})

test.for(['/fonts/findes-ikke.woff2', '/fonts/link.woff2', '/_next/static/', '/fonts'])(
  '%s is no file',
  async (address) => expect((await ask(await port(), address)).status).toBe(404),
)

test('a file that could not be read is read again when it is asked for again', async () => {
  put('public/fonts/late.woff2', font)
  const at = await port()
  unlinkSync(path.join(root, 'public/fonts/late.woff2'))
  expect((await ask(at, '/fonts/late.woff2')).status).toBe(500)
  put('public/fonts/late.woff2', font)
  expect((await ask(at, '/fonts/late.woff2')).status).toBe(200)
})

test('a site that is not built has no files of the build', async () => {
  const empty = createFiles(path.join(root, 'nowhere'), security)
  expect(await empty.get('/_next/static/a.js')).toBeNull()
})

test('the kind of each file of ours is known', async () => {
  const files = createFiles(projectRoot, security)
  const names = readdirSync(path.join(projectRoot, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  expect(names.length).toBeGreaterThan(2)
  for (const name of names) {
    const address = name.slice(path.join(projectRoot, 'public').length)
    expect((await files.get(address))?.headers).not.toContain('application/octet-stream')
  }
})
