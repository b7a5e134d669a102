import { assert, asyncProperty, constantFrom, date, oneof, string } from 'fast-check'
import { expect, inject, test, vi } from 'vitest'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { allPages } from '../tools/page-kinds.ts'
import { administrator } from '../tools/start-site.ts'

const url = inject('siteUrl')

/** A site of our own, reached by https through one proxy: every test comes from an address of its own. */
const own = useOwnSite({
  DATABASE_URL: inject('siteDatabaseUrl'),
  SITE_URL: 'https://www.example.dk',
  TRUST_PROXY: '1',
})

const login = (visitor: string, { email, password } = administrator) =>
  ask(own.url, '/api/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': visitor },
    body: JSON.stringify({ email, password }),
  })

const everywhere = { 'x-content-type-options': 'nosniff', 'referrer-policy': /^(strict-origin|no-referrer)/ }

test.for([
  ...allPages,
  ['a vCard', '/visitkort/line-christensen.vcf'],
  ['the sitemap', '/sitemap.xml'],
  ['robots.txt', '/robots.txt'],
  ['a JSON answer', '/api/contacts'],
  ['a refusal', '/api/pages'],
  ['a bad address', '/%00'],
  ['the icon', '/favicon.svg'],
  ['the health', '/api/health/ready'],
] as [string, string][])('%s lets nothing in from elsewhere', async ([, path]) => {
  const { headers } = await ask(url, path)
  for (const [name, value] of Object.entries(everywhere)) expect(headers[name]).toMatch(value)
  const policy = String(headers['content-security-policy'])
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  for (const name of ['x-powered-by', 'server', 'critical-ch', 'accept-ch', 'set-cookie'])
    expect(headers).not.toHaveProperty(name)
  expect(headers['access-control-allow-origin'] ?? url).toBe(url)
})

test('only the administration asks a browser what it prefers', async () => {
  const { headers } = await ask(url, '/admin/login')
  expect(headers).toHaveProperty('accept-ch')
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'/)
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('a site reached by https says to come back by https only', async () => {
  const { headers } = await ask(own.url, '/')
  expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
  expect((await ask(url, '/')).headers).not.toHaveProperty('strict-transport-security')
})

test('the login is kept where no script and no other site can use it', async () => {
  const [cookie] = (await login('203.0.113.1')).headers['set-cookie'] ?? []
  // No other host of the domain can set a cookie of this name.
  expect(cookie).toMatch(/^__Host-payload-token=/)
  for (const property of [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i, /; Path=\/(;|$)/i])
    expect(cookie).toMatch(property)
})

test('another site cannot act with an editor’s login', async () => {
  const [cookie = ''] = (await login('203.0.113.2')).headers['set-cookie']?.[0]?.split(';') ?? []
  const me = async (headers: Record<string, string>) =>
    JSON.parse((await ask(own.url, '/api/users/me', { headers: { cookie, ...headers } })).text) as object
  expect(await me({ origin: 'https://www.example.dk' })).toHaveProperty('user.email', administrator.email)
  const foreign: Record<string, string>[] = [
    { origin: 'https://ond.example' },
    { origin: 'http://www.example.dk' },
    { origin: 'https://www.example.dk.ond.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign)
    expect([headers, await me(headers)]).toEqual([headers, expect.objectContaining({ user: null })])
  const answer = await ask(own.url, '/api/pages', {
    method: 'POST',
    headers: { cookie, origin: 'https://ond.example', 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Fremmed', slug: 'fremmed' }),
  })
  expect(answer.status).toBe(403)
  expect(answer.headers['access-control-allow-origin']).not.toBe('https://ond.example')
})

test('guessing passwords ends after ten tries a minute, and says so', async () => {
  const guess = { ...administrator, password: 'en forkert adgangskode' }
  const statuses: number[] = []
  for (let attempt = 0; attempt < 10; attempt++) statuses.push((await login('203.0.113.3', guess)).status)
  expect(new Set(statuses)).toEqual(new Set([401]))
  const refused = await login('203.0.113.3', guess)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toSatisfy((seconds: number) => seconds > 0 && seconds <= 60)
  expect(refused.text).toContain('Prøv igen om')
  // Neither the right password, another spelling of the address nor a made-up sender helps.
  expect((await login('203.0.113.3')).status).toBe(429)
  expect((await login('198.51.100.7, 203.0.113.3')).status).toBe(429)
  for (const path of ['/api/users/login/', '/api/users/%6cogin', '/api/users/login?depth=1']) {
    const answer = await ask(own.url, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.3' },
      body: JSON.stringify(guess),
    })
    expect([path, answer.status]).toEqual([path, 429])
  }
  // Others are not held up.
  expect((await login('203.0.113.4')).status).toBe(200)
})

test('a wrong password and an unknown name are answered alike', async () => {
  const unknown = await login('203.0.113.5', { email: 'findes-ikke@example.dk', password: 'forkert kode' })
  const wrong = await login('203.0.113.5', { ...administrator, password: 'forkert kode' })
  expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text])
  expect(wrong.status).toBe(401)
})

const odd = [
  `/${'a'.repeat(10_000)}`,
  `/${'%C3%A6'.repeat(1500)}`,
  `/${'a/'.repeat(5000)}`,
  `/?q=${'a'.repeat(10_000)}`,
  '/%00',
  '/%0d%0aSet-Cookie:%20a=b',
  '/%ff%fe',
  '/%ED%A0%80',
  '/%',
  '/%zz',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/.%00./secret',
  '//evil.example',
  '//evil.example/%2e%2e',
  '///evil.example/',
  '/\\evil.example',
  '/%5cevil.example',
  '/\\/evil.example/',
  '/om-kommunen//',
  '/om-kommunen/%2e/',
  '//om-kommunen/',
  '/om-kommunen/?next=//evil.example',
  'http://evil.example/',
  'evil',
  '*',
  '/kontakt;jsessionid=1',
  '/KONTAKT',
  '/.git/config',
  '/.env',
  '/wp-login.php',
  '/admin/%ff',
  '/admin//evil.example',
  '/admin/../../x',
  '/api/%ff',
  '/api/contacts/%00',
  '/api//evil.example',
  '/soeg/%ff',
  '/soeg//evil.example',
  '/soeg?q=%',
  '/soeg?q=%ff%fe',
  '/soeg?q=%ED%A0%80',
  '/soeg?q=%00',
  '/soeg?q[]=a&q[]=b',
  '/soeg?__proto__[a]=b&constructor=1',
  '/_next/static/../../package.json',
  '/_next/static/%2e%2e/%2e%2e/package.json',
  '/build/../package.json',
  '/fonts/%2e%2e/%2e%2e/package.json',
]

test.for(odd.map((path) => [path.slice(0, 60), path] as const))(
  'the odd address %s harms nobody',
  async ([, path]) => {
    for (const method of ['GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'TRACE']) {
      const answer = await ask(url, path, { method })
      expect([method, answer.status]).toEqual([method, expect.toSatisfy((status: number) => status < 500)])
      const target = answer.headers.location ?? '/'
      expect(new URL(target, url).origin).toBe(url)
      expect(target).not.toMatch(/^\/?[/\\]{2}|^\\/)
      expect(answer.text).not.toMatch(/at .*\.(js|ts):\d+|root:x:0|"dependencies"/)
      expect(answer.headers).not.toHaveProperty('set-cookie')
    }
  },
)

test('the form for other sites leads only where an editor has said', async () => {
  const { call } = await logIn(url)
  type Header = { sites: { id: string; label: string; url: string }[] }
  const before = await call<Header>('GET', '/globals/header')
  const added = { label: 'Aalborg Bibliotekerne', url: 'https://www.aalborgbibliotekerne.dk/' }
  const { result } = await call<{ result: Header }>('POST', '/globals/header', { sites: [added] })
  try {
    const id = encodeURIComponent(result.sites[0]?.url ?? '')
    await vi.waitUntil(async () => (await ask(url, '/')).text.includes(`value="${added.url}"`), {
      timeout: 10_000,
    })
    const follow = async (query: string) => {
      const { status, headers } = await ask(url, `/api/sites${query}`)
      expect([200, 303]).toContain(status)
      return headers.location ?? String(headers.refresh).replace('0; url=', '')
    }
    expect(await follow(`?site=${id}`)).toBe(added.url)
    for (const query of [
      '',
      '?site=',
      '?site=https://evil.example',
      '?site=//evil.example',
      `?site=${id}&site=https://evil.example`,
      '?site[url]=https://evil.example',
      '?url=https://evil.example',
      '?site=__proto__',
      '?site=0',
    ]) {
      expect([query, await follow(query.includes('%') ? query : encodeURI(query))]).toEqual([
        query,
        expect.toSatisfy((to) => to === '/' || to === added.url),
      ])
    }
    await expect(
      call('POST', '/globals/header', { sites: [{ label: 'x', url: 'javascript:alert(1)' }] }),
    ).rejects.toThrow('400')
  } finally {
    await call('POST', '/globals/header', { sites: before.sites })
  }
})

test.for([201, 1500, 10_000])('a question of %s letters is answered or explained', async (length) => {
  for (const path of ['/soeg', '/soeg/pressekontakt']) {
    const { status } = await ask(url, `${path}?q=${'a'.repeat(length)}`)
    expect([path, status]).toEqual([path, length < 2000 ? 200 : 414])
  }
  const { status, headers, text } = await ask(url, `/api/contacts?q=${'a'.repeat(length)}`)
  expect(status).toBe(length < 2000 ? 400 : 414)
  expect(headers['content-type']).toBe('application/json; charset=utf-8')
  const { error } = JSON.parse(text) as { error: { message: string; field?: string } }
  expect(error.message).toMatch(/højst have 200 tegn|for lang/)
  expect(error.field).toBe(length < 2000 ? 'q' : undefined)
})

test.for(['0', '101', '-1', '1.5', '1e2', 'mange', '٣', '9'.repeat(40), ' 5'])(
  'a limit of %s is explained',
  async (limit) => {
    const { status, text } = await ask(url, `/api/contacts?limit=${encodeURIComponent(limit)}`)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toEqual({
      error: { message: expect.stringContaining('1 til 100') as unknown, field: 'limit' },
    })
  },
)

test('whatever instant someone asks for, the press duty answers or explains', async () => {
  const instants = oneof(
    string(),
    string({ unit: 'grapheme' }),
    date({ noInvalidDate: true }).map((day) => day.toISOString()),
    date({ noInvalidDate: true }).map((day) => day.toISOString().replace('Z', '+01:00[Europe/Copenhagen]')),
    constantFrom(
      '2026-11-23',
      '2026-11-23T08:00',
      '-271821-04-20T00:00Z',
      '+275760-09-13T00:00Z',
      'now',
      '0',
      'NaN',
      '2026-02-30T00:00:00Z',
    ),
  )
  await assert(
    asyncProperty(instants, async (at) => {
      const { status, text } = await ask(url, `/api/press-duty?at=${encodeURIComponent(at)}`)
      const answer = JSON.parse(text) as { status?: string; error?: { message: string; field: string } }
      const isAnswer = status === 200 && ['staff', 'duty', 'closed'].includes(answer.status ?? '')
      const isExplained = status === 400 && /tidspunkt/.test(answer.error?.message ?? '')
      expect([status, text, isAnswer || isExplained]).toEqual([status, text, true])
      expect(answer.error?.field).toBe(isAnswer ? undefined : 'at')
    }),
    { numRuns: 150 },
  )
})
