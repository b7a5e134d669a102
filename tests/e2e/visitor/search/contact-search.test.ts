import { expect, inject, test } from 'vitest'
import { PRESS } from '../../tools/page-kinds.ts'
import { visit, withoutScripts, RESULTS, everybody, seen, search } from '../../tools/lists/contacts.ts'

test('without scripts »anders aen« finds Anders Aaen Larsen first, at an address of its own', async () => {
  const page = await search('anders aen')
  expect(new URL(page.url()).searchParams.get('q')).toBe('anders aen')
  expect((await seen(page))[0]).toBe('Anders Aaen Larsen')
  expect(await page.locator('main [type=search]').inputValue()).toBe('anders aen')
})

test('the button searches too', async () => {
  const { page } = await visit(PRESS, withoutScripts)
  await page.locator('main [type=search]').fill('heidi')
  await page.getByRole('main').getByRole('button', { name: 'Søg' }).click()
  await page.waitForURL(`**${RESULTS}?q=heidi`)
  expect(await seen(page)).toEqual(['Heidi Gjesing Andersen'])
})

test.each([
  ['kjær', ['Caroline Kjær Anker']],
  ['kjaer', ['Caroline Kjær Anker']],
  ['kjar', ['Caroline Kjær Anker']],
  ['KJÆR   caroline', ['Caroline Kjær Anker']],
  ['31 99 08 11', ['Anders Aaen Larsen']],
  ['31990811', ['Anders Aaen Larsen']],
  ['3199 0811', ['Anders Aaen Larsen']],
  ['+45 31 99 08 11', ['Anders Aaen Larsen']],
  ['+4531990811', ['Anders Aaen Larsen']],
  ['004531990811', ['Anders Aaen Larsen']],
  ['99 31 25 13', ['Niels Jahn Knudsen']],
  ['corneliusen', ['Cornelius Corneliussen']],
  ['mollreup', ['Anna Kristine Mollerup']],
  ['presseansvarlig', ['Line Christensen']],
  ['lich@aalborg.dk', ['Line Christensen']],
])('»%s« finds %s', async (query, names) => {
  const { page } = await visit(`${RESULTS}?q=${encodeURIComponent(query)}`, withoutScripts)
  expect(await seen(page)).toEqual(names)
})

test('without scripts the results say how many there are and lead back to everybody', async () => {
  const page = await search('kommunikationskonsulent')
  expect(await page.getByRole('main').textContent()).toContain('5 kontakter')
  await page.getByRole('link', { name: 'Vis alle' }).click()
  await expect.poll(() => seen(page)).toEqual(everybody)
})

test('nothing typed shows everybody', async () => {
  const page = await search('')
  expect(await seen(page)).toEqual(everybody)
  expect(await page.getByRole('main').textContent()).toContain('9 kontakter')
})

test('nothing found says so, what to do, and keeps what was typed', async () => {
  const page = await search('Åse "Qx" <b>')
  expect(await seen(page)).toEqual([])
  expect(await page.getByText('Vi fandt ikke noget').isVisible()).toBe(true)
  expect(await page.getByText('Pressevagten kan hjælpe dig videre.').isVisible()).toBe(true)
  expect(await page.locator('main [type=search]').inputValue()).toBe('Åse "Qx" <b>')
  expect(await page.locator('main b').count()).toBe(0)
})

test('search engines leave the results out', async () => {
  const { page, response } = await visit(`${RESULTS}?q=line`, withoutScripts)
  expect(response?.status()).toBe(200)
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
})

type Answer = {
  query: string
  total: number
  contacts: { name: string; title: string; phones: string[]; email: string | null; url: string }[]
}

const api = (query: string) => fetch(`${inject('siteUrl')}/api/contacts${query}`)

test('/api/contacts answers what its contract says', async () => {
  const answer = await api('?q=anders%20aen&unknown=1')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const { query, total, contacts } = (await answer.json()) as Answer
  expect({ query, total }).toEqual({ query: 'anders aen', total: 1 })
  expect(contacts).toEqual([
    {
      name: 'Anders Aaen Larsen',
      title: 'Presse- og Kommunikationskonsulent',
      phones: ['+4531990811'],
      email: null,
      url: expect.stringMatching(/^http.*\/anders-aaen-larsen\.vcf$/),
      id: 'person-anders-aaen-larsen',
      whom: 'Ring til Anders Aaen Larsen',
      subjects: [],
      photo: null,
    },
  ])
  expect((await fetch(contacts[0]?.url ?? '')).status).toBe(200)
})

test('/api/contacts gives everybody in the editors’ order, and no more than was asked for', async () => {
  const all = (await (await api('')).json()) as Answer
  expect(all.contacts.map(({ name }) => name)).toEqual(everybody)
  const two = (await (await api('?limit=2')).json()) as Answer
  expect([two.total, two.contacts.length]).toEqual([9, 2])
})

test.each([
  ['?limit=0', 'limit'],
  ['?limit=101', 'limit'],
  ['?limit=en', 'limit'],
  ['?limit=1&limit=2', 'limit'],
  [`?q=${'a'.repeat(201)}`, 'q'],
  ['?q=a&q=b', 'q'],
])('/api/contacts%s is refused in Danish, with the field', async (query, field) => {
  const answer = await api(query)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ error: { message: expect.stringMatching(/[a-zæøå]/), field } })
})
