import { da } from '@payloadcms/translations/languages/da'
import { en } from '@payloadcms/translations/languages/en'
import { expect, test } from 'vitest'
import { adminWords } from '../../../src/admin/payload-words/payload-words.ts'

type Words = { [name: string]: string | Words }

/** Each sentence by its key, such as `general:cancel`. */
function flat(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[path + name, value] as const]
        : [...flat(value, `${path}${name}:`).entries()],
    ),
  )
}

const english = flat(en.translations as Words)
const ours = flat(adminWords)
const told = new Map([...flat(da.translations as Words), ...ours])

/** What a sentence has put in: `{{count}}`, `<1>`. */
const holes = (sentence: string): string[] =>
  [...new Set(sentence.match(/\{\{\w+\}\}|<\/?\d>/g))].toSorted((a, b) => a.localeCompare(b))

test('each of our words stands where Payload has one, and puts in nothing that is not there', () => {
  for (const [key, sentence] of ours) {
    expect([key, english.has(key)]).toEqual([key, true])
    const known = holes(english.get(key) ?? '')
    expect([key, holes(sentence).filter((hole) => !known.includes(hole))]).toEqual([key, []])
    const tags = (text: string) => holes(text).filter((hole) => hole.startsWith('<'))
    expect([key, tags(sentence)]).toEqual([key, tags(english.get(key) ?? '')])
  }
})

// The same in both languages.
const SAME = new Set(['general:menu', 'version:type', 'version:status', 'version:version'])

// What the site does not have: reindexing, folders, other languages, letters.
const UNUSED = /reindex|^folder:|locale|newAccountCreated|youAreReceiving|youDidNot/i

test('no word of the admin is English', () => {
  const left = [...english].filter(([key, sentence]) => !SAME.has(key) && told.get(key) === sentence)
  expect(left).toEqual([])
  const odd =
    /\b(the|you|your|document|error|upload|dashboard|layout|widgets?|successfully|autosave[d]?|browse|token|live preview)\b/i
  expect([...told].filter(([key, sentence]) => odd.test(sentence) && !UNUSED.test(key))).toEqual([])
})

test('the mistakes of Payload’s Danish are gone', () => {
  const wrong =
    /Anuller\b|eksiterende|, vil din |\bVare\b|Aktuelt visning|Tilbagerul|med succes|succesfuldt|Upubliceret|\bemail\b|udkast|Udgiv|Venligst|skraldespand|Affald|"/i
  expect([...told].filter(([key, sentence]) => wrong.test(sentence) && !UNUSED.test(key))).toEqual([])
})
