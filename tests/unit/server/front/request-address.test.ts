import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPath, sideOf } from '../../../../src/server/front/request-address.ts'

test.for([
  ['/kontakt', '/kontakt'],
  ['/kontakt?side=2', '/kontakt'],
  ['/b%C3%B8rn', '/børn'],
  // The same letters in another spelling: å as a and a ring.
  ['/a%CC%8Aben', '/åben'],
  ['/', '/'],
  ['//', '//'],
  ['/kontakt//', '/kontakt//'],
  ['/a//b', null],
  ['/a/./b', null],
  ['/a/../b', null],
  ['/%2e%2e/b', null],
  ['/a%2Fb', null],
  ['/a%5Cb', null],
  ['/a\\b', null],
  ['/%00', null],
  ['/a%0Ab', null],
  ['/%E0%A4%A', null],
  ['/%ff', null],
  ['kontakt', null],
  ['', null],
] as const)('%s is the path %s', ([url, path]) => {
  expect(readPath(url)).toBe(path)
})

test('any path that a browser sends is read as it was meant', () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => {
    return !/[/\\?\p{Cc}]|^\.\.?$/u.test(text)
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.string(), (parts, query) => {
      const path = `/${parts.map(encodeURIComponent).join('/')}`
      expect(readPath(`${path}?${query}`)).toBe(`/${parts.join('/')}`.normalize('NFC'))
    }),
  )
})

test('whatever is sent, it is read or refused without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readPath(`/${text}`) ?? '/').toMatch(/^\//)
      expect(sideOf(`/${text}`)).toBeGreaterThanOrEqual(1)
    }),
  )
})

test.for([
  ['/kontakt', 1],
  ['/kontakt?side=2', 2],
  ['/kontakt?q=a&side=12', 12],
  ['/kontakt?side=3&q=a', 3],
  ['/kontakt?side=0', 1],
  ['/kontakt?side=02', 1],
  ['/kontakt?side=-1', 1],
  ['/kontakt?side=1e3', 1],
  ['/kontakt?side=10000', 1],
  ['/kontakt?side=2x', 1],
  ['/kontakt?inside=2', 1],
  ['/kontakt?side=', 1],
] as const)('%s asks for page %i of the lists', ([url, side]) => {
  expect(sideOf(url)).toBe(side)
})
