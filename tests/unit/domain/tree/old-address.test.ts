import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressOnSite,
  foldPath,
  foldQuery,
  readOldAddress,
  redirectKey,
  redirectKeys,
  redirectOfKey,
} from '../../../../src/domain/tree/old-address.ts'

const site = 'https://www.aalborg.dk'

test.for<[string, string]>([
  ['/gammel/side', '/gammel/side'],
  ['/gammel/side/', '/gammel/side'],
  ['/Gammel/Side.aspx', '/gammel/side.aspx'],
  ['/Om_Os/Bestyrelse_2012.ASPX', '/om_os/bestyrelse_2012.aspx'],
  ['/børn-og-unge/Årsplan', '/børn-og-unge/årsplan'],
  ['/b%C3%B8rn', '/børn'],
  ['/A\u030arsplan', '/årsplan'],
  ['/Sider/Ny%20side.aspx', '/sider/ny side.aspx'],
  ['/side.aspx?id=12', '/side.aspx?id=12'],
  ['/side.aspx?b=2&A=1', '/side.aspx?a=1&b=2'],
  ['/side.aspx?', '/side.aspx'],
  ['/side.aspx?12', '/side.aspx?12'],
  ['/side?navn=Bj%C3%B8rn+Hansen&x=1%262', '/side?navn=bjørn%20hansen&x=1%262'],
  ['/?docid=4', '/?docid=4'],
  ['https://www.aalborg.dk/Gammel/Side.aspx?id=3', '/gammel/side.aspx?id=3'],
  ['http://aalborg.dk/Gammel', '/gammel'],
  ['HTTPS://WWW.AALBORG.DK/Gammel', '/gammel'],
])('%s is kept as %s, which is read as itself', ([text, address]) => {
  expect(readOldAddress(text, site)).toEqual({ address })
  expect(readOldAddress(address, site)).toEqual({ address })
})

test.for<[string, RegExp]>([
  ['', /^Skriv adressen/],
  ['gammel', /^Skriv adressen/],
  ['//evil.example/x', /^Skriv adressen/],
  ['https://evil.example/x', /ikke på denne hjemmeside.*www\.aalborg\.dk/],
  ['https://www.aalborg.dk@evil.example/x', /ikke på denne hjemmeside/],
  ['https://bruger@www.aalborg.dk/x', /ikke på denne hjemmeside/],
  ['javascript:alert(1)', /ikke på denne hjemmeside/],
  ['https:/x', /ikke på denne hjemmeside/],
  ['/a#b', /efter #/],
  ['/a\\b', /omvendt skråstreg/],
  ['/a%5cb', /omvendt skråstreg/],
  ['/a%2Fb', /%2F/],
  ['/a%', /procenttegn/],
  ['/a%F8', /procenttegn/],
  ['/a%2525', /tegn, som ikke kan stå/],
  ['/a%00', /tegn, som ikke kan stå/],
  ['/a%3Fb', /tegn, som ikke kan stå/],
  ['/a//b', /tomme led/],
  ['/a/../b', /punktummer/],
  ['/', /forsiden/],
  ['https://www.aalborg.dk', /forsiden/],
  ['/Admin', /»\/admin« bruges af systemet/],
  ['/SOEG?q=1', /»\/soeg« bruges af systemet/],
  ['/api/users?id=1', /bruges af systemet/],
  [`/${'a'.repeat(500)}`, /for lang: højst 500/],
])('%s is refused', ([text, problem]) => {
  expect(readOldAddress(text, site).problem).toMatch(problem)
})

test('whatever is read is kept so that it is read as itself, and found when it is asked for', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('/', '?', '&', '=', '%20', '.'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const { address } = readOldAddress(`/${pieces.join('')}`, site)
      if (address === undefined) return
      expect(readOldAddress(address, site)).toEqual({ address })
      expect(redirectOfKey(redirectKey(address))).toBe(address)
      const { pathname, search } = new URL(address, site)
      expect(redirectKeys(decodeURIComponent(pathname), search)[0]).toBe(redirectKey(address))
    }),
    { numRuns: 2000 },
  )
})

test('keys are never those of the further pages of a list', () => {
  expect(redirectKeys('/Kontakt', '?side=2')).toEqual(['/kontakt?&side=2', '/kontakt'])
  expect(redirectKeys('/Kontakt', '')).toEqual(['/kontakt'])
  expect([foldPath('/'), foldPath('/A//'), foldQuery(''), foldQuery('?&=')]).toEqual(['/', '/a', '', ''])
})

test.for([
  ['/Ny/', '/ny'],
  ['/ny?B=1&a=2#c', '/ny?a=2&b=1'],
  ['https://aalborg.dk/Ny', '/ny'],
  ['https://example.dk/ny', null],
  ['#ny', null],
  ['mailto:a@b.dk', null],
  ['//evil.example', null],
  ['/%', null],
] as const)('a link to %s leads to %s', ([link, address]) => {
  expect(addressOnSite(link, site)).toBe(address)
})
