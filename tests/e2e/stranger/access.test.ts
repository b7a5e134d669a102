import { expect, inject, test } from 'vitest'
import config from '../../../payload.config.ts'
import { ADDRESSES } from '../../../src/domain/addresses.ts'
import { exampleAddress } from '../../example-address.ts'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { fingerprint, sql } from '../tools/sql.ts'

// Every collection and global that Payload knows, its own among them: a new one is covered by being there.
const { collections, globals } = await config
const url = inject('siteUrl')
const databaseUrl = inject('siteDatabaseUrl')

const kinds = Object.values(ADDRESSES)
const openKinds = kinds.filter(({ access }) => access === 'all')

type Request = [method: string, path: string, headers?: Record<string, string>, body?: string]

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const everything = 'draft=true&depth=10&limit=0&trash=true'
const change = JSON.stringify({
  title: 'Hærværk',
  name: 'Hærværk',
  siteName: 'Hærværk',
  _status: 'published',
})

/** All that REST can be asked about a collection, and the ways around that people try. */
function requestsFor(slug: string, id: number, version: string): Request[] {
  const base = `/api/${slug}`
  return [
    ['GET', base],
    ['HEAD', base],
    ['GET', `${base}?${everything}`],
    ['GET', `${base}?where[or][0][id][exists]=true&select[id]=true&pagination=false`],
    ['GET', `${base}?where[password][like]=a&where[id][greater_than]=0`],
    ['GET', `${base}?joins=false&populate[users][email]=true&overrideAccess=true&user=1`],
    ['GET', `${base}/count`],
    ['GET', `${base}/${id}`],
    ['GET', `${base}/${id}?${everything}`],
    ['GET', `${base}/versions?${everything}`],
    ['GET', `${base}/versions/${version}`],
    ['POST', `${base}/versions/${version}`],
    ['POST', base, json, change],
    ['POST', `${base}?draft=true`, json, '{}'],
    ['POST', `${base}/${id}/duplicate`, json, '{}'],
    ['POST', `${base}/access/${id}`, json, '{}'],
    ['PATCH', `${base}/${id}`, json, change],
    ['PATCH', `${base}/${id}?draft=true&autosave=true`, json, change],
    ['PATCH', `${base}?where[id][exists]=true`, json, change],
    ['DELETE', `${base}/${id}`],
    ['DELETE', `${base}?where[id][exists]=true`],
    ['PUT', `${base}/${id}`, json, change],
    ['POST', base, { ...form, 'x-http-method-override': 'GET' }, everything],
    ['POST', base, { ...form, 'x-payload-http-method-override': 'GET' }, everything],
    ['POST', `${base}/${id}`, { ...json, 'x-http-method-override': 'DELETE' }, '{}'],
    ['GET', base, { authorization: 'JWT eyJhbGciOiJub25lIn0.eyJpZCI6MSwiY29sbGVjdGlvbiI6InVzZXJzIn0.' }],
    ['GET', base, { authorization: 'users API-Key 1', cookie: 'payload-token=1' }],
    ['GET', base, { 'x-internal-token': '', 'x-internal-render': '1', 'x-middleware-subrequest': '1' }],
  ]
}

function requestsForGlobal(slug: string): Request[] {
  const base = `/api/globals/${slug}`
  return [
    ['GET', base],
    ['GET', `${base}?draft=true&depth=10`],
    ['GET', `${base}/versions?${everything}`],
    ['GET', `${base}/versions/1`],
    ['POST', `${base}/versions/1`],
    ['POST', base, json, change],
    ['PATCH', base, json, change],
    ['POST', base, { ...form, 'x-http-method-override': 'GET' }, 'depth=10'],
    ['POST', `${base}/access`, json, '{}'],
  ]
}

/** Answers with a status of success that say nothing. */
const sayNothing = new Set(['', '{"fields":{}}', '{"message":"Ikke fundet","value":null}'])

/** What a stranger gets for the requests that is no plain refusal, and every table that they changed. */
async function breaches(requests: Request[]) {
  const found: string[] = []
  const before = await fingerprint(databaseUrl)
  for (const [method, path, headers = {}, body] of requests) {
    const answer = await ask(url, encodeURI(path), { method, headers, body })
    // Payload says 501 where a collection has no addresses at all.
    const isRefused = (answer.status >= 400 && answer.status < 500) || answer.status === 501
    const isEmpty = answer.status === 200 && sayNothing.has(answer.text) && method !== 'HEAD'
    if (!isRefused && !isEmpty)
      found.push(`${method} ${path} → ${answer.status} ${answer.text.slice(0, 200)}`)
  }
  const after = await fingerprint(databaseUrl)
  return [...found, ...Object.keys(after).filter((table) => after[table] !== before[table])]
}

/** The id of some row, so that there is something to ask for; 1 where there is none or no table. */
async function someId(table: string): Promise<number> {
  const [{ exists } = { exists: null }] = await sql<{ exists: string | null }>(
    databaseUrl,
    `SELECT to_regclass('${table}')::text AS exists`,
  )
  const [row] = exists ? await sql<{ id: number }>(databaseUrl, `SELECT id FROM ${table} LIMIT 1`) : []
  return row?.id ?? 1
}

test('there is something to protect', () => {
  expect(collections.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['pages', 'users', 'media']))
  expect(globals.length).toBeGreaterThan(3)
})

test.for(collections.map(({ slug }) => slug))('a stranger gets nothing of %s', async (slug) => {
  const table = slug.replaceAll('-', '_')
  const version = String(await someId(`_${table}_v`))
  expect(await breaches(requestsFor(slug, await someId(table), version))).toEqual([])
})

test.for(globals.map(({ slug }) => slug))('a stranger gets nothing of the global %s', async (slug) => {
  expect(await breaches(requestsForGlobal(slug))).toEqual([])
})

test('a stranger can neither become an administrator nor learn who there is', async () => {
  const person = JSON.stringify({
    email: 'fremmed@example.dk',
    password: 'en-lang-adgangskode',
    name: 'Fremmed',
    role: 'administrator',
  })
  const requests: Request[] = [
    ['POST', '/api/users/first-register', json, person],
    ['POST', '/api/users', json, person],
    ['POST', '/api/users/refresh-token', json, '{}'],
    ['POST', '/api/users/logout', json, '{}'],
    ['POST', '/api/users/unlock', json, '{"email":"redaktion@example.dk"}'],
    ['POST', '/api/users/reset-password', json, '{"token":"","password":"en-lang-adgangskode"}'],
    ['POST', '/api/users/reset-password', json, '{"token":null,"password":"en-lang-adgangskode"}'],
    ['POST', '/api/users/verify/1', json, '{}'],
    ['GET', '/api/payload-jobs'],
    ['GET', '/api/payload-jobs/run'],
    ['GET', '/api/payload-jobs/handle-schedules'],
  ]
  expect(await breaches(requests)).toEqual([])
  expect(JSON.parse((await ask(url, '/api/users/me')).text)).toMatchObject({ user: null })
  expect((await ask(url, '/api/users/init')).text).toBe('{"initialized":true}')
  const { collections: known = {} } = JSON.parse((await ask(url, '/api/access')).text) as {
    collections?: Record<string, object>
  }
  for (const rights of Object.values(known)) expect(Object.keys(rights)).toEqual(['fields'])
})

test.for([
  ...kinds.filter(({ access }) => access !== 'all').map(exampleAddress),
  '/api/graphql',
  '/api/graphql?query={Pages{docs{title}}}',
  '/api/graphql-playground',
  '/graphql',
  '/_next/data',
  '/_next/data/build/index.json',
  '/_next/data/development/om-kommunen.json',
  '/api/%69nternal/paths',
  '/api/internal/../internal/paths',
  '/api/contacts/../internal/paths',
  '/API/internal/paths',
  '/preview',
  '/admin/../api/internal/paths',
])('%s is not there', async (path) => {
  const forged = {
    'x-internal-token': 'undefined',
    'x-internal-render': '1',
    'x-internal-content-version': '1',
  }
  for (const headers of [{}, forged])
    for (const method of ['GET', 'POST']) {
      const answer = await ask(url, encodeURI(path).replaceAll('%25', '%'), {
        method,
        headers: { ...headers, ...json },
        ...(method === 'POST' && { body: '{"query":"{Pages{docs{title}}}"}' }),
      })
      expect([400, 403, 404, 405]).toContain(answer.status)
      expect(answer.text).not.toContain('"paths"')
    }
})

test.for(['rsc', 'x-nextjs-data', 'next-router-prefetch', 'x-middleware-prefetch', 'x-middleware-skip'])(
  'a page stays a page when %s is asked for',
  async (header) => {
    const made = openKinds.filter(({ answer }) => answer === 'made').map(({ path }) => path)
    for (const path of ['/', '/soeg?q=presse', '/soeg/pressekontakt?q=line', ...made]) {
      const { status, headers, text } = await ask(url, path, { headers: { [header]: '1' } })
      // What only links to drafts lead to is not there for others.
      const expected = path.endsWith('/*') ? 404 : 200
      expect([path, status, headers['content-type']]).toEqual([path, expected, 'text/html; charset=utf-8'])
      expect(text).not.toContain('__NEXT_DATA__')
    }
  },
)

test('the internal headers of the app do not reach visitors', async () => {
  for (const path of ['/', '/soeg?q=presse', '/findes-ikke', ...openKinds.map(exampleAddress)]) {
    const { headers } = await ask(url, path)
    expect(
      Object.keys(headers).filter((name) => /^x-(internal|content-tags|fresh|powered|nextjs)/.test(name)),
    ).toEqual([])
  }
})

test('what the app cannot answer under /api is told in JSON, compressed or not', async () => {
  const { token } = await logIn(url)
  for (const encoding of ['gzip', 'identity']) {
    const headers = { ...json, authorization: `JWT ${token}`, 'accept-encoding': encoding }
    const answer = await ask(url, '/api/preview', { method: 'POST', headers, body: '{' })
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/json; charset=utf-8'])
    expect(JSON.parse(answer.text)).toMatchObject({ error: { message: expect.any(String) as unknown } })
  }
})
