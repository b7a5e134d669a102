import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DANISH_PASSWORDS } from '../../../src/domain/accounts/danish-passwords.ts'
import { passwordFault, passwordWords } from '../../../src/domain/accounts/password.ts'

const owner = { name: 'Line Jensen', email: 'redaktion@example.dk', siteUrl: 'https://www.kongshavn.dk' }

test.for([
  'en-lang-adgangskode',
  'hest stol regn cykel',
  'fire små grønne æbler',
  'correct horse battery staple',
  'kP4x9vQm2LtZ',
  'æøå ÆØÅ 🙂 lampe',
  // No better one by a name in it.
  'line-hest-stol-regn-cykel',
])('»%s« can be used', async (password) => {
  expect(await passwordFault(password, owner)).toBeNull()
})

test.for([
  ['none', undefined],
  ['none', null],
  ['none', ''],
  ['none', 123_456_789_012],
  ['none', ['en-lang-adgangskode']],
  ['short', 'kP4x9vQm2Lt'],
  // Characters, not bytes or code units.
  ['short', '🙂'.repeat(11)],
  ['long', 'kP4x9vQm2LtZ'.repeat(17)],
  ['common', 'aaaaaaaaaaaa'],
  ['common', '            '],
  ['common', '123456789012'],
  ['common', 'passwordpassword'],
  ['common', 'qwertyuiopå1'],
  ['common', 'Adgangskode123'],
  ['common', 'Sommer2026!!'],
  ['common', 'velkommen2026'],
  ['common', 'jegelskerdig123'],
  ['common', 'sommerferie2026'],
  ['common', 'brøndby1964!!'],
  ['common', 'aalborgkommune'],
  ['own', 'Aalborg-Kommune-2026'],
  ['own', 'Aalborg2026!Kommune'],
  ['own', 'Line Jensen 2026'],
  ['own', 'redaktion@example.dk'],
  ['own', 'Kongshavn-2026-ab'],
] as const)('%s: »%s« cannot', async ([fault, password]) => {
  expect(await passwordFault(password, owner)).toBe(fault)
  expect(passwordWords(fault)).toMatch(/Brug|Skriv/)
})

test('an estimate takes no longer than a moment, whatever is written', async () => {
  const odd = '4@8({[<3€&9#1!|£0$5+7%2'.repeat(9).slice(0, 200)
  await passwordFault('en-lang-adgangskode', owner)
  const begun = performance.now()
  expect(await passwordFault(odd, owner)).toBeNull()
  expect(performance.now() - begun).toBeLessThan(1000)
})

test('the Danish words are written once and as they are looked up', () => {
  expect(DANISH_PASSWORDS.length).toBeGreaterThan(300)
  expect(new Set(DANISH_PASSWORDS).size).toBe(DANISH_PASSWORDS.length)
  expect(DANISH_PASSWORDS.filter((word) => word !== word.toLowerCase())).toEqual([])
})

test('the dictionaries are loaded only by whoever asks', () => {
  const rule = readFileSync(
    path.join(import.meta.dirname, '../../../src/domain/accounts/password.ts'),
    'utf8',
  )
  expect(rule).toContain("await import('./guessable.ts')")
  expect(rule).not.toMatch(/from '(\.\/guessable|@zxcvbn)/)
})
