import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { sql } from '../../tools/sql.ts'
import { deskOf, openForm } from '../kept/kept-desk.ts'

// What is due for review, and who owns it: found to be right with one press, on the dashboard and in its form.

const { visit } = useBrowser()
let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(inject('siteUrl'))
})

/** A page that was made long ago. */
async function oldPage(title: string, data: object = {}) {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    inMenu: false,
    blocks: [],
    _status: 'published',
    ...data,
  })
  onTestFinished(() => editor.call('DELETE', `/pages/${doc.id}`).then(() => {}))
  await sql(inject('siteDatabaseUrl'), `UPDATE pages SET created_at = '2020-01-01' WHERE id = $1`, [doc.id])
  return doc.id
}

const versions = async (id: number) =>
  (await editor.call<{ totalDocs: number }>('GET', `/pages/versions?where[parent][equals]=${id}&limit=1`))
    .totalDocs

/** What is serious for those who hear the page or see little, of a part of it. */
async function findings(page: Page, part: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`))
}

async function fits(page: Page) {
  await page.setViewportSize({ width: 360, height: 800 })
  await vi.waitUntil(async () => (await page.evaluate(() => document.documentElement.scrollWidth)) <= 360)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('the dashboard lists what is due; one press and its row is gone', async () => {
  const id = await oldPage('Gammel side på skrivebordet')
  const before = await versions(id)
  const page = await openForm(await deskOf(visit, editor.token), '')
  const due = page.getByRole('region', { name: /^Skal gennemgås/ })
  const row = due.getByRole('listitem').filter({ hasText: 'Gammel side på skrivebordet' })
  await row.getByText('Senest 1. januar 2021, ingen ejer').waitFor()
  await page
    .getByRole('region', { name: 'Uden ejer' })
    .getByText(/^Sider uden ejer: \d+$/)
    .waitFor()
  expect(await findings(page, 'main, .template-default__wrap')).toEqual([])
  await fits(page)
  await row.getByRole('button', { name: /^Stadig korrekt/ }).click()
  await page.getByText('Side »Gammel side på skrivebordet«: Noteret som stadig korrekt.').waitFor()
  expect(await row.count()).toBe(0)
  expect(await versions(id)).toBe(before)
})

test('a form tells when it is due and who owns it; one press and it is right for a year', async () => {
  const { doc: owner } = await editor.call<{ doc: { id: number } }>('POST', '/owners', {
    name: 'Presse og kommunikation',
    email: 'presse@example.dk',
  })
  onTestFinished(() => editor.call('DELETE', `/owners/${owner.id}`).then(() => {}))
  const id = await oldPage('Gammel side med ejer', { owner: owner.id })
  const desk = await deskOf(visit, editor.token)
  const page = await openForm(desk, `collections/pages/${id}`)
  const part = page.getByRole('region', { name: 'Gennemgang', exact: true })
  await part.getByText('Skulle gennemgås senest 1. januar 2021.').waitFor()
  await page.locator('#field-owner').getByText('Presse og kommunikation').waitFor()
  expect(await findings(page, 'section:has(> h3)')).toEqual([])
  await fits(page)
  await part.getByRole('button', { name: 'Stadig korrekt' }).click()
  await part.getByText(/^Noteret som stadig korrekt\. Gennemgås igen senest/).waitFor()
  await part.getByText(/ fandt det korrekt den /).waitFor()

  await part.getByRole('button', { name: 'Anden dato …' }).click()
  await part.getByRole('textbox', { name: 'Gennemgås igen den' }).fill('1. marts 2099')
  await part.getByRole('button', { name: 'Gem dato' }).click()
  await part.getByText('Vælg en dato højst 36 måneder frem.').waitFor()

  const all = await openForm(desk, 'gennemgang')
  await all.getByRole('heading', { name: 'Skal gennemgås' }).waitFor()
  await expect.poll(() => all.getByText('Gammel side med ejer').count()).toBe(0)
  const tree = await openForm(desk, 'sidetrae')
  await tree
    .getByRole('row')
    .filter({ hasText: 'Gammel side med ejer' })
    .getByText('Ejer: Presse og kommunikation')
    .waitFor()
})
