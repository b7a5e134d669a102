import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'

// A writer and a local editor in the real admin: what they may not do is not offered, and a sentence says why.

const { visit } = useBrowser()
const site = useOwnSite({})

type Made = { doc: { id: number } }
const newPage = async (title: string, slug: string, parent: number | null = null) => {
  const data = { title, slug, parent, summary: 'Som før', inMenu: false, blocks: [], _status: 'published' }
  return (await site.admin.call<Made>('POST', '/pages', data)).doc.id
}

async function newAccount(name: string, role: string, branches: number[] = []) {
  const account = { email: `${name.toLowerCase()}@example.dk`, password: 'fire-grønne-heste-løber-17' }
  await site.admin.call('POST', '/users', { ...account, name, role, branches })
  return (await logIn(site.url, account)).token
}

async function adminAs(token: string, address: string): Promise<Page> {
  const { page, context } = await visit('about:blank', {
    baseURL: site.url,
    viewport: { width: 1280, height: 1000 },
  })
  await context.addCookies([{ name: 'payload-token', value: token, url: site.url, sameSite: 'Lax' }])
  await page.goto(address)
  return page
}

/** Whoever has a document open has left it. */
const leave = async (page: Page) => {
  // A form may still be on its way to what it has saved.
  await page.waitForLoadState('networkidle')
  await page.goto('/admin')
  await site.admin.call('DELETE', '/payload-locked-documents?where[id][exists]=true')
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Once the admin has named what Payload leaves without a name. */
const findNothing = async (page: Page) => await expect.poll(() => findings(page)).toEqual([])

const publishButton = (page: Page) => page.getByRole('button', { name: /^Offentliggør/ })
const draftButton = (page: Page) => page.getByRole('button', { name: 'Gem kladde' })

test('a writer sends a draft to approval, gets it back with a word, and a local editor makes it public', async () => {
  const branch = await newPage('Afsnit', 'afsnit')
  const id = await newPage('Vores tilbud', 'tilbud', branch)
  const writer = await newAccount('Skrivende', 'writer')
  const local = await newAccount('Lokal', 'local-editor', [branch])
  const form = `/admin/collections/pages/${id}`

  const desk = await adminAs(writer, form)
  await desk.getByRole('note').filter({ hasText: 'Som skribent gemmer du kladder' }).waitFor()
  expect(await publishButton(desk).count()).toBe(0)
  expect(await desk.getByRole('button', { name: 'Planlæg …' }).count()).toBe(0)
  await desk.getByLabel('Resumé').fill('Nyt fra skribenten')
  await draftButton(desk).click()
  const approval = desk.getByRole('region', { name: 'Godkendelse' })
  await approval.getByRole('button', { name: 'Send til godkendelse …' }).click()
  await approval.getByLabel('Skriv et ord med').fill('Se lige tallet')
  await findNothing(desk)
  await approval.getByRole('button', { name: 'Send', exact: true }).click()
  await approval.getByText('Venter på godkendelse.').waitFor()
  expect(await desk.locator('#action-revert-to-published').isVisible()).toBe(false)
  expect((await desk.locator('.status__value-wrap').innerText()).trim()).toMatch(/Ændret$/)

  await leave(desk)
  await desk.goto('/admin/collections/pages?search=Vores+tilbud', { waitUntil: 'networkidle' })
  await desk.locator('#select-all').check()
  const chosen = desk.locator('.list-selection')
  await chosen.getByRole('button', { name: /^Redig/ }).waitFor()
  for (const name of ['Offentliggør', 'Afpublicér', 'Slet'])
    expect([name, await chosen.getByRole('button', { name, exact: true }).isVisible()]).toEqual([name, false])

  const chief = await adminAs(local, '/admin')
  const waiting = chief.getByRole('region', { name: 'Venter på din godkendelse' })
  await waiting.getByText('»Se lige tallet«').waitFor()
  await findNothing(chief)
  await waiting.getByRole('link', { name: 'Side »Vores tilbud«' }).click()
  const answer = chief.getByRole('region', { name: 'Godkendelse' })
  await answer.getByRole('button', { name: 'Send tilbage …' }).click()
  await answer.getByLabel('Hvad skal laves om?').fill('Skriv prisen')
  await answer.getByRole('button', { name: 'Send tilbage', exact: true }).click()
  await answer.getByText('Sendt tilbage til Skrivende.').waitFor()
  await leave(chief)

  await desk.goto('/admin')
  await desk
    .getByRole('region', { name: 'Det, du har sendt til godkendelse' })
    .getByText('sendt tilbage af Lokal: »Skriv prisen«')
    .waitFor()
  await desk.goto(form)
  await desk.getByLabel('Resumé').fill('Nyt fra skribenten: 12 kr.')
  await draftButton(desk).click()
  await approval.getByRole('button', { name: 'Send til godkendelse …' }).click()
  await approval.getByRole('button', { name: 'Send', exact: true }).click()
  await approval.getByText('Venter på godkendelse.').waitFor()
  await leave(desk)

  await chief.goto(form)
  await answer.getByRole('button', { name: 'Godkend og offentliggør' }).click()
  await expect.poll(async () => (await ask(site.url, '/afsnit/tilbud')).text).toContain('12 kr.')
  await leave(chief)
  await desk.goto(form)
  await approval.getByText('Godkendt af Lokal').waitFor()
})

test('a local editor edits the branch, and reads the rest with the reason', async () => {
  const branch = await newPage('Min gren', 'min-gren')
  const other = await newPage('Andres gren', 'andres-gren')
  const token = await newAccount('Grenen', 'local-editor', [branch])

  const own = await adminAs(token, `/admin/collections/pages/${branch}`)
  await own.getByLabel('Resumé').fill('Rettet på grenen')
  await publishButton(own).click()
  await expect.poll(async () => (await ask(site.url, '/min-gren')).text).toContain('Rettet på grenen')
  expect(await own.getByRole('note').count()).toBe(0)

  const read = await adminAs(token, `/admin/collections/pages/${other}`)
  await read.getByRole('note').filter({ hasText: 'ligger ikke under de sider' }).waitFor()
  expect(await read.getByLabel('Resumé').isDisabled()).toBe(true)
  expect(await publishButton(read).count()).toBe(0)
  expect(await draftButton(read).count()).toBe(0)
  expect(await read.getByRole('button', { name: 'Planlæg …' }).count()).toBe(0)
  await findNothing(read)

  await read.goto('/admin/globals/footer')
  await read.getByRole('note').filter({ hasText: 'fælles for hele hjemmesiden' }).waitFor()
  expect(await read.getByRole('button', { name: 'Gem', exact: true }).count()).toBe(0)
})

test('an administrator gives a role and a part of the site', async () => {
  const page = await adminAs(site.admin.token, '/admin/collections/users/create')
  await page.getByLabel('Navn').waitFor()
  expect(await page.getByText('Afdelingen og alt under den').count()).toBe(0)
  await page.locator('#field-role .rs__control').click()
  await page.getByRole('option', { name: 'Lokalredaktør' }).click()
  await page.getByText('Afdelingen og alt under den').waitFor()
  await page.getByText('Siden og alle sider under den').waitFor()
})
