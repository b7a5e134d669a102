'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent, Validate } from 'payload'
import { useState } from 'react'
import { fold } from '../../domain/fold.ts'
import {
  overridesProblem,
  wordGroups,
  wordProblem,
  type Overrides,
  type Word,
  type WordKey,
} from '../../domain/words/words.ts'
import { WordRow } from './word-row.tsx'
import css from './words-field.module.css'

/** The fixed words in groups, each with its default beside it; they can be searched and put back. */
export const WordsField: JSONFieldClientComponent = ({ path: staticPath, readOnly }) => {
  const { value, setValue, path, disabled, showError, errorMessage } = useField<Overrides | null>({
    potentiallyStalePath: staticPath,
    validate: problemOf,
  })
  // A word stays in the list while it is being edited, even if it no longer matches.
  const [found, setFound] = useState<ReadonlySet<WordKey> | null>(null)
  const overrides = value ?? {}

  function search(query: string) {
    const sought = fold(query)
    const matches = (word: Word) =>
      [word.label, word.text, overrides[word.key] ?? ''].some((text) => fold(text).includes(sought))
    setFound(sought === '' ? null : new Set(everyWord.filter(matches).map(({ key }) => key)))
  }
  function change({ key: changed }: Word, text: string | null) {
    const entries = everyWord.map(({ key }) => [key, key === changed ? text : overrides[key]])
    setValue(Object.fromEntries(entries.filter(([, override]) => typeof override === 'string')))
  }

  return (
    <div className={`field-type ${css.field}`} id={`field-${path.replaceAll('.', '__')}`}>
      <p className={css.hint}>
        Skriv dit eget ord i stedet for standarden; det gælder på alle sider, så snart du gemmer. Det, der
        står i krøllede parenteser, udfylder siden selv.
      </p>
      <div className={css.search}>
        <label htmlFor={`${path}-search`}>Find et ord</label>
        <input
          id={`${path}-search`}
          type="search"
          autoComplete="off"
          onChange={(event) => search(event.target.value)}
          // Enter would submit the form.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
        <output>{found && foundSentence(found.size)}</output>
      </div>
      {showError && errorMessage && (
        <p className={css.problem} role="alert">
          {errorMessage}
        </p>
      )}
      {wordGroups.map(({ name, label, words }) => {
        const shown = words.filter(({ key }) => found === null || found.has(key))
        if (shown.length === 0) return null
        const changed = words.filter(({ key }) => overrides[key] !== undefined)
        const wrong = changed.filter((word) => wordProblem(word, overrides[word.key] ?? '') !== null)
        return (
          // A new element when a search begins or ends, so that groups open for it and close after it.
          <details key={`${name} ${found !== null}`} className={css.group} open={found !== null}>
            <summary>
              {label}
              <span className={css.counts}>
                {changed.length > 0 && <span>{changed.length} ændret</span>}
                {wrong.length > 0 && <span className={css.wrong}>{wrong.length} skal rettes</span>}
              </span>
            </summary>
            {shown.map((word) => (
              <WordRow
                key={word.key}
                id={`${path}-${word.key}`}
                word={word}
                override={overrides[word.key]}
                isLocked={Boolean(readOnly || disabled)}
                change={(text) => change(word, text)}
              />
            ))}
          </details>
        )
      })}
    </div>
  )
}

const everyWord = wordGroups.flatMap(({ words }) => words)

const problemOf: Validate = (value) => overridesProblem((value ?? {}) as Record<string, string>) ?? true

const foundSentence = (count: number): string => (count === 0 ? 'Ingen ord passer.' : `${count} ord passer.`)
