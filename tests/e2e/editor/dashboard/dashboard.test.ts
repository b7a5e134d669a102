import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { deskOf, openForm, save } from '../kept/kept-desk.ts'

// What an editor meets first: each row leads to where it is mended, and is gone once it is.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

const shown = async () => (await fetch(`${siteUrl}/med-en-genvej`)).text()

test('a draft and a link that leads nowhere stand on the dashboard until they are mended', async () => {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Med en genvej',
    slug: 'med-en-genvej',
    inMenu: false,
    blocks: [{ blockType: 'linkList', links: [{ label: 'Genvejen', url: '/findes-slet-ikke' }] }],
    _status: 'published',
  })
  onTestFinished(() => editor.call('DELETE', `/pages/${doc.id}`).then(() => {}))
  await editor.call('PATCH', `/pages/${doc.id}?draft=true`, { summary: 'En kladde', _status: 'draft' })
  const page = await openForm(await deskOf(visit, editor.token), '')
  const row = (heading: RegExp) =>
    page.getByRole('region', { name: heading }).getByRole('listitem').filter({ hasText: 'Med en genvej' })
  const drafts = row(/^Dine kladder/)
  const links = row(/^Links, der ikke fører nogen steder hen/)
  await drafts.getByText('Ændring af noget offentligt').waitFor()
  await links.getByText('/findes-slet-ikke').waitFor()
  await page
    .getByRole('region', { name: 'Pressen lige nu' })
    .getByText(/\d\d \d\d \d\d \d\d/)
    .waitFor()
  await page.getByRole('region', { name: /^Skal bekræftes/ }).waitFor()

  await links.getByRole('link').click()
  await page.waitForURL(`**/collections/pages/${doc.id}`)
  await page.locator('input[name="blocks.0.links.0.url"]').fill('/kontakt')
  expect(await save(page, PUBLISH)).toBe(200)
  await expect.poll(shown).not.toContain('findes-slet-ikke')
  await page.goto('/admin', { waitUntil: 'networkidle' })
  await page.getByRole('region', { name: 'Pressen lige nu' }).waitFor()
  expect([await drafts.count(), await links.count()]).toEqual([0, 0])
})
