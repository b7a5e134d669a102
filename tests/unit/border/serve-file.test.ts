import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { newName } from '../../../collections/shared/files/file-names.ts'
import { serveFile } from '../../../collections/shared/files/serve-file.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'files-'))
writeFileSync(path.join(folder, 'kort.png'), '0123456789')
afterAll(() => rmSync(folder, { recursive: true }))

async function ask(filename: string, headers: Record<string, string> = {}, query = '') {
  const request = { headers: new Headers(headers), searchParams: new URLSearchParams(query) }
  const response = await serveFile(folder)(request as unknown as PayloadRequest, {
    doc: undefined as never,
    params: { collection: 'media', filename },
  })
  const answer = response as Response
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test('a file is sent with what a browser needs to keep it, and 304 when it has it', async () => {
  const { status, headers, text } = await ask('kort.png')
  expect([status, text, headers.get('content-type'), headers.get('content-length')]).toEqual([
    200,
    '0123456789',
    'image/png',
    '10',
  ])
  const etag = headers.get('etag') ?? ''
  const since = headers.get('last-modified') ?? ''
  const known: Record<string, string>[] = [
    { 'if-none-match': etag },
    { 'if-none-match': `"x", W/${etag}` },
    { 'if-modified-since': since },
  ]
  for (const condition of known) expect((await ask('kort.png', condition)).status).toBe(304)
  expect((await ask('kort.png', { 'if-none-match': '"x"', 'if-modified-since': since })).status).toBe(200)
  expect((await ask('kort.png', { 'if-modified-since': 'i går' })).status).toBe(200)
})

test('a part of a file can be asked for', async () => {
  expect(await ask('kort.png', { range: 'bytes=2-4' })).toMatchObject({ status: 206, text: '234' })
  expect((await ask('kort.png', { range: 'bytes=99-' })).status).toBe(416)
  expect((await ask('kort.png', { range: 'bytes=2-4', 'if-range': '"x"' })).status).toBe(200)
})

test.for(['nope.png', '../kort.png.txt', 'kort.exe', '', '.'])('%j is not there', async (name) => {
  expect((await ask(name)).status).toBe(404)
})

test('there are no prefixes', async () => expect((await ask('kort.png', {}, 'prefix=')).status).toBe(404))

test('a name tells what the file was called and what is in it', () => {
  const name = newName('Kort over Ålborg.PNG', 'png')
  expect(name).toMatch(/^kort-over-aalborg\.[0-9a-f]{16}\.png$/)
  expect(newName('Kort over Ålborg.PNG', 'png')).not.toBe(name)
  expect(newName('con.png', 'png')).toMatch(/^fil-con\./)
  expect(newName('–ł.pdf', 'pdf')).toMatch(/^[a-z-]+\.[0-9a-f]{16}\.pdf$/)
})
