import { expect, test } from 'vitest'
import { aktindsigtGuidance } from '../../../../content/aktindsigt.ts'
import { contactBoxes } from '../../../../content/contact-boxes.ts'
import { organisation } from '../../../../content/organisation.ts'
import type { Refs } from '../../../../content/pages/first-page.ts'
import { pages } from '../../../../content/pages/pages.ts'
import { pressDutyWords } from '../../../../content/press.ts'
import { grundfortaelling, pejlemaerker } from '../../../../content/story.ts'
import {
  inWords,
  lixOf,
  sentencesIn,
  sentencesOf,
  type TextNode,
} from '../../../../src/domain/text/advice.ts'
import { wordGroups } from '../../../../src/domain/words/words.ts'

/** Above it a text is as heavy as what is written for those who know the subject. */
const MOST = 40

/** In fewer words one long name decides the number. */
const FEWEST_WORDS = 25

/** What is not ours to make lighter. */
const NOT_OURS = [
  // The aim and the laws in the words of the EU's model statement and of webtilgængelighedsloven.
  '/tilgaengelighedserklaering, scope',
  '/tilgaengelighedserklaering, enforcement',
  // Summaries of what the ministry wrote about the law, which name what it exempts in its own words.
  ...aktindsigtGuidance.filter(({ source }) => source).map(({ title }) => `aktindsigt, ${title}`),
]

const nothing: Refs = { page: () => 0, box: () => 0, department: () => 0, guidance: () => 0, story: 0 }

/** Names of places, units and laws: however long, they are one word each. */
const NAMES = [
  ...namesOf(organisation),
  ...contactBoxes.map(({ name }) => name),
  'Aalborg Kommune',
  'Aalborg Byråd',
  'Aalborg Bys',
  'Borgmesterens Forvaltning',
  'Folketingets Ombudsmand',
  'Digitaliseringsstyrelsen',
  'offentlighedsloven',
  'forvaltningsloven',
].toSorted((one, other) => other.length - one.length)

type Unit = { name: string; units?: Unit[] }
function namesOf({ name, units = [] }: Unit): string[] {
  return [name, ...units.flatMap(namesOf)]
}

const withoutNames = (sentence: string): string =>
  NAMES.reduce((text, name) => text.replaceAll(new RegExp(`${name}(?!\\p{L}{2})`, 'giu'), 'navn'), sentence)

type Text = { name: string; sentences: string[] }

/** All texts of a value, by where they stand. */
function textsOf(name: string, value: unknown): Text[] {
  if (typeof value === 'string') return [{ name, sentences: sentencesIn(value) }]
  if (typeof value !== 'object' || value === null) return []
  if ('root' in value) return [{ name, sentences: sentencesOf(value.root as TextNode) }]
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(key === 'body' || key === 'text' || /^\d+$/.test(key) ? name : `${name}, ${key}`, part),
  )
}

const texts = [
  ...pages.flatMap(({ path, title, summary, blocks }) => [
    ...textsOf(path, { summary }),
    ...blocks(nothing).flatMap((block) =>
      block.blockType === 'statement'
        ? textsOf(path, block)
        : textsOf(`${path}, ${('heading' in block && block.heading) || title}`, block),
    ),
  ]),
  ...aktindsigtGuidance.flatMap(({ title, body }) => textsOf(`aktindsigt, ${title}`, body)),
  ...contactBoxes.flatMap(({ name, intro, note }) => textsOf(name, { intro, note })),
  ...unitTexts(organisation),
  ...textsOf('pressevagt', pressDutyWords),
  ...[grundfortaelling, ...pejlemaerker].flatMap(({ title, body }) => textsOf(title, body)),
  ...wordGroups.flatMap(({ words }) => words.flatMap(({ key, text }) => textsOf(key, text))),
].filter(({ sentences }) => sentences.flatMap(inWords).length >= FEWEST_WORDS)

function unitTexts(unit: typeof organisation): Text[] {
  return [...textsOf(unit.name, unit.body), ...(unit.units ?? []).flatMap(unitTexts)]
}

test.for(
  texts
    .filter(({ name }) => !NOT_OURS.includes(name))
    .map(({ name, sentences }) => [name, sentences] as const),
)('%s is read as easily as a newspaper', ([, sentences]) => {
  expect(lixOf(sentences.map(withoutNames))).toBeLessThanOrEqual(MOST)
})

test('what is not ours to make lighter is there, and all running texts are measured', () => {
  const names = texts.map(({ name }) => name)
  expect(NOT_OURS.filter((name) => !names.includes(name))).toEqual([])
  expect(names.length).toBeGreaterThan(30)
})
