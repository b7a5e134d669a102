import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isThisMachine, visitorOf } from '../../../../src/server/front/visitor.ts'

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
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2'],
  ['2001:DB8:0001::6', undefined, 0, '2001:db8:1:0'],
  ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0'],
] as const)('%s with %s behind %i proxies counts as %s', ([address, forwarded, proxies, visitor]) => {
  expect(visitorOf(request(address, forwarded), proxies)).toBe(visitor)
})

test('this machine is known by either of its addresses', () => {
  expect(
    ['127.0.0.1', '::ffff:127.0.0.1', '::1'].map((it) => isThisMachine(visitorOf(request(it), 0))),
  ).toEqual([true, true, true])
  expect(isThisMachine(visitorOf(request('192.0.2.7'), 0))).toBe(false)
})
