import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { da } from '@payloadcms/translations/languages/da'
import { Marked, type Token, type Tokens } from 'marked'
import { expect, test } from 'vitest'
import { readHelp } from '../../../src/admin/frame/help/read-help.ts'
import { adminWords } from '../../../src/admin/payload-words/payload-words.ts'
import { adviseOn } from '../../../src/domain/text/advice.ts'
import { PICTURES } from '../../pictures/pictures.ts'

// What editors are told to do is there: a word that is renamed in the admin is renamed in the help, too.

const root = path.resolve(import.meta.dirname, '../../..')
const text = readFileSync(path.join(root, 'docs/redaktoer.md'), 'utf8')
const marked = new Marked()
const tasks = text.split(/^(?=## )/m).slice(1)
const titled = tasks.map((task) => [task.slice(3, task.indexOf('\n')), task] as const)

type Words = { [name: string]: string | Words }

/** All sentences of the admin, ours in the place of Payload's. */
function sentencesOf(words: Words, ours: Words): string[] {
  return Object.entries({ ...words, ...ours }).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [value]
      : sentencesOf((words[name] ?? {}) as Words, (ours[name] ?? {}) as Words),
  )
}

const sentences = sentencesOf(da.translations as Words, adminWords)

/** The sources whose words editors see, and those of shared drafts, without comments. Payload's own words are sentences above. */
const sources = ['src/admin', 'collections', 'src/domain', 'src/components/drafts']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/payload-words\/(?!hard-coded)/.test(file))
      .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
  )
  .join('\n')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '')
  .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
  .replaceAll(/\s+/g, ' ')

/** Whether somebody is shown just this: as a sentence of the admin, a string of the sources, or words between tags. */
function isShown(word: string): boolean {
  if (sentences.includes(word)) return true
  // `Tilføj {{label}}`
  const [verb, ...label] = word.split(' ')
  if (sentences.includes(`${verb} {{label}}`) && label.length > 0 && isShown(label.join(' '))) return true
  return new RegExp(`['"\`>}] ?${escaped(word)} ?['"\`<{]`).test(sources)
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

test.for(titled)('the words of »%s« are those of the admin', ([, task]) => {
  const words = [...task.matchAll(/»([^«]+)«/g)].map(([, word = '']) => word)
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((word) => !isShown(word))).toEqual([])
})

test('a word that nobody is shown is found', () => {
  for (const word of ['Offentliggør ændring', 'Gem kladd', 'ladden', 'Tilføj Nummerplade'])
    expect(isShown(word)).toBe(false)
})

test.for(titled)('»%s« has steps, what comes of them, and what to do if they fail', ([, task]) => {
  expect(task.match(/^1\. /gm)).toHaveLength(1)
  expect(task.match(/^\*\*Bagefter\*\* /gm)).toHaveLength(1)
  expect(task.match(/^\*\*Siger den nej\?\*\* /gm)).toHaveLength(1)
  expect(task.match(/^!\[.{20,}\]\(.+\)$/gm)).toHaveLength(1)
})

test.for(titled)('»%s« is easy to read', ([, task]) => {
  const paragraphs = wordsOf(marked.lexer(task)).map((text) => ({
    type: 'paragraph',
    children: [{ type: 'text', text }],
  }))
  const { advice, lix } = adviseOn({ type: 'root', children: paragraphs })
  expect(advice).toEqual([])
  expect(lix?.number).toBeLessThan(40)
})

/** The text of each paragraph and item, without headings and pictures. */
function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'list') return (token as Tokens.List).items.map(({ tokens }) => plain(tokens))
    return token.type === 'paragraph' && !token.raw.startsWith('![') ? [plain(token.tokens ?? [])] : []
  })
}

const plain = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plain(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('')

test('links lead to a task', async () => {
  const { tasks, html } = await readHelp()
  expect(tasks.map(({ title }) => title)).toEqual(titled.map(([title]) => title))
  expect(new Set(tasks.map(({ name }) => name)).size).toBe(tasks.length)
  for (const { name } of tasks) expect(html).toContain(`id="${name}"`)
  for (const [, link = ''] of text.matchAll(/[^!]\[[^\]]+\]\(([^)]+)\)/g))
    expect(tasks.map(({ name }) => `#${name}`)).toContain(link)
})

test('each picture is there, small, named once, and can be taken again', () => {
  const named = [...text.matchAll(/\(redaktoer\/([^)]+)\.webp\)/g)].map(([, name = '']) => name)
  expect(Object.keys(PICTURES).toSorted()).toEqual(named.toSorted())
  const folder = path.join(root, 'docs/redaktoer')
  expect(readdirSync(folder).toSorted()).toEqual(named.map((name) => `${name}.webp`).toSorted())
  for (const file of readdirSync(folder))
    expect([file, statSync(path.join(folder, file)).size < 60_000]).toEqual([file, true])
})
