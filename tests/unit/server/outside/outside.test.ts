import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { internet, isPublic } from '../../../../src/server/serve/outside/network.ts'
import {
  type Answer,
  answerOfError,
  isUnreached,
  outcomeOf,
} from '../../../../src/server/serve/outside/outcomes.ts'

test.for([
  ['8.8.8.8', true],
  ['185.15.59.224', true],
  ['2a02:ec80:300:ed1a::1', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['127.8.8.8', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.0.0.8', false],
  ['192.0.2.1', false],
  ['192.168.1.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['240.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::10.0.0.1', false],
  ['100::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['fc00::1', false],
  ['fd12:3456::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['aalborg.dk', false],
  ['', false],
] as const)('%s may be asked: %s', ([address, may]) => expect(isPublic(address)).toBe(may))

test('no address of a network of ones own may be asked, however it is written', () => {
  const byte = fc.nat(255)
  const own = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
    fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
  )
  fc.assert(
    fc.property(own, (bytes) => {
      const hex = bytes.map((part) => part.toString(16).padStart(2, '0')).join('')
      expect(isPublic(bytes.join('.'))).toBe(false)
      expect(isPublic(`::ffff:${bytes.join('.')}`)).toBe(false)
      expect(isPublic(`::ffff:${hex.slice(0, 4)}:${hex.slice(4)}`)).toBe(false)
    }),
  )
  const word = fc.nat(0xffff).map((part) => part.toString(16))
  const outsideOfGiven = fc.integer({ min: 0, max: 0xffff }).filter((part) => part >> 13 !== 1)
  fc.assert(
    fc.property(outsideOfGiven, fc.array(word, { minLength: 7, maxLength: 7 }), (first, rest) => {
      expect(isPublic([first.toString(16), ...rest].join(':'))).toBe(false)
    }),
  )
})

test.for([
  [80, true],
  [443, true],
  [22, false],
  [5432, false],
  [8080, false],
] as const)('port %i may be asked: %s', ([port, may]) => expect(internet.permits('8.8.8.8', port)).toBe(may))

test('of all statuses only those that say the page is gone, or that the server fails, are failures', () => {
  const failing = Array.from({ length: 1000 }, (_, status) => status).filter(
    (status) => outcomeOf(status) !== 'answers',
  )
  expect(failing).toEqual([404, 410, ...Array.from({ length: 100 }, (_, index) => 500 + index)])
  expect(outcomeOf(404)).toBe('404')
})

test.for<[code: string, answer: Answer]>([
  ['ECONNREFUSED', 'silent'],
  ['ECONNRESET', 'silent'],
  ['ETIMEDOUT', 'silent'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  // Browsers find what is missing between.
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untried'],
  // We have no IPv6.
  ['ENETUNREACH', 'untried'],
  // Browsers are more lenient.
  ['HPE_INVALID_HEADER_TOKEN', 'untried'],
])('a request that ends with %s: %s', ([code, answer]) => {
  expect(answerOfError(Object.assign(new Error(code), { code }))).toBe(answer)
})

test('of several addresses of a host the one that says something counts', () => {
  const failed = ['ENETUNREACH', 'ECONNREFUSED'].map((code) => Object.assign(new Error(code), { code }))
  expect(answerOfError(new AggregateError(failed))).toBe('silent')
  expect(answerOfError(new AggregateError(failed.slice(0, 1)))).toBe('untried')
  expect(answerOfError(new DOMException('', 'AbortError'))).toBe('silent')
})

test('what no answer came from may be our own network', () => {
  expect(
    ['dns', 'silent', 'untried', 'tls', '404', 'answers'].filter((one) => isUnreached(one as never)),
  ).toEqual(['dns', 'silent', 'untried'])
})
