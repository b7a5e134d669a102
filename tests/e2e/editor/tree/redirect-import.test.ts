import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { sql } from '../../tools/sql.ts'

const { visit } = useBrowser()
const url = inject('siteUrl')
let editor: Awaited<ReturnType<typeof logIn>>

beforeAll(async () => {
  editor = await logIn(url)
})

afterAll(() => sql(inject('siteDatabaseUrl'), `DELETE FROM redirects WHERE "from" LIKE '/indlaest/%'`))

const post = (body: object, headers: object) =>
  fetch(`${url}/api/redirect-import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const HEAD = 'Gammel adresse;Fører til\n'

test('redirects come from a file: tried out first, then all at once, and lead on in public', async () => {
  const { page, context, errors } = await visit('/admin/login')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url, sameSite: 'Lax' }])
  await page.goto('/admin/collections/redirects')
  await page.getByRole('button', { name: 'Indlæs fra CSV' }).click()
  const panel = page.getByRole('region', { name: 'Indlæs viderestillinger fra CSV' })
  const send = (name: string, text: string) =>
    panel
      .getByLabel('CSV-fil')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })
  const tryOut = () => panel.getByRole('button', { name: 'Se, hvad der sker' }).click()

  await send('bog.xlsx', 'PK\u0003\u0004\0')
  await panel.getByText('»bog.xlsx« er ikke en CSV-fil').waitFor()
  await panel.getByLabel('Tekst').fill('Fra;Til\n/a;/kontakt')
  await tryOut()
  await panel.getByText('Første linje skal være kolonnernes navne').waitFor()

  await send('gamle.csv', `${HEAD}/Indlaest/Å.aspx?id=1;/kontakt\n/Indlaest/b;/findes-ikke\n`)
  await panel.getByText('er læst som Windows-1252').waitFor()
  await tryOut()
  await panel.getByText('Der er ingen side på »/findes-ikke«.').waitFor()
  await panel.getByText('Forkert: 1 · Ny: 1').waitFor()
  expect(await panel.getByRole('button', { name: /^Gem/ }).count()).toBe(0)
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-label="Indlæs viderestillinger fra CSV"]')
    .analyze()
  expect(violations).toEqual([])

  const many = Array.from({ length: 3000 }, (_, number) => `/Indlaest/Side.aspx?id=${number};/kontakt\n`)
  await send('rettet.csv', `${HEAD}/Indlaest/Å.aspx?id=1;/kontakt\n${many.join('')}`)
  await tryOut()
  await panel.getByRole('button', { name: 'Gem 3.001 viderestillinger' }).click()
  await page.getByText('3.001 viderestillinger er gemt.').waitFor()
  const at = async (path: string) => (await ask(url, path)).headers.location
  await expect.poll(() => at('/indlaest/side.ASPX?ID=2999'), { timeout: 10_000 }).toBe('/kontakt')
  expect(await at(`/INDLAEST/${encodeURIComponent('å')}.aspx?id=1`)).toBe('/kontakt')
  // Nothing is left to be done.
  await page.getByRole('button', { name: 'Indlæs fra CSV' }).click()
  await panel
    .getByLabel('Tekst')
    .fill(`${HEAD}/indlaest/side.aspx?id=7;/kontakt\n/indlaest/side.aspx?id=8;/soeg`)
  await tryOut()
  await panel.getByText('/kontakt → /soeg').waitFor()
  await panel.getByText('Ny: 0 · Ændret: 1 · Uændret: 1').waitFor()
  // What is refused is told by the browser as well.
  expect(errors.filter((error) => !/status of 400/.test(error))).toEqual([])
}, 120_000)

test('the import answers nobody without a login, and nothing that is too large', async () => {
  expect((await post({ csv: HEAD, isReal: true }, {})).status).toBe(403)
  const authorization = `JWT ${editor.token}`
  expect((await post({ csv: 'x'.repeat(900_001), isReal: true }, { authorization })).status).toBe(400)
  expect((await post({ csv: `${HEAD}/\uFFFD;/kontakt`, isReal: true }, { authorization })).status).toBe(400)
  expect((await post({ csv: HEAD }, { authorization })).status).toBe(400)
})
