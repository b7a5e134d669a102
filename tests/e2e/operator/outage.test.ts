import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryPostgres } from '../../databases.ts'
import { logIn, PUBLISH } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { useBrowser } from '../tools/browser.ts'
import { PRESS } from '../tools/page-kinds.ts'
import { sql } from '../tools/sql.ts'
import { administrator, type RunningSite, startSite } from '../tools/start-site.ts'

const { visit } = useBrowser()
let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
let site: RunningSite
let admin: Awaited<ReturnType<typeof logIn>>
let contact: number

const searches = [
  '/soeg?q=aktindsigt',
  '/soeg?q=qxqxqx',
  '/soeg/pressekontakt?q=anders%20aen',
  '/api/contacts?q=anders',
  '/api/press-duty?at=2026-11-23T10:00:00%2B01:00',
  '/aktindsigt/frist?modtaget=2026-11-23',
  '/api/aktindsigt/deadline?received=2026-11-23',
]

const health = async () =>
  JSON.parse((await ask(site.url, '/api/health/ready')).text) as { status: string; database: string }

/** What visitors get at every address of the site, the searches among them. */
async function everything(): Promise<Record<string, { status: number; text: string }>> {
  const sitemap = (await ask(site.url, '/sitemap.xml')).text
  const pages = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname)
  const cards = (await ask(site.url, PRESS)).text.match(/\/visitkort\/[\w-]+\.vcf/g) ?? []
  const paths = ['/sitemap.xml', '/robots.txt', '/findes-ikke', ...pages, ...new Set(cards), ...searches]
  const answers = await Promise.all(
    paths.map(async (path) => {
      const { status, text } = await ask(site.url, path)
      return [path, { status, text }] as const
    }),
  )
  return Object.fromEntries(answers)
}

const databaseIs = (state: 'up' | 'down') =>
  vi.waitUntil(async () => (await health()).database === state, { timeout: 30_000 })

const shows = (path: string, text: string) =>
  vi.waitUntil(async () => (await ask(site.url, path)).text.includes(text), { timeout: 20_000 })

beforeAll(async () => {
  postgres = await temporaryPostgres()
  // The clock stands still enough: no status changes while the test runs.
  site = await startSite({ DATABASE_URL: postgres.url, SITE_CLOCK: '2026-11-23T10:00:00+01:00' })
  admin = await logIn(site.url)
  const { docs } = await admin.call<{ docs: { id: number }[] }>(
    'GET',
    '/press-contacts?where[slug][equals]=anders-aaen-larsen',
  )
  contact = docs[0]?.id ?? 0
})

afterAll(async () => {
  await site.stop()
  await postgres.remove()
})

test('without the database visitors see no difference, and what changed meanwhile shows afterwards', async () => {
  const before = await everything()
  expect(Object.keys(before).length).toBeGreaterThan(25)
  const { url } = postgres
  await postgres.stop()
  await databaseIs('down')
  expect(await everything()).toEqual(before)
  // What nobody has asked before cannot be answered now, and says so in words: also compressed, as browsers ask.
  const unasked = await fetch(`${site.url}/soeg?q=aldrig%20spurgt`)
  expect(unasked.status).toBe(503)
  expect(await unasked.text()).toBe(await (await fetch(`${site.url}/fejl`)).text())
  const failed = () => site.output().match(/^.*"kind":"search".*"A request failed".*$/gm) ?? []
  await vi.waitFor(() => expect(failed()).not.toEqual([]), { timeout: 10_000 })
  expect(failed().filter((line) => !line.includes('"status":503'))).toEqual([])
  expect(await ask(site.url, '/api/health/ready')).toMatchObject({ status: 200 })
  expect(await health()).toMatchObject({ status: 'ok', database: 'down' })

  // Changed while the site cannot hear it: before it has come back to the database.
  expect(await postgres.startAgain()).toBe(url)
  await sql(url, `UPDATE press_contacts SET title = 'Rettet mens ingen hørte det' WHERE id = $1`, [contact])
  await shows(PRESS, 'Rettet mens ingen hørte det')
  await databaseIs('up')
  await admin.call('PATCH', `/press-contacts/${contact}`, { title: 'Gemt bagefter' })
  await shows(PRESS, 'Gemt bagefter')
  await shows('/api/contacts?q=anders', 'Gemt bagefter')
  await logIn(site.url)
}, 120_000)

test('without the database a save or a login is refused in Danish, soon and without inner details', async () => {
  await postgres.stop()
  await databaseIs('down')
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ title: 'Gemt uden database' })
  const authorization = `JWT ${admin.token}`
  const path = `/api/press-contacts/${contact}`
  const askedAt = performance.now()
  const answers = {
    save: await ask(site.url, path, { method: 'PATCH', headers: { ...json, authorization }, body }),
    login: await ask(site.url, '/api/users/login', {
      method: 'POST',
      headers: json,
      body: JSON.stringify(administrator),
    }),
  }
  const seconds = (performance.now() - askedAt) / 1000
  await postgres.startAgain()
  await databaseIs('up')
  expect(seconds).toBeLessThan(20)
  for (const [name, { status, text }] of Object.entries(answers)) {
    expect([name, status]).toEqual([name, 503])
    const [error] = (JSON.parse(text) as { errors: { message: string }[] }).errors
    expect([name, error?.message]).toEqual([
      name,
      expect.stringMatching(/Databasen svarer ikke.*[Pp]røv igen/) as unknown,
    ])
    expect(text).not.toMatch(/ECONNREFUSED|select |node_modules|127\.0\.0\.1/i)
  }
}, 120_000)

test('an editor who saves while the database is away is told so, keeps the text and can save it later', async () => {
  const { page, context } = await visit('/', { baseURL: site.url })
  await context.addCookies([{ name: 'payload-token', value: admin.token, url: site.url }])
  await page.goto(`/admin/collections/press-contacts/${contact}`)
  const title = page.locator('#field-title')
  const publish = page.getByRole('button', { name: PUBLISH })
  const write = (text: string) =>
    vi.waitUntil(() => title.fill(text).then(() => publish.isEnabled()), { timeout: 20_000 })
  await write('Skrevet mens databasen var der')
  await write('Skrevet uden database')
  await postgres.stop()
  await databaseIs('down')
  await publish.click()
  await page.getByText('Databasen svarer ikke').first().waitFor({ timeout: 20_000 })
  expect(await title.inputValue()).toBe('Skrevet uden database')
  await postgres.startAgain()
  await databaseIs('up')
  // Payload wants a change before it saves again.
  await write('Skrevet uden database, gemt med')
  await publish.click()
  await shows(PRESS, 'Skrevet uden database, gemt med')
  await context.close()
}, 120_000)

test('an editor whom the database cannot name just now is told so, and not sent to the login', async () => {
  const headers = {
    cookie: `payload-token=${admin.token}`,
    // Otherwise the CMS takes no cookie.
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  }
  const write = { headers, body: JSON.stringify({ title: 'Gemt af ingen' }) }
  // Sessions can be read, and the people whose they are cannot.
  await sql(postgres.url, 'ALTER TABLE users RENAME TO users_elsewhere')
  try {
    const answers = {
      list: await ask(site.url, '/api/press-contacts', { headers }),
      me: await ask(site.url, '/api/users/me', { headers }),
      save: await ask(site.url, `/api/press-contacts/${contact}`, { method: 'PATCH', ...write }),
      preview: await ask(site.url, '/api/preview', { method: 'POST', ...write }),
      admin: await ask(site.url, '/admin', { headers }),
      document: await ask(site.url, `/admin/collections/press-contacts/${contact}`, { headers }),
    }
    for (const [name, { status, text }] of Object.entries(answers))
      expect([name, status, text]).toEqual([
        name,
        503,
        expect.stringMatching(/Databasen svarer ikke lige nu.*prøv igen/),
      ])
  } finally {
    await sql(postgres.url, 'ALTER TABLE users_elsewhere RENAME TO users')
  }
  expect((await ask(site.url, '/admin', { headers })).status).toBe(200)
  // Who is nobody is still told to log in.
  expect((await ask(site.url, '/api/press-contacts')).status).toBe(403)
  expect((await ask(site.url, '/admin')).status).toBeLessThan(400)
}, 120_000)

test('connections that are cut under the site do no harm', async () => {
  for (const title of ['Efter første afbrydelse', 'Efter anden afbrydelse']) {
    await sql(
      postgres.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND datname = current_database()`,
    )
    expect((await ask(site.url, PRESS)).status).toBe(200)
    expect((await ask(site.url, '/soeg?q=presse')).status).toBe(200)
    await vi.waitUntil(
      () =>
        admin.call('PATCH', `/press-contacts/${contact}`, { title }).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    await shows(PRESS, title)
  }
}, 120_000)

test('connections that are cut in the middle of saves end no server', async () => {
  const server = site.serverPid()
  const saving = (async () => {
    const answers: string[] = []
    for (let save = 0; save < 60; save++)
      answers.push(
        await admin.call('PATCH', `/press-contacts/${contact}`, { title: `Gemt ${save}` }).then(
          () => 'saved',
          (error: unknown) => String(error),
        ),
      )
    return answers
  })()
  for (let cut = 0; cut < 15; cut++)
    await sql(
      postgres.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()`,
    ).catch(() => {})
  expect(await saving).toContain('saved')
  await databaseIs('up')
  await admin.call('PATCH', `/press-contacts/${contact}`, { title: 'Gemt efter alle brud' })
  await shows(PRESS, 'Gemt efter alle brud')
  expect(site.serverPid()).toBe(server)
}, 120_000)
