import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'
import { sql } from '../../tools/sql.ts'

// A draft is shown to somebody without an account, who approves it, with and without scripts; the editor and the trail tell of it.

const { visit } = useBrowser()
const site = useOwnSite({ SITE_CLOCK: '2026-11-30T09:00:00+01:00' })

type Made = { doc: { id: number } }
const newDraft = async (title: string, fields: object = {}) => {
  const data = { title, summary: 'Resumé', inMenu: false, blocks: [], _status: 'draft', ...fields }
  return (await site.admin.call<Made>('POST', '/pages?draft=true', data)).doc.id
}

async function formAt(id: number, width = 1280): Promise<Page> {
  const { page, context } = await visit('about:blank', {
    baseURL: site.url,
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addCookies([
    { name: 'payload-token', value: site.admin.token, url: site.url, sameSite: 'Lax' },
  ])
  await page.goto(`/admin/collections/pages/${id}`)
  return page
}
const sharing = (page: Page) => page.getByRole('region', { name: 'Delt uden login' })

/** Shares a page as an editor does; the address of the link, or null where it was added to one. */
async function shareAt(id: number, wanted: { title: string; isNew?: boolean }): Promise<string | null> {
  const page = await formAt(id)
  const field = sharing(page)
  await field.getByRole('button', { name: 'Del kladden …' }).click()
  if (wanted.isNew === false) {
    await field.getByLabel('Sammen med andre sider').selectOption({ label: `Ja, i linket »${wanted.title}«` })
    await field.getByRole('button', { name: 'Føj til linket' }).click()
    await field.getByText(`Linket »${wanted.title}« viser nu også denne side.`).waitFor()
    return null
  }
  await field.getByLabel('Hvad er linket til?').fill(wanted.title)
  await field.getByRole('button', { name: 'Lav linket' }).click()
  await field.getByText('Linket virker til mandag den 14. december 2026 kl. 9.').waitFor()
  await field.getByText('Linket er kopieret.').waitFor()
  const address = await field.getByLabel('Linket, som vises denne ene gang').inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  return address
}

async function expectSound(page: Page, scope: string | null = null) {
  const builder = new AxeBuilder({ page })
  const { violations } = await (scope ? builder.include(scope) : builder).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(tooWide).toBeLessThanOrEqual(0)
}

const pathOf = (address: string) => new URL(address).pathname

test('a draft is shared, approved without scripts, changed, and withdrawn', async () => {
  await newDraft('Naboens hemmelige kladde', { slug: 'naboens-kladde' })
  const background = { r: 20, g: 60, b: 90 }
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  const file = new FormData()
  file.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'delt.png')
  file.set('_payload', JSON.stringify({ alt: 'Et billede i kladden' }))
  const uploaded = await fetch(`${site.url}/api/media`, {
    method: 'POST',
    headers: { authorization: `JWT ${site.admin.token}` },
    body: file,
  })
  const { doc: media } = (await uploaded.json()) as Made
  const id = await newDraft('Skolens nye side', {
    blocks: [{ blockType: 'image', media: media.id }, { blockType: 'childPages' }],
  })
  const address = (await shareAt(id, { title: 'Til skolelederen' })) ?? ''
  expect(address).toMatch(new RegExp(`^${site.url}/udkast/[0-9a-f]{40}$`))

  const { page } = await visit(address, { baseURL: site.url, javaScriptEnabled: false })
  expect(page.url()).toBe(`${address}/${id}`)
  await page.getByText('Udkast – ikke offentliggjort').waitFor()
  await page.getByRole('heading', { name: 'Skolens nye side', level: 1 }).waitFor()
  const picture = page.getByRole('img', { name: 'Et billede i kladden' })
  const shown = await ask(site.url, (await picture.getAttribute('src')) ?? '')
  expect([shown.status, shown.headers['content-type']]).toEqual([200, expect.stringMatching(/^image\//)])
  expect(await page.content()).not.toContain('hemmelige')
  await page.getByLabel('Bemærkning').fill('Ret gerne telefonen.')
  await page.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await page.getByRole('alert').getByText('Skriv dit navn.').waitFor()
  expect(await page.getByLabel('Bemærkning').inputValue()).toBe('Ret gerne telefonen.')
  await page.getByLabel('Dit navn').fill('Anna Berg')
  await page.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await page.getByText(/^Godkendt af Anna Berg mandag den 30\. november 2026 kl\. 9\.\d\d$/).waitFor()
  expect(page.url()).toContain('#udkast-godkendelser')
  await page.getByText('Tak. Dit svar er gemt, og kommunen kan se det.').waitFor()
  expect(await page.getByLabel('Dit navn').isVisible()).toBe(false)
  await page.getByText('Svar igen, eller lad en anden svare').click()

  // What was read is not what is saved by now.
  await site.admin.call('PATCH', `/pages/${id}?draft=true`, { summary: 'Et andet resumé', _status: 'draft' })
  await page.getByLabel('Dit navn').fill('Bo Dal')
  await page.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await page.getByRole('alert').getByText('Siden er ændret, siden du åbnede den.').waitFor()
  await page.getByText('Et andet resumé').first().waitFor()
  await page.getByText(/Godkendt af Anna Berg .* – ændret siden/).waitFor()
  await page.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await page.getByText(/^Godkendt af Bo Dal/).waitFor()

  const form = await formAt(id)
  const field = sharing(form)
  await field.getByText(/Godkendt af Anna Berg .* – ændret siden/).waitFor()
  await field.getByText('Ret gerne telefonen.').waitFor()
  expect(await field.getByText(/Godkendt af Bo Dal/).innerText()).not.toContain('ændret')
  expect(await field.getByText(/virker til/).innerText()).toMatch(/Vist 3 gange/)
  for (const width of [360, 768, 1280]) {
    await form.setViewportSize({ width, height: 900 })
    await expectSound(form, 'section:has(> h3)')
  }
  await field
    .getByRole('link', { name: /den udgave, der blev gemt/ })
    .last()
    .click()
  await form.waitForURL(new RegExp(`/admin/collections/pages/${id}/versions/\\d+`))

  await form.goto('/admin/seneste-aendringer?slags=draft-approved')
  const lines = (await form.locator('tbody tr').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '))
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(
    // When a version was saved is by the database's clock, which is the machine's.
    /Anna Berg \(med et link, uden login\) godkendte kladden af Side Skolens nye side \(udgave \d+, gemt \S+ den .+ kl\. \d+\.\d\d\)/,
  )

  await form.goto(`/admin/collections/pages/${id}`)
  await sharing(form)
    .getByRole('button', { name: /^Træk tilbage ?: Til skolelederen$/ })
    .click()
  await sharing(form).getByText('Linket er trukket tilbage. Det viser ikke noget mere.').waitFor()
  for (const path of [pathOf(address), `${pathOf(address)}/${id}`])
    expect(await ask(site.url, path)).toMatchObject({
      status: 410,
      text: expect.stringContaining('trukket tilbage'),
    })
  await page.goto(address)
  await page.getByText('Spørg den, der sendte dig linket, om et nyt.').waitFor()
  // The secret stands nowhere but in the address.
  expect(site.output()).not.toContain(pathOf(address).split('/')[2])
}, 120_000)

test('a set of drafts, at all widths, until it expires', async () => {
  const [first, second] = [await newDraft('Sæt, side et'), await newDraft('Sæt, side to')]
  const other = await newDraft('Ikke i sættet')
  const address = (await shareAt(first, { title: 'Et helt sæt' })) ?? ''
  await shareAt(second, { title: 'Et helt sæt', isNew: false })

  const { page, expectNoErrors } = await visit(address, { baseURL: site.url })
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(address)
    await page.getByRole('heading', { name: 'Et helt sæt', level: 1 }).waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: 'Sæt, side to' }).click()
    await page.getByRole('heading', { name: 'Sæt, side to', level: 1 }).waitFor()
    await expectSound(page)
  }
  await page.getByLabel('Dit navn').fill('Carla Eg')
  await page.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await page.getByText(/^Godkendt af Carla Eg/).waitFor()
  await expectSound(page)
  await page.getByRole('link', { name: 'Alle sider i »Et helt sæt«' }).click()
  await page.getByText(/^Godkendt af Carla Eg/).waitFor()
  expectNoErrors()

  const path = pathOf(address)
  const { status, headers, text } = await ask(site.url, `${path}/${first}`)
  expect([status, headers['x-robots-tag'], headers['cache-control'], headers['referrer-policy']]).toEqual([
    200,
    'noindex, nofollow, noarchive',
    'private, no-store',
    'no-referrer',
  ])
  expect(text).toContain('<meta name="robots" content="noindex"/>')
  expect(text).not.toMatch(/rel="canonical"|Ikke i sættet/)
  for (const [wrong, expected] of [
    [`${path}/${other}`, 404],
    [`${path}/${first}/x`, 404],
    [path.slice(0, -1), 404],
    ['/udkast', 404],
    ['/udkast/x', 404],
    [`/_next/data/x${path}.json`, 404],
    [`${path.replace('udkast', 'Udkast')}`, 308],
  ] as const)
    expect([wrong, (await ask(site.url, wrong)).status]).toEqual([wrong, expected])
  const { text: unknown } = await ask(site.url, '/udkast/x')
  expect(unknown).toContain('Se efter, om hele linket er kommet med')
  for (const list of ['/robots.txt', '/sitemap.xml'])
    expect((await ask(site.url, list)).text).not.toContain('udkast')
  // The link is no key to anything else.
  const token = path.split('/')[2] ?? ''
  for (const headers of [{ authorization: `JWT ${token}` }, { cookie: `payload-token=${token}` }])
    expect((await ask(site.url, `/api/pages/${first}?draft=true`, { headers })).status).toBe(403)

  await sql(site.databaseUrl, `UPDATE drafts.links SET expires_at = made_at WHERE title = 'Et helt sæt'`)
  const post = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  expect(
    await ask(site.url, `${path}/${first}`, { ...post, body: `name=Dan&seen=${'a'.repeat(43)}` }),
  ).toMatchObject({
    status: 410,
    text: expect.stringContaining('Linket er udløbet'),
  })
  await page.goto(address)
  await page.getByRole('heading', { name: 'Linket er udløbet' }).waitFor()
  await expectSound(page)
}, 120_000)

test('what is not approved yet is answered with a word, which the editor and the trail tell, and approved later', async () => {
  const id = await newDraft('Ikke færdig')
  const address = (await shareAt(id, { title: 'Til juristen' })) ?? ''
  const { page } = await visit(address, { baseURL: site.url, javaScriptEnabled: false })
  await page.getByLabel('Dit navn').fill('Jens Ret')
  await page.getByRole('button', { name: 'Ikke godkendt endnu' }).click()
  await page.getByRole('alert').getByText('Skriv, hvad der skal ændres, før du kan godkende.').waitFor()
  expect(await page.getByLabel('Dit navn').inputValue()).toBe('Jens Ret')
  await page.getByLabel('Bemærkning').fill('Paragraffen mangler.')
  await page.getByRole('button', { name: 'Ikke godkendt endnu' }).click()
  await page.getByText(/^Ikke godkendt endnu af Jens Ret/).waitFor()
  await page.getByText('Paragraffen mangler.').waitFor()
  await page.getByText('Tak. Dit svar er gemt').waitFor()

  const form = await formAt(id)
  await sharing(form)
    .getByText(/^Ikke godkendt endnu af Jens Ret/)
    .waitFor()
  await sharing(form).getByText('Paragraffen mangler.').waitFor()
  await form.goto('/admin/seneste-aendringer?slags=draft-refused')
  await form
    .getByText(/godkendte endnu ikke kladden af/)
    .first()
    .waitFor()
  expect((await form.locator('tbody tr').first().innerText()).replaceAll(/\s+/g, ' ')).toContain(
    'Jens Ret (med et link, uden login) godkendte endnu ikke kladden af Side Ikke færdig',
  )

  await page.getByText('Svar igen, eller lad en anden svare').click()
  await page.getByLabel('Dit navn').fill('Jens Ret')
  await page.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await page.getByText(/^Godkendt af Jens Ret/).waitFor()
}, 60_000)

test('a form that is odd or sent by another site changes nothing', async () => {
  const id = await newDraft('Kun for den, der har linket')
  const path = `${pathOf((await shareAt(id, { title: 'Sære formularer' })) ?? '')}/${id}`
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const { text } = await ask(site.url, path)
  const [, seen = ''] = /name="seen" value="([\w-]{43})"/.exec(text) ?? []
  const good = `name=Eva&seen=${seen}`
  const cases: [body: string, headers: Record<string, string>, status: number][] = [
    ['', form, 400],
    ['name=Eva', form, 400],
    [`name=%00&seen=${seen}`, form, 400],
    [`name=${'a'.repeat(101)}&seen=${seen}`, form, 400],
    [`name=Eva&word=${'%C3%A6'.repeat(2001)}&seen=${seen}`, form, 400],
    [`name=Eva&word=${'a'.repeat(25_000)}&seen=${seen}`, form, 413],
    [JSON.stringify({ name: 'Eva', seen }), { 'content-type': 'application/json' }, 400],
    [good, { ...form, origin: 'https://ond.example' }, 403],
    [good, { ...form, origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
  ]
  for (const [body, headers, status] of cases) {
    const answer = await ask(site.url, path, { method: 'POST', headers, body })
    expect([body.slice(0, 60), answer.status]).toEqual([body.slice(0, 60), status])
  }
  const count = async () =>
    (
      await sql<{ n: number }>(
        site.databaseUrl,
        `SELECT count(*)::int AS n FROM drafts.approvals WHERE page_id = ${id}`,
      )
    )[0]?.n
  expect(await count()).toBe(0)
  const own = { ...form, origin: 'null', 'sec-fetch-site': 'same-origin' }
  for (const _ of [1, 2])
    expect((await ask(site.url, path, { method: 'POST', headers: own, body: good })).status).toBe(303)
  expect(await count()).toBe(1)
}, 60_000)
