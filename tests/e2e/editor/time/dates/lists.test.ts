import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatDate } from '../../../../../src/domain/time/danish-time.ts'
import { adminIn, editor, findings, made, newException, open } from './desk.ts'

test.each(['Europe/Copenhagen', 'Pacific/Auckland'])(
  'in %s a list is filtered by the date that is typed',
  async (zone) => {
    for (const from of ['2095-03-02', '2095-04-02', '2095-05-02']) {
      const { doc } = await newException({ from, reason: `Filter ${from}`, _status: 'published' })
      made.push(`/hours-exceptions/${doc.id}`)
    }
    const { page } = await adminIn(zone)
    const later = 'where[or][0][and][0][from][greater_than]=2095-01-01T12:00:00.000Z'
    await open(page, `hours-exceptions?${later}`)
    const rows = () => page.locator('td.cell-from').allInnerTexts()
    const shown = async (...dates: string[]) => {
      await expect.poll(rows).toEqual(dates.map((date) => formatDate(date)))
    }
    await shown('2095-05-02', '2095-04-02', '2095-03-02')
    const first = page.locator('.condition').first().getByRole('textbox', { name: 'Dato' })
    expect(await first.inputValue()).toBe('1. januar 2095')
    await first.fill('02.03.2095')
    await shown('2095-05-02', '2095-04-02')

    await page.locator('.condition__actions-add').first().click()
    await expect.poll(() => page.locator('.condition').count()).toBe(2)
    const second = page.locator('.condition').nth(1)
    await choose(page, second.locator('.condition__field'), 'Fra dato')
    await choose(page, second.locator('.condition__operator'), 'Er mindre end')
    await second.getByRole('textbox', { name: 'Dato' }).fill('2. maj 2095')
    await shown('2095-04-02')

    // What is no date filters nothing and stays.
    await second.getByRole('textbox', { name: 'Dato' }).fill('31.4.2095')
    await page.keyboard.press('Tab')
    await second.getByText('31. april 2095 findes ikke: april har 30 dage.').waitFor()
    await shown('2095-05-02', '2095-04-02')
    expect(await second.getByRole('textbox', { name: 'Dato' }).inputValue()).toBe('31.4.2095')
    expect(await findings(page, '.condition .field-type')).toEqual([])
  },
)

test('a list is filtered by whether there is a date, and by the days on which something was changed', async () => {
  for (const [from, to] of [
    ['2095-03-02', '2095-03-04'],
    ['2095-04-02', null],
  ]) {
    const { doc } = await newException({ from, to, reason: `Filter ${from}`, _status: 'published' })
    made.push(`/hours-exceptions/${doc.id}`)
  }
  const { page } = await adminIn('Pacific/Honolulu')
  const later = 'where[or][0][and][0][from][greater_than]=2095-01-01T12:00:00.000Z'
  await open(page, `hours-exceptions?${later}`)
  const shown = async (...dates: string[]) => {
    await expect
      .poll(() => page.locator('td.cell-from').allInnerTexts())
      .toEqual(dates.map((date) => formatDate(date)))
  }
  await shown('2095-04-02', '2095-03-02')
  const condition = page.locator('.condition').nth(1)
  await page.locator('.condition__actions-add').first().click()
  await choose(page, condition.locator('.condition__field'), 'Til og med')
  await choose(page, condition.locator('.condition__operator'), 'Eksisterer')
  await condition.getByLabel('Er der en dato?').selectOption('Ja')
  await shown('2095-03-02')
  await condition.getByLabel('Er der en dato?').selectOption('Nej')
  await shown('2095-04-02')

  await condition.locator('.condition__actions-remove').click()
  await shown('2095-04-02', '2095-03-02')

  await page.locator('.condition__actions-add').first().click()
  await choose(page, condition.locator('.condition__field'), 'Opdateret')
  const date = condition.getByRole('textbox', { name: 'Dato' })
  await date.fill('i dag')
  await page.keyboard.press('Tab')
  await condition.getByText('Et tidspunkt er ikke lig med en dag.').waitFor()
  await shown('2095-04-02', '2095-03-02')
  // What was typed stays when the comparison changes.
  await choose(page, condition.locator('.condition__operator'), 'Er større end')
  await shown()
  expect(await date.inputValue()).toBe('i dag')
  await choose(page, condition.locator('.condition__operator'), 'Er større end eller lig med')
  await shown('2095-04-02', '2095-03-02')
  await choose(page, condition.locator('.condition__operator'), 'Er mindre end')
  await shown()
})

test('two versions are compared by their dates, whatever the zone', async () => {
  const { doc } = await newException({ from: '2095-07-05', reason: 'Versioner', _status: 'published' })
  made.push(`/hours-exceptions/${doc.id}`)
  await editor.call('PATCH', `/hours-exceptions/${doc.id}`, { from: '2095-08-01' })
  const { docs } = await editor.call<{ docs: { id: number }[] }>(
    'GET',
    `/hours-exceptions/versions?where[parent][equals]=${doc.id}&sort=-updatedAt`,
  )
  const { page } = await adminIn('Pacific/Auckland')
  await open(page, `hours-exceptions/${doc.id}/versions/${docs[0]?.id}`)
  const compared = page.locator('.date-diff', { hasText: 'Fra dato' }).first()
  await compared.getByText('1. august 2095').waitFor()
  expect((await compared.innerText()).match(/\d+\. \p{L}+ .*/gu)).toEqual(['5. juli 2095', '1. august 2095'])
})

async function choose(page: Page, select: ReturnType<Page['locator']>, option: string) {
  await select.locator('input').click({ force: true })
  await page.getByRole('option', { name: option, exact: true }).click()
}
