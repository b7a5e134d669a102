import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { sql } from '../../tools/sql.ts'
import { deskOf, openForm, save } from '../kept/kept-desk.ts'

// Links to other sites that do not work: what servers have found out stands in the database, and an editor mends it.

const { visit } = useBrowser()
const database = inject('siteDatabaseUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(inject('siteUrl'))
})

const URL = 'https://vaek.example/en/side/med/en/meget-lang-adresse-som-ikke-kan-staa-paa-en-linje?a=1'

test('a link that failed twice stands on the dashboard, leads to where it is mended, and is gone then', async () => {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Med et link ud',
    slug: 'med-et-link-ud',
    inMenu: false,
    blocks: [{ blockType: 'linkList', links: [{ label: 'Ud', url: `${URL}#sted` }] }],
    _status: 'published',
  })
  onTestFinished(async () => {
    await editor.call('DELETE', `/pages/${doc.id}`)
    await sql(database, 'DELETE FROM outside.links')
  })
  await sql(
    database,
    `INSERT INTO outside.links (url, host, tried_at, outcome, failing_since, failures)
     VALUES ($1, 'vaek.example', now(), '404', '2026-11-03T12:00:00Z'::timestamptz - interval '1 year', 2)`,
    [URL],
  )
  const page = await openForm(await deskOf(visit, editor.token), '')
  const section = page.getByRole('region', { name: /^Links til andre hjemmesider, der ikke virker/ })
  const row = section.getByRole('listitem').filter({ hasText: 'Med et link ud' })
  await row.getByText('Siden findes ikke (404). Prøvet 2 gange siden 3. november 2025.').waitFor()
  expect(await row.getByRole('link', { name: URL }).getAttribute('href')).toBe(URL)
  expect(await page.getByText('alle links virker').count()).toBe(0)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page })
      .include('[aria-labelledby="outside-links"]')
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const overflow = await section.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }

  await row.getByRole('link', { name: 'Side »Med et link ud«' }).click()
  await page.waitForURL(`**/collections/pages/${doc.id}`)
  await page.locator('input[name="blocks.0.links.0.url"]').fill('https://findes.example/')
  expect(await save(page, PUBLISH)).toBe(200)
  await page.goto('/admin', { waitUntil: 'networkidle' })
  await page.getByRole('region', { name: 'Pressen lige nu' }).waitFor()
  expect(await section.count()).toBe(0)
})
