/** A node of a rich text, as the editor stores it. */
export type TextNode = { type: string; tag?: string; text?: string; children?: readonly TextNode[] }

/** `lix`: null for a text that is too short for it to mean anything. */
export type Advice = { advice: string[]; lix: { number: number; means: string } | null }

/** What a text could do better, for whoever writes it: headings in order, words of links, long sentences and heavy words. */
export function adviseOn(root: TextNode): Advice {
  const blocks = blocksOf(root)
  const sentences = sentencesOf(root)
  const lix = sentences.flatMap(inWords).length < FEWEST_WORDS ? null : lixOf(sentences)
  const advice = [
    ...headingAdvice(blocks),
    ...linksOf(root).flatMap(linkAdvice),
    ...sentences.flatMap(sentenceAdvice),
    ...(lix !== null && lix >= HARD ? [`Teksten er tung at læse. ${SHORTER}`] : []),
  ]
  return { advice, lix: lix === null ? null : { number: lix, means: meaningOf(lix) } }
}

type Block = { type: string; tag: string; text: string }

const INLINE = new Set(['text', 'link', 'autolink', 'linebreak', 'tab'])

/** The parts of a text that stand by themselves, in order. */
function blocksOf({ type, tag = '', children = [] }: TextNode): Block[] {
  const inline = children.filter((child) => INLINE.has(child.type))
  const own = inline.length > 0 ? [{ type, tag, text: wordsOf(inline) }] : []
  return [...own, ...children.filter((child) => !INLINE.has(child.type)).flatMap(blocksOf)]
}

const wordsOf = (nodes: readonly TextNode[]): string =>
  nodes
    .map(({ type, text, children }) => (type === 'linebreak' ? '\n' : (text ?? wordsOf(children ?? []))))
    .join('')

const linksOf = (node: TextNode): string[] =>
  node.type === 'link' || node.type === 'autolink'
    ? [wordsOf(node.children ?? []).trim()]
    : (node.children ?? []).flatMap(linksOf)

/** A text's own headings are of level 3 and 4; the one above it is its block's. */
function headingAdvice(blocks: readonly Block[]): string[] {
  let hasHeading = false
  return blocks.flatMap(({ type, tag, text }) => {
    if (type !== 'heading') return []
    if (tag !== 'h4') hasHeading = true
    return hasHeading
      ? []
      : [`»${cut(text)}« er en overskrift 4 uden en overskrift 3 over sig. Gør den til en overskrift 3.`]
  })
}

const SAYS_NOTHING =
  /^(her|læs (mere|her)|læs mere her|klik her|tryk her|se (mere|her)|find (det )?her|mere|link(et)?|dette link)[.!»>→ ]*$/i
const ADDRESS = /^(https?:\/\/|www\.)\S+$/i

function linkAdvice(words: string): string[] {
  if (SAYS_NOTHING.test(words))
    return [`Linket »${words}« siger ikke, hvor det fører hen. Skriv det, man finder der.`]
  if (ADDRESS.test(words))
    return [`Linket »${cut(words)}« er en adresse. Skriv med ord, hvad man finder der.`]
  return []
}

/** Words of a sentence, above which it is hard to follow. */
const MOST_WORDS = 30

function sentenceAdvice(sentence: string): string[] {
  const { length } = inWords(sentence)
  return length > MOST_WORDS
    ? [`Sætningen »${cut(sentence)}« er på ${length} ord. Del den, eller gør den til en liste.`]
    : []
}

/** The sentences of a text, without its headings. */
export const sentencesOf = (root: TextNode): string[] =>
  blocksOf(root)
    .filter(({ type }) => type !== 'heading')
    .flatMap(({ text }) => sentencesIn(text))

/** A sentence ends with its sign before a capital letter, so that »kl. 10« and »f.eks.« end none. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?:][»"”)]*)\s+(?=[»"“(]*\p{Lu})|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => inWords(sentence).length > 0)

export const inWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? []

/** Below so many words a number for all of it says nothing. */
const FEWEST_WORDS = 50

/** C.H. Björnsson's number: words in a sentence, and of a hundred words those of more than six letters. */
export function lixOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(inWords)
  const long = words.filter((word) => word.length > 6)
  return Math.round(words.length / sentences.length + (100 * long.length) / words.length)
}

const HARD = 45

function meaningOf(lix: number): string {
  if (lix < 25) return 'meget let, som en bog for børn'
  if (lix < 35) return 'let, som en fortælling'
  if (lix < HARD) return 'middel, som en avis'
  if (lix < 55) return 'svær, som en faglig tekst'
  return 'meget svær, som en lovtekst'
}

const SHORTER = 'Korte sætninger og korte ord hjælper de fleste.'

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)
