import { expect, test } from 'vitest'
import { RecentAnswers } from '../../../../src/content/reading/recent-answers.ts'

const MOST = 500

/** Answers that tell which questions had to be asked of the database. */
function recentAnswers(most = MOST) {
  const answers = new RecentAnswers(most)
  const asked: string[] = []
  const get = (question: string, version = 1) =>
    answers.get(question, version, async () => {
      asked.push(question)
      return `${question} at ${version}`
    })
  return { answers, asked, get }
}

const down = () => Promise.reject(new Error('down'))

const odd = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `odd ${from + at}`)

test('a question is asked once while the content is the same, and again after a change', async () => {
  const { asked, get } = recentAnswers()
  expect(await get('vej')).toBe('vej at 1')
  expect(await get('vej')).toBe('vej at 1')
  expect(asked).toEqual(['vej'])
  expect(await get('vej', 2)).toBe('vej at 2')
  expect(asked).toEqual(['vej', 'vej'])
})

test('an answer that is asked for stays, the one that was not for longest goes', async () => {
  const { asked, get } = recentAnswers()
  await get('first')
  for (const question of odd(MOST - 1)) await get(question)
  await get('first')
  await get('one more')
  asked.length = 0
  await get('first')
  expect(asked).toEqual([])
  await get('odd 0')
  expect(asked).toEqual(['odd 0'])
})

test('500 odd questions between two askings of a popular one do not drive it out', async () => {
  const { asked, get } = recentAnswers()
  await get('popular')
  for (let round = 0; round < 5; round++) {
    await get('popular')
    for (const question of odd(500, round * 500)) await get(question)
  }
  await get('popular')
  expect(asked.filter((question) => question === 'popular')).toEqual(['popular'])
})

test('no more is kept than allowed, however often each is asked', async () => {
  const { answers, get } = recentAnswers(10)
  const questions = odd(30)
  for (const question of [...questions, ...questions, ...questions]) await get(question)
  const kept: string[] = []
  for (const question of questions.toReversed())
    await answers.get(question, -1, down).then(
      () => kept.unshift(question),
      () => {},
    )
  expect(kept).toEqual(questions.slice(-10))
})

test('an old answer is better than none, and is asked anew as soon as the database answers', async () => {
  const { answers, asked, get } = recentAnswers()
  await get('vej')
  expect(await answers.get('vej', 2, down)).toBe('vej at 1')
  await expect(answers.get('sti', 2, down)).rejects.toThrow('down')
  expect(await get('vej', 2)).toBe('vej at 2')
  expect(asked).toEqual(['vej', 'vej'])
})
