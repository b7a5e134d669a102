import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import {
  customerOf,
  isThisMachine,
  visitorAt,
  visitorOf,
} from '../../../../../src/server/front/gate/visitor.ts'

function request(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  return {
    headers: { 'x-forwarded-for': forwardedFor },
    socket: { remoteAddress },
  } as unknown as IncomingMessage
}

test.for([
  ['192.0.2.7', undefined, 0, '192.0.2.7'],
  ['192.0.2.7', '203.0.113.9', 0, '192.0.2.7'],
  ['::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
  ['192.0.2.7', '203.0.113.9', 1, '203.0.113.9'],
  ['192.0.2.7', 'forged, 203.0.113.9', 1, '203.0.113.9'],
  ['192.0.2.7', 'forged, 203.0.113.9, 192.0.2.8', 2, '203.0.113.9'],
  ['192.0.2.7', undefined, 1, '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:DB8:0001::6', undefined, 0, '2001:db8:1::/64'],
  ['fe80::1%eth0', undefined, 0, 'fe80::/64'],
] as const)('%s with %s behind %i proxies counts as %s', ([address, forwarded, proxies, visitor]) => {
  expect(visitorOf(request(address, forwarded), proxies)).toBe(visitor)
})

test('this machine is known by either of its addresses', () => {
  expect(
    ['127.0.0.1', '::ffff:127.0.0.1', '::1'].map((it) => isThisMachine(visitorOf(request(it), 0))),
  ).toEqual([true, true, true])
  expect(isThisMachine(visitorOf(request('192.0.2.7'), 0))).toBe(false)
})

test.for([
  [
    '192.0.2.7',
    [
      '192.0.2.7',
      ' 192.0.2.7 ',
      '192.0.2.7:4711',
      '::ffff:192.0.2.7',
      '::ffff:c000:207',
      '0:0:0:0:0:FFFF:C000:0207',
      '[::ffff:192.0.2.7]:80',
      '::ffff:192.0.2.7%eth0',
    ],
  ],
  [
    '2001:db8::/64',
    ['2001:db8::1', '2001:0DB8:0:0:0:0:0:2', '[2001:db8::1]', '[2001:db8::ffff]:443', '2001:db8::1%3'],
  ],
  // What cannot be read shares one place, so that spelling it otherwise wins nothing.
  [
    'unknown',
    ['', 'unknown', '127.1', '0x7f.0.0.1', '192.0.2', '1.2.3.4.5', '192.0.2.7, 1', '_hidden', '2001:db8:::1'],
  ],
] as const)('%s is one visitor, however it is written', ([visitor, spellings]) => {
  expect(spellings.map(visitorAt)).toEqual(spellings.map(() => visitor))
})

test.for(['::ffff:808:808', '::ffff:8.8.8.8', '::808:808', '::2', 'localhost', '127.1', '::ffff:0:1'])(
  '%s is not this machine',
  (address) => {
    expect(isThisMachine(visitorAt(address))).toBe(false)
  },
)

test('the networks of one customer are one', () => {
  const networks = ['2001:db8:1:2::1', '2001:db8:1:ffff::1', '2001:db8:1::'].map(visitorAt)
  expect(new Set(networks).size).toBe(3)
  expect(networks.map(customerOf)).toEqual(Array(3).fill('2001:db8:1::/48'))
  expect(['192.0.2.7', '::1', 'unknown'].map(customerOf)).toEqual([null, null, null])
})
