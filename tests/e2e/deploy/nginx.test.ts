import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { ADDRESSES } from '../../../src/domain/addresses.ts'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { filledDatabase } from '../tools/own-site.ts'
import { nginxIsMissing, type RunningNginx, SITE_NAME, startNginx } from '../../drill/tools/nginx.ts'
import { allPages, PRESS } from '../tools/page-kinds.ts'
import { type RunningSite, startSite } from '../tools/start-site.ts'

const soon = { timeout: 10_000, interval: 20 }

const missing = nginxIsMissing()
if (missing) console.log(`The tests of deploy/nginx are skipped: ${missing}`)

describe.skipIf(missing)('deploy/nginx in front of two instances', () => {
  let database: Awaited<ReturnType<typeof filledDatabase>>
  let sites: RunningSite[] = []
  let admin: Awaited<ReturnType<typeof logIn>>
  let nginx: RunningNginx

  beforeAll(async () => {
    database = await filledDatabase(inject('siteDatabaseUrl'))
    const environment = {
      DATABASE_URL: database.url,
      SITE_URL: `https://${SITE_NAME}`,
      PAYLOAD_SECRET: 'en-hemmelighed-der-er-den-samme-for-begge',
      TRUST_PROXY: '1',
    }
    const first = await startSite(environment)
    // The folder holds what editors upload.
    const second = await startSite({ ...environment, DATA_DIR: first.dataDir })
    sites = [first, second]
    const [one = 0, two = 0] = sites.map(({ url }) => Number(new URL(url).port))
    nginx = await startNginx([one, two])
    admin = await logIn(first.url)
  })
  afterAll(async () => {
    await nginx?.stop()
    for (const site of sites.toReversed()) await site.stop()
    await database?.drop()
  })

  const pageAt = async (path: string, encoding = 'br') =>
    nginx.ask(path, { headers: { 'accept-encoding': encoding } })

  test('pages arrive as the site compressed them, each encoding by itself', async () => {
    const asked = ['gzip, deflate, br, zstd', 'gzip', '', 'br;q=0, gzip', 'gzip, deflate, br']
    const answers = []
    for (const encoding of asked) answers.push(await pageAt(PRESS, encoding))
    const encodings = answers.map(({ headers }) => headers['content-encoding'])
    expect(encodings).toEqual(['br', 'gzip', undefined, 'gzip', 'br'])
    for (const { text } of answers) expect(text).toContain('Pressekontakt')
    const headers = answers[0]?.headers ?? {}
    expect(headers).toMatchObject({
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy': expect.stringContaining("script-src 'self'"),
      'strict-transport-security': expect.any(String),
    })
    expect(headers).not.toHaveProperty('x-accel-expires')
    expect(headers).not.toHaveProperty('x-cache')
    const again = await nginx.ask(PRESS, {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(headers.etag) },
    })
    expect(again.status).toBe(304)
  })

  test('a page is never old: what both instances show is what nginx sends next', async () => {
    const data = { title: 'Gemt nul gange', slug: 'bag-nginx', parent: null, _status: 'published' }
    const { doc } = await admin.call<{ doc: { id: number } }>('POST', '/pages', data)
    for (let round = 1; round <= 8; round++) {
      const title = `Gemt ${round} gange`
      await admin.call('PATCH', `/pages/${doc.id}`, { title, _status: 'published' })
      for (const { url } of sites)
        await vi.waitFor(async () => expect((await ask(url, '/bag-nginx')).text).toContain(title), soon)
      for (let request = 0; request < 6; request++) expect((await pageAt('/bag-nginx')).text).toContain(title)
    }
    await admin.call('DELETE', `/pages/${doc.id}`)
    for (const { url } of sites)
      await vi.waitFor(async () => expect((await ask(url, '/bag-nginx')).status).toBe(404), soon)
    expect((await pageAt('/bag-nginx')).status).toBe(404)
  })

  test('HTTP leads to HTTPS, and only the site’s own name is answered', async () => {
    const plain = await ask(`http://127.0.0.1:${nginx.ports.plain}`, '/kontakt?side=2', {
      headers: { host: SITE_NAME },
    })
    expect(plain.status).toBe(301)
    expect(plain.headers.location).toBe(`https://${SITE_NAME}/kontakt?side=2`)
    await expect(
      ask(`http://127.0.0.1:${nginx.ports.plain}`, '/', { headers: { host: 'andet.example' } }),
    ).rejects.toThrow(/socket hang up/)
    await expect(nginx.ask('/', { servername: 'andet.example' })).rejects.toThrow(/unrecognized name/)
  })

  test.for([ADDRESSES.live.path, ADDRESSES.ready.path, '/api/metrics', '/api/%6detrics', '/api//metrics'])(
    '%s is for the machine itself',
    async (path) => {
      const { status, text } = await nginx.ask(path)
      expect(status).toBe(404)
      expect(text).not.toMatch(/database|site_/)
    },
  )

  test('a file of 20 MB is taken, one of 30 MB refused, and no other address takes more than 1 MB', async () => {
    const authorization = `JWT ${admin.token}`
    const taken = await nginx.ask('/api/media', { method: 'POST', ...upload(20, authorization) })
    expect(taken.status).toBe(201)
    const { doc } = JSON.parse(taken.text) as { doc: { id: number; url: string; filesize: number } }
    expect(doc.filesize).toBeGreaterThan(20_000_000)
    expect((await nginx.ask(new URL(doc.url, 'https://x').pathname)).status).toBe(200)
    const refused = await nginx.ask('/api/media', { method: 'POST', ...upload(30, authorization) })
    expect(refused.status).toBe(413)
    expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ message: expect.stringMatching(/25 MB/) }] })
    const large = { method: 'POST', headers: { authorization }, body: Buffer.alloc(1_100_000) }
    expect((await nginx.ask('/api/pages', large)).status).toBe(413)
    expect((await nginx.ask('/', large)).status).toBe(413)
    await admin.call('DELETE', `/media/${doc.id}`)
  })

  test('limits count the real address, whatever is forged', async () => {
    const statuses = []
    for (let number = 0; number < 24; number++) statuses.push(await wrongLogin(nginx, '127.0.0.2', number))
    // Each of the two instances counts ten of its own, or both together count ten.
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
    expect(statuses.slice(20)).toEqual(Array(4).fill(429))
    expect(await wrongLogin(nginx, '127.0.0.3', 1)).toBe(401)
  })

  test('a flood of searches ends at nginx, in Danish', async () => {
    const flood = await Promise.all(
      Array.from({ length: 140 }, () => nginx.ask('/soeg?q=vej', { localAddress: '127.0.0.4' })),
    )
    const refused = flood.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(20)
    expect(refused[0]?.text).toMatch(/^Du har spurgt for mange gange|^\{/)
    expect((await nginx.ask('/soeg?q=vej', { localAddress: '127.0.0.5' })).status).toBe(200)
  })

  test('links to drafts are in no log', async () => {
    const secret = '0123456789abcdef0123456789abcdef01234567'
    for (const address of [`/udkast/${secret}`, `//Udkast/${secret}/1`, `/udkast/${secret}?a=b`])
      expect((await nginx.ask(address)).status).toBeLessThan(500)
    const large = { method: 'POST', body: 'a'.repeat(30_000) }
    expect((await nginx.ask(`/udkast/${secret}/1`, large)).status).toBe(413)
    await nginx.ask('/?et-andet-spor')
    await expect.poll(() => nginx.accessLog()).toContain('et-andet-spor')
    expect(nginx.accessLog()).not.toContain(secret)
  })

  test('every page that was asked for is sent while no instance answers, and nothing else', async () => {
    await addPicture()
    const stored = allPages
      .map(([, path]) => path)
      .filter((path) => !/^\/(soeg|aktindsigt\/frist|findes)/.test(path))
    const front = await pageAt('/')
    const sheet = /href="(\/_next\/static\/[^"]+\.css)"/.exec(front.text)?.[1] ?? 'none'
    for (const path of [...stored, sheet])
      for (const encoding of ['br', 'gzip', '']) expect((await pageAt(path, encoding)).status).toBe(200)
    // Parameters of a campaign, a session, other spellings and what is not there.
    const cookie = `payload-token=${admin.token}`
    const others = ['/?utm_source=avis', '/%6bontakt', '//kontakt', '/findes/ikke', '/soeg?q=vej', '/admin']
    for (const path of others) await nginx.ask(path, { headers: { cookie } })
    expect((await nginx.ask('/api/pages?limit=1', { headers: { cookie } })).status).toBeLessThan(404)
    await goneAgain()
    const filled = await fillCopies()
    const named = (what: RegExp) => filled.find((path) => what.test(path)) ?? `nothing like ${what}`
    const parts = [
      /^\/api\/media\/file\/bag-nginx/,
      /^\/visitkort\/.*\.vcf$/,
      /^\/fonts\//,
      /^\/build\//,
      /\.css$/,
    ].map(named)
    const ofPages = ['/robots.txt', '/sitemap.xml', '/favicon.svg', ...parts]

    for (const site of sites) await site.stop('SIGKILL')
    for (const path of [...stored, sheet])
      for (const encoding of ['br', 'gzip', '']) {
        const { status, headers, text } = await pageAt(path, encoding)
        expect([path, status]).toEqual([path, 200])
        expect(text.length).toBeGreaterThan(500)
        // Style sheets have names of their own for each content, and are never stale.
        expect(headers['x-cache']).toBe(path === sheet ? undefined : 'STALE')
      }
    expect((await nginx.ask('/?utm_source=posten')).text).toBe(front.text)
    for (const path of [...others.slice(1), '/api/pages?limit=1', '/gemt-og-slettet', '/side-9']) {
      const { status, text } = await nginx.ask(path, { headers: { cookie } })
      const isDeleted = path === '/gemt-og-slettet'
      expect([path, status]).toEqual([path, isDeleted ? 404 : 503])
      expect(text).toMatch(
        isDeleted ? /Siden findes ikke/ : /Siden kan ikke vises lige nu|svarer ikke lige nu/,
      )
    }
    expect((await nginx.ask('/', { method: 'HEAD' })).status).toBe(200)
    for (const path of [...ofPages, ...filled])
      for (const encoding of ['br', 'gzip', ''])
        expect([path, (await pageAt(path, encoding)).status]).toEqual([path, 200])
  })

  /** What deploy/nginx/fill-copies.sh asked for: what nginx then has. It fails if anything was not there. */
  async function fillCopies(): Promise<string[]> {
    const script = 'deploy/nginx/fill-copies.sh'
    const { stdout } = await promisify(execFile)(script, [`https://${SITE_NAME}`, ...nginx.curlOptions])
    return stdout.trim().split('\n').slice(0, -1)
  }

  /** A page with a picture. */
  async function addPicture(): Promise<void> {
    const background = { r: 20, g: 60, b: 90 }
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer()
    const body = new FormData()
    body.append('_payload', JSON.stringify({ alt: 'Et billede' }))
    body.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'bag-nginx.png')
    const headers = { authorization: `JWT ${admin.token}` }
    const answer = await fetch(`${sites[0]?.url}/api/media`, { method: 'POST', headers, body })
    const { doc } = (await answer.json()) as { doc: { id: number } }
    const blocks = [{ blockType: 'image', media: doc.id }]
    const page = { title: 'Et billede', slug: 'et-billede', parent: null, blocks, _status: 'published' }
    await admin.call('POST', '/pages', page)
    for (const { url } of sites)
      await vi.waitFor(
        async () => expect((await ask(url, '/sitemap.xml')).text).toContain('/et-billede<'),
        soon,
      )
  }

  /** A page that was asked for and then deleted: its copy must not come back. */
  async function goneAgain(): Promise<void> {
    const data = { title: 'Slettet', slug: 'gemt-og-slettet', parent: null, _status: 'published' }
    const { doc } = await admin.call<{ doc: { id: number } }>('POST', '/pages', data)
    for (const status of [200, 404]) {
      for (const { url } of sites)
        await vi.waitFor(async () => expect((await ask(url, '/gemt-og-slettet')).status).toBe(status), soon)
      for (const encoding of ['br', 'gzip', ''])
        expect((await pageAt('/gemt-og-slettet', encoding)).status).toBe(status)
      if (status === 200) await admin.call('DELETE', `/pages/${doc.id}`)
    }
  }
})

/** The status of a try to log in that forges whom it comes from. */
async function wrongLogin(nginx: RunningNginx, localAddress: string, number: number): Promise<number> {
  const { status } = await nginx.ask(ADDRESSES.login.path, {
    method: 'POST',
    localAddress,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `203.0.113.${number}`,
      forwarded: `for=203.0.113.${number}`,
    },
    body: JSON.stringify({ email: `fremmed-${localAddress}-${number}@example.dk`, password: 'forkert' }),
  })
  return status
}

/** A PDF of some megabytes as a form. */
function upload(megabytes: number, authorization: string) {
  const edge = 'edge-of-a-part'
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([Buffer.from(`--${edge}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.4\n%'),
    Buffer.alloc(megabytes * 1_000_000, 'x'),
    Buffer.from('\nstartxref\n0\n%%EOF'),
  ])
  const body = Buffer.concat([
    part('Content-Disposition: form-data; name="_payload"', JSON.stringify({ alt: 'En stor fil' })),
    part(
      `Content-Disposition: form-data; name="file"; filename="stor-${megabytes}.pdf"\r\nContent-Type: application/pdf`,
      pdf,
    ),
    Buffer.from(`--${edge}--\r\n`),
  ])
  return { headers: { authorization, 'content-type': `multipart/form-data; boundary=${edge}` }, body }
}
