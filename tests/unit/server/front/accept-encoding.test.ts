import { expect, test } from 'vitest'
import { preferredEncoding } from '../../../../src/server/front/accept-encoding.ts'

test.for([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0.1, gzip', 'gzip'],
  ['deflate', 'identity'],
  ['identity', 'identity'],
  ['br;q=nonsense, gzip', 'gzip'],
] as const)('%s gets %s', ([header, encoding]) => {
  expect(preferredEncoding(header)).toBe(encoding)
})
