import { expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'

// The help is one press away, leads to its tasks, and shows its pictures to whoever is logged in. That it can be used by everybody is
// held with the other views in ../accessible.test.ts.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

test('the help opens from the menu, its tasks are found, and its pictures are there', async () => {
  const { token } = await logIn(siteUrl)
  const { page, context, expectNoErrors } = await visit('about:blank', {
    viewport: { width: 1600, height: 900 },
  })
  await context.addCookies([{ name: 'payload-token', value: token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Hjælp', exact: true }).click()
  await page.getByRole('heading', { name: 'Hjælp', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Luk en dag', exact: true }).click()
  await expect
    .poll(
      () =>
        page
          .getByRole('heading', { name: 'Luk en dag' })
          .boundingBox()
          .then((box) => box?.y ?? 0),
      { timeout: 10_000 },
    )
    .toBeLessThan(300)
  const pictures = await page.locator('img[src^="/api/help/"]').all()
  expect(pictures.length).toBeGreaterThan(20)
  for (const picture of pictures) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth))
      .toBeGreaterThan(300)
  }
  expectNoErrors()
})

test('nobody else sees it', async () => {
  const view = await ask(siteUrl, '/admin/hjaelp')
  expect(view.text).not.toContain('Siger den nej?')
  const pictures = ['luk-en-dag.webp', 'findes-ikke.webp', '..%2Fredaktoer.md']
  expect(
    await Promise.all(pictures.map(async (name) => (await ask(siteUrl, `/api/help/${name}`)).status)),
  ).toEqual([403, 403, 400])
})
