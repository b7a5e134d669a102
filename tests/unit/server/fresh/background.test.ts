import { setImmediate } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { Background } from '../../../../src/server/fresh/background.ts'

let done: string[]
let aheads: (readonly string[])[]
let underWay: number
let mostAtOnce: number
let gate: Promise<void>
let openGate: () => void
let background: Background

const work = async (path: string, ahead: readonly string[]): Promise<void> => {
  mostAtOnce = Math.max(mostAtOnce, ++underWay)
  aheads.push(ahead)
  await gate
  done.push(path)
  underWay--
}
const isDone = (path: string): boolean => done.includes(path)
const add = (paths: readonly string[]) => background.add(paths, isDone, work)
const many = (count: number, name: string) => Array.from({ length: count }, (_, index) => `/${name}-${index}`)

/** All that can be done has been done. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) await setImmediate()
}

beforeEach(() => {
  done = []
  aheads = []
  underWay = mostAtOnce = 0
  gate = new Promise((resolve) => {
    openGate = resolve
  })
  background = new Background(() => setImmediate())
})

test('three at a time, in the order given, each once', async () => {
  add(many(50, 'side'))
  await rest()
  add(many(50, 'side'))
  openGate()
  await rest()
  expect(done).toEqual(many(50, 'side'))
  expect(mostAtOnce).toBe(3)
})

test('the batch that has the fewest left goes first, whenever it came', async () => {
  add(many(20, 'large'))
  await rest()
  add(many(10, 'middle'))
  add(many(2, 'small'))
  openGate()
  await rest()
  expect(done.slice(0, 3)).toEqual(many(3, 'large'))
  expect(done.slice(3, 5)).toEqual(many(2, 'small'))
  expect(done.slice(5, 15)).toEqual(many(10, 'middle'))
  expect(done).toHaveLength(32)
})

test('what needs no work any more gets none', async () => {
  done = many(3, 'side')
  openGate()
  add(many(5, 'side'))
  await rest()
  expect(done).toEqual(many(5, 'side'))
})

test('what follows is told twenty-five at a time, whole', async () => {
  openGate()
  add(many(301, 'side'))
  await rest()
  expect(aheads.filter((ahead) => ahead.length > 0).map((ahead) => ahead.length)).toEqual(Array(12).fill(25))
  expect(new Set(aheads.flat()).size).toBe(300)
})

test('a stop waits for what is under way and begins nothing new', async () => {
  add(many(10, 'side'))
  await rest()
  const stopped = background.stop()
  add(['/too-late'])
  let isStopped = false
  void stopped.then(() => (isStopped = true))
  await rest()
  expect(isStopped).toBe(false)
  openGate()
  await stopped
  expect(done).toEqual(many(3, 'side'))
})

test('a stop before anything was begun begins nothing', async () => {
  openGate()
  add(many(10, 'side'))
  await background.stop()
  expect(done).toEqual([])
})
