import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkError, securityContactError, statementAddressError } from '../../../src/domain/link.ts'

test.for([
  '/',
  '/kontakt',
  '/om-kommunen?a=1#top',
  '#kontakt',
  'https://www.aalborg.dk',
  'http://aalborg.dk:8080/a?b=c#d',
  'HTTPS://AALBORG.DK',
  'https://aalborg.dk/side@2',
  'mailto:lich@aalborg.dk',
  'mailto:a.b@aalborg.dk?subject=Hej',
  'tel:+4525201620',
  'tel:99821082',
  'https://ålborg.dk/ø',
])('the address %s is allowed', (address) => {
  expect(linkError(address)).toBeNull()
})

test.for([
  '',
  ' ',
  'kontakt',
  'www.aalborg.dk',
  '#',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\b',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:x',
  'java\nscript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https://',
  'https://a b.dk',
  'ftp://a.dk',
  'https://bruger:kode@aalborg.dk',
  'https://aalborg.dk@evil.example',
  'https://@aalborg.dk',
  'https://[x]',
  'mailto:',
  'mailto:lich',
  'tel:',
  'tel:abc',
  'tel:25 20 16 20',
  '/\u200bkontakt',
  'https://aalborg.dk/\u202e',
  'blob:https://aalborg.dk/x',
  'view-source:https://aalborg.dk',
  `/${'a'.repeat(2000)}`,
])('the address %j is refused with a sentence', (address) => {
  expect(linkError(address)).toMatch(/^[A-ZÆØÅ].+\.$/)
})

test('an address that a browser would read as another scheme or another site is never allowed', () => {
  const parts = fc.constantFrom(
    'java',
    'script',
    'data',
    'http',
    's',
    ':',
    '/',
    '//',
    '\\',
    '\t',
    '\n',
    ' ',
    '@',
    '#',
    '?',
    '.',
    'a',
    '%0a',
    'mailto',
    'tel',
  )
  const home = 'https://hjemme.example'
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(parts).map((some) => some.join('')),
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
      ),
      (address) => {
        fc.pre(linkError(address) === null)
        const url = new URL(address, home)
        expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(url.protocol)
        expect(url.username + url.password).toBe('')
        const onSite = /^[/#]/.test(address)
        expect(onSite && url.origin !== home).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})

test.for([
  ['https://was.digst.dk/navn-dk', true],
  ['https://www.was.digst.dk/navn-dk', true],
  ['https://was.digst.dk/', false],
  ['https://was.digst.dk', false],
  ['http://was.digst.dk/navn-dk', false],
  ['https://was.digst.dk.eksempel.dk/navn-dk', false],
  ['https://eksempel.dk/was.digst.dk/navn', false],
  ['/tilgaengelighedserklaering', false],
  ['was.digst.dk/navn-dk', false],
  ['javascript:alert(1)', false],
] as const)('%s as the address of a statement: %s', ([address, isRight]) => {
  expect(statementAddressError(address) === null).toBe(isRight)
})

test.for([
  ['sikkerhed@eksempel.dk', true],
  ['https://eksempel.dk/sikkerhed', true],
  ['http://eksempel.dk/sikkerhed', false],
  ['sikkerhed@eksempel', false],
  ['sikkerhed@eksempel.dk\nContact: mailto:en@anden.dk', false],
  ['mailto:sikkerhed@eksempel.dk', false],
  ['/kontakt', false],
  ['99 31 31 31', false],
] as const)('%s as whom to tell of a weakness: %s', ([contact, isRight]) => {
  expect(securityContactError(contact) === null).toBe(isRight)
})
