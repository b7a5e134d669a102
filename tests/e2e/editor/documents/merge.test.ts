import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'

// Two windows have one page open; none loses what the other saves.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

async function newPage(slug: string): Promise<number> {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Fælles side',
    summary: 'Fælles resumé',
    slug,
    blocks: [{ blockType: 'richText', heading: 'Fælles overskrift', body: paragraph('Fælles tekst') }],
    _status: 'published',
  })
  onTestFinished(async () => {
    await editor.call('DELETE', `/pages/${doc.id}`)
  })
  return doc.id
}

async function openForm(path: string, width = 1280): Promise<Page> {
  const { page, context } = await visit('about:blank', { viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/${path}`, { waitUntil: 'networkidle' })
  return page
}

const publish = (page: Page) => page.locator('#action-save').click()

/** The status of the next save of a window. */
const nextSave = async (page: Page): Promise<number> =>
  (
    await page.waitForResponse(
      (one) =>
        ['PATCH', 'POST'].includes(one.request().method()) &&
        /\/api\/(pages|globals|departments)\//.test(one.url()),
    )
  ).status()

const shown = async (slug: string) => (await fetch(`${siteUrl}/${slug}`)).text()

test('what two windows changed in different places is on the public page, and in both forms', async () => {
  const id = await newPage('flettes')
  const first = await openForm(`collections/pages/${id}`)
  const second = await openForm(`collections/pages/${id}`)

  await first.locator('#field-title').fill('Titel fra det ene vindue')
  await first.locator('#field-blocks__0__heading').fill('Overskrift fra det ene vindue')
  const saved = nextSave(first)
  await publish(first)
  expect(await saved).toBe(200)

  // The form that is old by now is not sent away: it can still be typed in.
  await second.locator('#field-summary').fill('Resumé fra det andet vindue')
  const merged = nextSave(second)
  await publish(second)
  expect(await merged).toBe(200)
  await second
    .getByText(/^Flettet sammen med det, .* »Titel« og »Indhold › Tekst »Fælles overskrift« › Overskrift«\.$/)
    .waitFor()
  await expect.poll(() => second.locator('#field-title').inputValue()).toBe('Titel fra det ene vindue')
  expect(await second.locator('#field-blocks__0__heading').inputValue()).toBe('Overskrift fra det ene vindue')
  expect(await second.locator('#field-summary').inputValue()).toBe('Resumé fra det andet vindue')

  for (const words of [
    'Titel fra det ene vindue',
    'Overskrift fra det ene vindue',
    'Resumé fra det andet vindue',
  ])
    await expect.poll(() => shown('flettes')).toContain(words)
})

test.for([360, 1280])(
  'what both changed is shown side by side, and the chosen is public (%i px)',
  async (width) => {
    const slug = `vaelges-${width}`
    const id = await newPage(slug)
    const mine = await openForm(`collections/pages/${id}`, width)
    const { updatedAt } = await editor.call<{ updatedAt: string }>('GET', `/pages/${id}?depth=0`)
    await editor.call('PATCH', `/pages/${id}`, {
      updatedAt,
      title: 'Deres titel',
      summary: 'Deres resumé',
      blocks: [],
    })
    await mine.locator('#field-title').fill('Min titel')
    await mine.locator('#field-summary').fill('Mit resumé')
    await publish(mine)
    const dialog = mine.getByRole('dialog', { name: 'Der er gemt imens' })
    await dialog.waitFor()
    const { violations } = await new AxeBuilder({ page: mine }).include('dialog[open]').analyze()
    expect(violations.map(({ id: rule }) => rule)).toEqual([])

    // Going back loses nothing, and the next save asks again.
    await dialog.getByRole('button', { name: 'Tilbage uden at gemme' }).click()
    expect(await mine.locator('#field-title').inputValue()).toBe('Min titel')
    await mine.locator('#field-summary').fill('Mit andet resumé')
    await publish(mine)
    await dialog.getByRole('group', { name: 'Titel' }).getByLabel('Din').check()
    await dialog
      .getByRole('group', { name: 'Resumé' })
      .getByLabel(/Gemt af .* kl\. \d+\.\d\d/)
      .check()
    const saved = nextSave(mine)
    await dialog.getByRole('button', { name: 'Gem det valgte' }).click()
    expect(await saved).toBe(200)
    await expect.poll(() => mine.locator('#field-summary').inputValue()).toBe('Deres resumé')
    await expect.poll(() => shown(slug)).toContain('Min titel')
    const html = await shown(slug)
    expect(html).toContain('Deres resumé')
    expect(html).not.toContain('Fælles tekst')
    // The form builds on what was saved: the next save is an ordinary one.
    await mine.locator('#field-title').fill('Min sidste titel')
    const last = nextSave(mine)
    await publish(mine)
    expect(await last).toBe(200)
    await expect.poll(() => shown(slug)).toContain('Min sidste titel')
  },
)

test('the foot of all pages is merged too', async () => {
  type Footer = { name: string; cvr: string; street: string; updatedAt: string }
  const before = await editor.call<Footer>('GET', '/globals/footer?depth=0')
  const { name, street } = before
  onTestFinished(async () => {
    await editor.call('POST', '/globals/footer', { name, street })
  })
  const form = await openForm('globals/footer')
  await editor.call('POST', '/globals/footer', { name: 'Kommunen ved fjorden' })
  await form.locator('#field-street').fill('Fjordgade 7')
  const saved = nextSave(form)
  await publish(form)
  expect(await saved).toBe(200)
  await expect.poll(() => form.locator('#field-name').inputValue()).toBe('Kommunen ved fjorden')
  await expect.poll(() => shown('')).toContain('Fjordgade 7')
  expect(await shown('')).toContain('Kommunen ved fjorden')
})

test('an old version does not take the place of one that nobody has seen', async () => {
  const id = await newPage('hentes-frem')
  const save = (title: string) => editor.call('PATCH', `/pages/${id}`, { title, _status: 'published' })
  await save('Ny titel')
  const { docs } = await editor.call<{ docs: { id: number }[] }>(
    'GET',
    `/pages/versions?where[parent][equals]=${id}&sort=createdAt&limit=1&depth=0`,
  )
  const page = await openForm(`collections/pages/${id}/versions/${docs[0]!.id}`)
  // The window notes the newest one.
  const noted = page.waitForResponse((one) => one.url().includes(`/api/pages/${id}?draft=true`))
  await page.reload()
  await noted
  await save('Titel, som ingen har set')

  const restore = async () => {
    const restored = nextSave(page)
    await page.getByRole('button', { name: 'Hent versionen frem', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click()
    return restored
  }
  expect(await restore()).toBe(409)
  await page.getByText(/en nyere udgave, siden du åbnede siden her/).waitFor()
  expect(await shown('hentes-frem')).toContain('Titel, som ingen har set')

  await page.reload({ waitUntil: 'networkidle' })
  expect(await restore()).toBe(200)
  await expect.poll(() => shown('hentes-frem')).toContain('Fælles side')
})

test('an old version with somebody who is deleted says what it lacks, and comes back as a draft', async () => {
  const person = await editor.call<{ doc: { id: number } }>('POST', '/people', {
    name: 'Leder Larsen',
    _status: 'published',
  })
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/departments', {
    name: 'Parkafdelingen',
    kind: 'unit',
    appointments: [{ person: person.doc.id, title: 'Chef' }],
    _status: 'published',
  })
  onTestFinished(() => editor.call('DELETE', `/departments/${doc.id}`))
  await editor.call('PATCH', `/departments/${doc.id}`, { appointments: [], _status: 'published' })
  await editor.call('DELETE', `/people/${person.doc.id}`)
  const { docs } = await editor.call<{ docs: { id: number }[] }>(
    'GET',
    `/departments/versions?where[parent][equals]=${doc.id}&sort=createdAt&limit=1&depth=0`,
  )
  const page = await openForm(`collections/departments/${doc.id}/versions/${docs[0]!.id}`)
  const confirm = async () => {
    const restored = nextSave(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click()
    return restored
  }
  await page.getByRole('button', { name: 'Hent versionen frem', exact: true }).click()
  expect(await confirm()).toBe(400)
  await page.getByText(/noget ikke, som det skal være i dag: Ledelse 1 > Person\. Vælg/).waitFor()

  await page.getByRole('button', { name: 'Andre måder at hente versionen frem på' }).click()
  await page.getByRole('button', { name: 'Hent frem som kladde' }).click()
  expect(await confirm()).toBe(200)
  await page.waitForURL(`**/admin/collections/departments/${doc.id}`)
  await expect.poll(() => page.locator('#field-appointments__0__title').inputValue()).toBe('Chef')
})

test('back to what is public leaves it public, and the draft among the versions', async () => {
  const id = await newPage('tilbage')
  const page = await openForm(`collections/pages/${id}`)
  await page.locator('#field-summary').fill('Kun en kladde')
  const drafted = nextSave(page)
  await page.getByRole('button', { name: 'Gem kladde', exact: true }).click()
  expect(await drafted).toBe(200)

  const reverted = nextSave(page)
  await page.getByRole('button', { name: 'Tilbage til det offentliggjorte' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click()
  expect(await reverted).toBe(200)
  await expect.poll(() => page.locator('#field-summary').inputValue()).toBe('Fælles resumé')
  await page.getByText('Offentliggjort', { exact: true }).waitFor()
  const { docs } = await editor.call<{ docs: { version: { summary: string; _status: string } }[] }>(
    'GET',
    `/pages/versions?where[parent][equals]=${id}&sort=-createdAt&limit=2&depth=0`,
  )
  expect(docs.map(({ version: { summary, _status } }) => [summary, _status])).toEqual([
    ['Fælles resumé', 'published'],
    ['Kun en kladde', 'draft'],
  ])
  expect((await fetch(`${siteUrl}/tilbage`)).status).toBe(200)
})
