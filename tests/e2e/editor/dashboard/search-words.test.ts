import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { sql } from '../../tools/sql.ts'

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
const soon = { timeout: 5000, interval: 50 }

let call: Awaited<ReturnType<typeof logIn>>['call']
let admin: Page

beforeAll(async () => {
  // What other tests did not find would fill the list.
  await sql(inject('siteDatabaseUrl'), 'DELETE FROM search.misses')
  const editor = await logIn(siteUrl)
  call = editor.call
  const { page, context } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
})

afterAll(async () => {
  await call('DELETE', '/search-words?where[title][like]=rumhotel')
  await sql(inject('siteDatabaseUrl'), 'DELETE FROM search.misses')
})

const search = (query: string) => fetch(`${siteUrl}/soeg?${new URLSearchParams({ q: query })}`)

async function titles(query: string): Promise<string[]> {
  const answer = await fetch(`${siteUrl}/api/search?${new URLSearchParams({ q: query })}`)
  const { results } = (await answer.json()) as { results: { title: string }[] }
  return results.map(({ title }) => title)
}

const misses = () => admin.getByRole('region', { name: 'Søgt uden at finde noget' })

async function missed(): Promise<string[]> {
  await admin.goto('/admin')
  await misses().waitFor()
  return misses().locator('tbody tr').allInnerTexts()
}

test('what nobody found stands on the dashboard; a search word made from there finds it at once', async () => {
  await search('Rumhotel')
  await search('rumhotel')
  await expect.poll(missed, soon).toContainEqual(expect.stringMatching(/^rumhotel\s+2\s/))
  const { violations } = await new AxeBuilder({ page: admin })
    .include('[aria-labelledby="missed-searches"]')
    .analyze()
  expect(violations).toEqual([])

  await misses().getByRole('link', { name: 'Lav søgeord for »rumhotel«' }).click()
  await admin.waitForURL('**/search-words/create?*')
  await admin.locator('.field-words').getByText('rumhotel').waitFor()
  await admin.locator('.field-synonyms input').fill('telefonomstilling')
  await admin.keyboard.press('Enter')
  await admin.getByRole('button', { name: 'Gem', exact: true }).click()
  await admin.waitForURL(/search-words\/\d+/)

  await expect.poll(() => titles('rumhotel'), soon).toContain('Telefonomstillingen')
  expect(await (await search('rumhotel')).text()).toContain('<mark>Telefonomstillingen</mark>')
  expect((await missed()).join()).not.toContain('rumhotel')
  await admin.goto('/admin/collections/search-words')
  await admin.getByRole('link', { name: 'rumhotel → telefonomstilling' }).waitFor()
  await misses().waitFor()
})

test('what an editor pins stands first, and no longer when it is let go', async () => {
  const { docs } = await call<{ docs: { id: number }[] }>('GET', '/pages?where[slug][equals]=privatliv')
  const found = await titles('pressevagt')
  expect(found).not.toContain('Privatliv')
  const { doc } = await call<{ doc: { id: number } }>('POST', '/search-words', {
    words: ['pressevagt'],
    pins: [{ relationTo: 'pages', value: docs[0]?.id }],
  })
  await expect.poll(() => titles('Pressevagt'), soon).toEqual(['Privatliv', ...found])
  await call('DELETE', `/search-words/${doc.id}`)
  await expect.poll(() => titles('Pressevagt'), soon).toEqual(found)
})

test.each([
  ['010190-1234', 'stjernehus et'],
  ['0101901234', 'stjernehus to'],
  ['ingen 25 20 99 99', 'stjernehus tre'],
  ['ingen.person@example.dk', 'stjernehus fire'],
  ['Rumvej 12', 'stjernehus fem'],
])('a search for %s is not kept', async (query, next) => {
  await search(query)
  // Counts are written in turn: with the next one there this one would be too.
  await search(next)
  await expect.poll(missed, soon).toContainEqual(expect.stringContaining(next))
  const kept = await sql<{ query: string }>(inject('siteDatabaseUrl'), 'SELECT query FROM search.misses')
  expect(kept.filter((row) => /[\d@]|ingen|rumvej/.test(row.query))).toEqual([])
})

test('a filter that leaves nothing, and a page past the last, are no misses', async () => {
  await fetch(`${siteUrl}/soeg?q=aktindsigt&type=leder`)
  await fetch(`${siteUrl}/soeg?q=aktindsigt&page=15`)
  await search('stjernehus')
  await expect.poll(missed, soon).toContainEqual(expect.stringMatching(/^stjernehus\s/))
  expect((await missed()).join()).not.toContain('aktindsigt')
})
