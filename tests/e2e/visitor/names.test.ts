import { expect, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { allPages, DEPARTMENT, PRESS } from '../tools/page-kinds.ts'

// What is read aloud must be told apart without what stands around it (WCAG 2.4.6, 2.4.4).
const { visit } = useBrowser()
const read = (path: string) => visit(path, { javaScriptEnabled: false })

test.each(allPages)('no two headings of %s read the same', async (_, path) => {
  const { page } = await read(path)
  const headings = await page.$$eval(':is(h1, h2, h3, h4, h5)', (found) =>
    found.map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase()),
  )
  expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([])
})

test.each([
  ['a contact box', '/kontakt', '99 31 20 00', 'Ring til By og Land: 99 31 20 00'],
  ['a press contact', PRESS, '31 99 08 11', 'Ring til Anders Aaen Larsen: 31 99 08 11'],
  ['the press duty', PRESS, '99 82 10 82', 'Ring til Pressevagt: 99 82 10 82'],
  ['a leader', DEPARTMENT, '99 31 17 00', 'Ring til Jørgen Litske Petersen: 99 31 17 00'],
  ['a hit', '/soeg?q=anders%20aen', '31 99 08 11', 'Ring til Anders Aaen Larsen: 31 99 08 11'],
])(
  'the number of %s says whom it calls, and what is seen is in what is said',
  async (_, path, number, name) => {
    const { page } = await read(path)
    const link = page.getByRole('link', { name, exact: true }).first()
    expect(await link.innerText()).toBe(number)
    expect(await link.getAttribute('href')).toBe(`tel:+45${number.replaceAll(' ', '')}`)
  },
)

test.each([
  ['', 'date', 'Dag, måned og år: dd-mm-åååå'],
  ['?modtaget=i+dag+igen', 'text', 'Dag, måned og år, for eksempel 23-11-2026'],
])('the field at /aktindsigt/frist%s says how it wants its date written', async (query, type, format) => {
  const { page } = await read(`/aktindsigt/frist${query}`)
  const field = page.getByLabel('Hvornår modtog kommunen din anmodning?')
  expect(await field.getAttribute('type')).toBe(type)
  expect(await field.getAttribute('aria-describedby')).toContain('modtaget-hjaelp')
  expect((await page.locator('#modtaget-hjaelp').innerText()).split('\n').at(-1)).toBe(format)
})
