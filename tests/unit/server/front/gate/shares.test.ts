import { EventEmitter } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { createShares } from '../../../../../src/server/front/gate/shares.ts'
import { Refused } from '../../../../../src/server/front/gate/refused.ts'

/** Of a request that is not over. */
const response = new EventEmitter().setMaxListeners(0) as never

afterEach(() => {
  vi.useRealTimers()
})

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('an account has so many requests under way, and the next when one is over', async () => {
  const take = createShares<number>(2)
  const first = await take(1, response)
  await take(1, response)
  let isIn = false
  const third = take(1, response).then((release) => {
    isIn = true
    return release
  })
  await settle()
  expect(isIn).toBe(false)
  first()
  // A second time frees nothing.
  first()
  await third
  const fourth = take(1, response)
  expect(await Promise.race([fourth, settle().then(() => 'waits')])).toBe('waits')
})

test('nobody waits for another account', async () => {
  const take = createShares<number>(1)
  await take(1, response)
  void take(1, response)
  await expect(take(2, response)).resolves.toBeTypeOf('function')
})

test('whoever has a hundred waiting is told to wait', async () => {
  const take = createShares<number>(1)
  const release = await take(1, response)
  const waiting = Array.from({ length: 100 }, () => take(1, response))
  await settle()
  await expect(take(1, response)).rejects.toMatchObject({
    status: 429,
    retryAfter: 5,
  } satisfies Partial<Refused>)
  release()
  const next = await Promise.race(waiting)
  next()
})

test('a share that is never given back ends a while after its connection', async () => {
  vi.useFakeTimers()
  const take = createShares<number>(1)
  const gone = new EventEmitter()
  await take(1, gone as never)
  const next = take(1, response)
  gone.emit('close')
  await vi.advanceTimersByTimeAsync(19_000)
  expect(await Promise.race([next, Promise.resolve('waits')])).toBe('waits')
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(next).resolves.toBeTypeOf('function')
})

test('whoever reads slowly keeps a share no longer than is said, and gives it back once', async () => {
  vi.useFakeTimers()
  const take = createShares<string>(1, { longest: 2_000 })
  const release = await take('pages', response)
  const next = take('pages', response)
  await vi.advanceTimersByTimeAsync(2_000)
  await next
  release()
  expect(await Promise.race([take('pages', response), Promise.resolve('waits')])).toBe('waits')
})

test('one that is given back leaves nothing behind', async () => {
  vi.useFakeTimers()
  const take = createShares<number>(1)
  const over = new EventEmitter()
  const release = await take(1, over as never)
  release()
  over.emit('close')
  expect(vi.getTimerCount()).toBe(0)
  expect(over.listenerCount('close')).toBe(0)
})
