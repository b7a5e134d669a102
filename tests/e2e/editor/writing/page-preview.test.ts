import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'

// A page as visitors will read it, beside the form while it is written; nothing of it is stored.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
let admin: Awaited<ReturnType<typeof logIn>>
let press: number

beforeAll(async () => {
  admin = await logIn(siteUrl)
  const { docs } = await admin.call<{ docs: { id: number }[] }>(
    'GET',
    '/pages?where[slug][equals]=pressekontakt&depth=0&select[title]=true',
  )
  press = docs[0]?.id ?? 0
})

async function formAt(address: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const { page, context } = await visit('about:blank', { viewport })
  await context.addCookies([{ name: 'payload-token', value: admin.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(address)
  return page
}

const open = async (page: Page) => {
  await page.getByRole('button', { name: 'Forhåndsvis' }).click()
  return page.frameLocator('iframe[title="Siden, som besøgende ser den"]')
}
const titled = (name: string) => ({ name, level: 1 as const })
const countVersions = () =>
  admin.call<{ totalDocs: number }>('GET', `/pages/versions?where[parent][equals]=${press}&limit=1&depth=0`)

test('what is written is seen as a page, and nothing is stored', async () => {
  const before = await countVersions()
  const page = await formAt(`/admin/collections/pages/${press}`)
  const shown = await open(page)
  await shown.getByRole('heading', titled('Pressekontakt')).waitFor()
  await page.locator('input[name=title]').fill('Presse, som den bliver')
  await shown.getByRole('heading', titled('Presse, som den bliver')).waitFor()

  await page.getByLabel('Som den er nu').check()
  await shown.getByRole('heading', titled('Pressekontakt')).waitFor()
  await page.getByLabel('Skrivebord').check()
  // Beside the form, which stays whole.
  const save = await page.getByRole('button', { name: /Offentliggør/ }).boundingBox()
  const panel = page.getByRole('complementary', { name: 'Forhåndsvisning af siden' })
  expect((save?.x ?? 0) + (save?.width ?? 0)).toBeLessThan((await panel.boundingBox())?.x ?? 0)

  // At an instant when the press office answers, and when it does not.
  await panel.getByLabel('Dato', { exact: true }).fill('8.12.2026')
  await panel.getByLabel('Klokkeslæt').fill('10:00')
  await shown.getByText('har lukket nu').waitFor({ state: 'detached' })
  await panel.getByLabel('Klokkeslæt').fill('23:30')
  await shown.getByText('har lukket nu').waitFor()

  await panel.getByRole('button', { name: 'Luk forhåndsvisningen' }).press('Escape')
  expect(await panel.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Forhåndsvis')
  expect((await ask(siteUrl, '/om/presse-og-kommunikation/pressekontakt')).text).not.toContain(
    'som den bliver',
  )
  expect(await countVersions()).toMatchObject({ totalDocs: before.totalDocs })
}, 60_000)

test('a page that is not there yet, on a phone', async () => {
  const page = await formAt('/admin/collections/pages/create', { width: 360, height: 740 })
  await page.locator('input[name=title]').fill('En side, der ikke findes')
  const shown = await open(page)
  await shown.getByRole('heading', titled('En side, der ikke findes')).waitFor()
  const { violations } = await new AxeBuilder({ page }).include('aside').exclude('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await page.getByLabel('Som den er nu').check()
  await page.getByText('Siden er ikke offentlig.').waitFor()
  const { totalDocs } = await admin.call<{ totalDocs: number }>(
    'GET',
    '/pages?where[title][equals]=En side, der ikke findes&draft=true',
  )
  expect(totalDocs).toBe(0)
}, 60_000)

const preview = (body: unknown, token = admin.token) =>
  fetch(`${siteUrl}/api/page-preview`, {
    method: 'POST',
    headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('strangers see no draft, and what is odd is refused in words', async () => {
  expect((await preview({ id: press, data: null, at: null }, 'x')).status).toBe(403)
  const odd: unknown[] = [
    {},
    { id: '1', data: null, at: null },
    { id: press, data: [], at: null },
    { id: press, data: { blocks: 'nej' }, at: null },
    { id: press, data: { blocks: [{ blockType: 'findes-ikke' }] }, at: null },
    { id: press, data: { blocks: [{ blockType: 'richText', body: { root: 3 } }] }, at: null },
    { id: press, data: { title: 'a\u0000b', parent: 'x' }, at: null },
    { id: press, data: null, at: { date: '31.2.2026', time: '25' } },
    { id: 2_000_000_000, data: { title: 'Ingen' }, at: null },
  ]
  for (const body of odd) {
    const answer = await preview(body)
    const { html, error } = (await answer.json()) as { html?: string; error?: { message: string } }
    // What the CMS can make something of is shown; all else is refused in words.
    const words = answer.status === 200 ? html : error?.message
    expect([answer.status < 500, typeof words, body]).toEqual([true, 'string', body])
  }
  const known = await preview({ id: press, data: { title: '<script>alert(1)</script>' }, at: null })
  const { html } = (await known.json()) as { html: string }
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toContain('/build/')
})
