import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  changedAddress,
  changedPassword,
  dueReviews,
  forgottenPassword,
  newLogin,
} from '../../../src/mail/letters.ts'

const site = { siteUrl: 'https://www.aalborg.dk' }
const at = Temporal.Instant.from('2026-12-24T06:05:00Z')
const login = (userAgent: string) => newLogin('line@example.dk', { at, userAgent }, site)

test('a forgotten password leads to where a new one is chosen, and tells for how long', () => {
  expect(forgottenPassword('line@example.dk', 'https://www.aalborg.dk/admin/reset/abc', 60, site)).toEqual({
    to: 'line@example.dk',
    subject: 'Vælg en ny adgangskode – www.aalborg.dk',
    text: `Hej

Nogen har bedt om en ny adgangskode til din konto. Du vælger den her:

https://www.aalborg.dk/admin/reset/abc

Linket gælder i 60 minutter og kan bruges én gang. Din nuværende adgangskode gælder, til du har valgt en ny.

Var det ikke dig, skal du ikke gøre noget. Sker det igen, så sig det til en administrator af hjemmesiden.

Venlig hilsen
https://www.aalborg.dk
`,
  })
})

test('another address is told to both', () => {
  const letters = changedAddress('foer@example.dk', 'nu@example.dk', site)
  expect(letters.map(({ to }) => to)).toEqual(['foer@example.dk', 'nu@example.dk'])
  for (const { text } of letters) expect(text).toContain('med nu@example.dk i stedet for foer@example.dk.')
})

test('another password is told once to each address', () => {
  expect(changedPassword(['a@example.dk', 'a@example.dk'], site)).toHaveLength(1)
  expect(changedPassword(['a@example.dk', 'b@example.dk'], site)).toHaveLength(2)
})

test.for([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0', 'Firefox på Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
    'Edge på Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
    'Chrome på Linux',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'Safari på Mac',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
    'Safari på iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36',
    'Chrome på Android',
  ],
  ['curl/8.14.1', 'en ukendt browser eller et program'],
  ['', 'en ukendt browser eller et program'],
] as const)('a login by %s is told in our words', ([userAgent, words]) => {
  expect(login(userAgent).text).toContain(`${words}, den 24. december 2026 kl. 7.05.`)
})

test('what somebody writes as their browser does not reach the letter', () => {
  const { text, subject } = login(
    'Ring til 99 99 99 99 eller http://ondt.example/ Firefox/1.0 \r\nBcc: alle@example.dk',
  )
  expect(text + subject).not.toMatch(/ondt|99 99|Bcc/)
  expect(text).toContain('Firefox,')
})

test('what is due for review is told of by the first twenty, and how many more there are', () => {
  const due = Array.from({ length: 23 }, (_, index) => ({
    collection: 'pages' as const,
    id: index + 1,
    title: index === 0 ? '' : `Side ${index + 1}`,
    owner: null,
    due: '2026-11-01',
    visits: index,
  }))
  const { subject, text } = dueReviews('chef@example.dk', due, site)
  expect(subject).toBe('23 sider og kontaktbokse skal gennemgås – www.aalborg.dk')
  expect(text).toContain(
    'Side »nr. 1«, senest 1. november 2026\nhttps://www.aalborg.dk/admin/collections/pages/1\n',
  )
  expect(text).toContain('»Side 2«, senest 1. november 2026, vist 1 gang de seneste 30 dage')
  expect(text.match(/collections\/pages/g)).toHaveLength(20)
  expect(text).toContain('Og 3 til:\nhttps://www.aalborg.dk/admin/gennemgang')
  expect(text).toContain('som ingen ejer')
  expect(dueReviews('a@example.dk', due.slice(0, 1), site).subject).toBe(
    'Noget indhold skal gennemgås – www.aalborg.dk',
  )
})
