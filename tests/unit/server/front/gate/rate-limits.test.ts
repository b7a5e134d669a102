import { expect, test } from 'vitest'
import { createRateLimits } from '../../../../../src/server/front/gate/rate-limits.ts'

const limits = () => createRateLimits({ database: null, secret: 'a-secret-for-tests' })

test.for([
  ['takeRead', 200],
  ['takeStranger', 35],
] as const)(
  '%s lets a visitor in %i times at once, and a customer with many networks three times that',
  async ([take, most]) => {
    const { [take]: ask } = limits()
    const visits = async (networkOf: (index: number) => string, count: number) => {
      const waits = []
      for (let index = 0; index < count; index++) waits.push(await ask(networkOf(index)))
      return waits.filter((wait) => wait === null).length
    }
    expect(await visits(() => '192.0.2.1', 2 * most)).toBe(most)
    expect(await visits((index) => `2001:db8:1:${index.toString(16)}::/64`, 6 * most)).toBe(3 * most)
    expect(await ask('2001:db8:2::/64')).toBeNull()
  },
)
