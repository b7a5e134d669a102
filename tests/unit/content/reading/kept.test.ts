import { expect, test } from 'vitest'
import { Kept } from '../../../../src/content/reading/kept.ts'

const give = (value: string) => () => Promise.resolve(value)
const fail = () => Promise.reject(new Error('The database does not answer'))

/** A read that ends when the test says so. */
function slow() {
  let end!: (value: string) => void
  let breakOff!: (error: Error) => void
  const answer = new Promise<string>((resolve, reject) => {
    end = resolve
    breakOff = reject
  })
  return { read: () => answer, end, breakOff: () => breakOff(new Error('The database is gone')) }
}

test('an answer is read once until it is let go', async () => {
  const kept = new Kept()
  expect(await kept.get('a', give('first'), false)).toBe('first')
  expect(await kept.get('a', give('second'), false)).toBe('first')
  kept.letOneGo('b')
  kept.letGo((name) => name === 'b')
  expect(await kept.get('a', give('third'), false)).toBe('first')
  kept.letOneGo('a')
  expect(await kept.get('a', give('fourth'), false)).toBe('fourth')
  kept.letGo((name) => name === 'a')
  expect(await kept.get('a', give('fifth'), false)).toBe('fifth')
})

test('all who ask meanwhile wait for one read, also if it fails', async () => {
  const kept = new Kept()
  const { read, breakOff } = slow()
  const answers = [kept.get('a', read, false), kept.get('a', give('other'), false)]
  breakOff()
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('a failed read is not kept', async () => {
  const kept = new Kept()
  await expect(kept.get('a', fail, true)).rejects.toThrow('does not answer')
  expect(await kept.get('a', give('later'), false)).toBe('later')
})

test('the former answer is given only if the new one fails and it will do', async () => {
  const kept = new Kept()
  await kept.get('a', give('former'), false)
  kept.letOneGo('a')
  await expect(kept.get('a', fail, false)).rejects.toThrow('does not answer')
  expect(await kept.get('a', fail, true)).toBe('former')
  expect(await kept.get('a', give('new'), true)).toBe('new')
})

test('a read that was let go while under way is not kept, and takes nothing away', async () => {
  const kept = new Kept()
  await kept.get('a', give('former'), false)
  kept.letOneGo('a')
  const { read, breakOff } = slow()
  const underWay = kept.get('a', read, false)
  kept.letOneGo('a')
  breakOff()
  await expect(underWay).rejects.toThrow('gone')
  expect(await kept.get('a', fail, true)).toBe('former')
})

test('a read that was let go and ends late does not take the place of the newer one', async () => {
  const kept = new Kept()
  const { read, end } = slow()
  const underWay = kept.get('a', read, false)
  kept.letOneGo('a')
  expect(await kept.get('a', give('newer'), false)).toBe('newer')
  end('older')
  expect(await underWay).toBe('older')
  expect(await kept.get('a', fail, false)).toBe('newer')
  kept.letOneGo('a')
  expect(await kept.get('a', fail, true)).toBe('newer')
})
