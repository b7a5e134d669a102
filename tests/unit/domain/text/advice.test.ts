import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { adviseOn, type TextNode } from '../../../../src/domain/text/advice.ts'

const text = (words: string): TextNode => ({ type: 'text', text: words })
const paragraph = (...children: (string | TextNode)[]): TextNode => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
const heading = (tag: string, words: string): TextNode => ({ type: 'heading', tag, children: [text(words)] })
const link = (words: string): TextNode => ({ type: 'link', children: [text(words)] })
const root = (...children: TextNode[]): TextNode => ({ type: 'root', children })
const on = (...children: TextNode[]) => adviseOn(root(...children)).advice

test('headings in order need no advice', () => {
  expect(on(heading('h3', 'Et'), heading('h4', 'To'), heading('h4', 'Tre'), heading('h3', 'Fire'))).toEqual(
    [],
  )
})

test('a heading without the one above it is told by its words', () => {
  expect(on(heading('h4', 'Priser'), heading('h3', 'Tid'), heading('h4', 'Uge'))).toEqual([
    '»Priser« er en overskrift 4 uden en overskrift 3 over sig. Gør den til en overskrift 3.',
  ])
})

test.for(['her', 'Her', 'læs mere', 'Læs mere her', 'Klik her', 'klik her.', 'se mere', 'mere', 'linket'])(
  'a link named »%s« says nothing',
  (words) => {
    expect(on(paragraph('Se ', link(words)))).toEqual([
      `Linket »${words}« siger ikke, hvor det fører hen. Skriv det, man finder der.`,
    ])
  },
)

test.for(['https://aalborg.dk/a', 'www.aalborg.dk'])('the address »%s« is no name of a link', (words) => {
  expect(on(paragraph(link(words)))).toEqual([
    `Linket »${words}« er en adresse. Skriv med ord, hvad man finder der.`,
  ])
})

test.for(['Priser for byggesager', 'Læs mere om priser', 'Herning', 'aalborg.dk/priser for alle'])(
  'a link named »%s« is fine',
  (words) => {
    expect(on(paragraph(link(words)))).toEqual([])
  },
)

const words = (count: number, word = 'ord') => Array.from({ length: count }, () => word).join(' ')

test.for([
  [30, []],
  [31, [31]],
] as const)('a sentence of %i words', ([count, said]) => {
  const found = on(paragraph(`${words(count)}. Kort.`)).map((line) => Number(/på (\d+) ord/.exec(line)?.[1]))
  expect(found).toEqual(said)
})

test('a sign within a sentence ends none, and neither does one with lines of their own go on', () => {
  expect(on(paragraph(`${words(20)} kl. 10 f.eks. ${words(20)}.`))).toHaveLength(1)
  expect(on(paragraph(`${words(20)}`), paragraph(`${words(20)}`))).toEqual([])
  expect(on(paragraph(words(20), { type: 'linebreak' }, words(20)))).toEqual([])
})

test('lix is of words in a sentence and of long words', () => {
  // Ten in each, and every tenth of more than six letters.
  const sentence = `Nu ${words(8)} kommunen.`
  const { lix } = adviseOn(root(paragraph(...Array.from({ length: 5 }, () => `${sentence} `))))
  expect(lix).toEqual({ number: 20, means: 'meget let, som en bog for børn' })
  expect(adviseOn(root(paragraph(sentence))).lix).toBe(null)
})

test.for([
  [0, 'meget let, som en bog for børn'],
  [2, 'let, som en fortælling'],
  [3, 'middel, som en avis'],
  [4, 'svær, som en faglig tekst'],
  [5, 'meget svær, som en lovtekst'],
] as const)('%i long words of ten', ([long, means]) => {
  const sentence = `Nu ${words(9 - long)} ${words(long, 'kommunen')}. `
  const { advice, lix } = adviseOn(root(paragraph(sentence.repeat(10))))
  expect(lix?.means).toBe(means)
  expect(advice).toHaveLength(long >= 4 ? 1 : 0)
})

test('no text is too odd to be read', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (parts) => {
      const { advice, lix } = adviseOn(root(...parts.map((part) => paragraph(part, link(part)))))
      expect(advice.every((line) => line.length < 300)).toBe(true)
      expect(lix === null || lix.number > 0).toBe(true)
    }),
  )
})
