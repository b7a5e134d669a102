import { useRef } from 'react'
import { MOST_CHARACTERS, wordProblem, type Placeholder, type Word } from '../../domain/words/words.ts'
import spoken from '../accessible/spoken.module.css'
import css from './words-field.module.css'

type Props = {
  id: string
  word: Word
  /** The editor's text, if it differs from the default. */
  override: string | undefined
  isLocked: boolean
  /** Called with null to go back to the default. */
  change: (text: string | null) => void
}

/** One word: its text, the default, what the page fills in, and what is wrong. */
export function WordRow({ id, word, override, isLocked, change }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { label, text, placeholders } = word
  const isChanged = override !== undefined
  const shown = override ?? text
  const problem = isChanged ? wordProblem(word, override) : null

  return (
    <div className={css.word} data-changed={isChanged || undefined}>
      <div>
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          ref={field}
          value={shown}
          rows={1}
          maxLength={MOST_CHARACTERS}
          readOnly={isLocked}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem ${id}-default${placeholders.length > 0 ? ` ${id}-filled` : ''}`}
          onChange={(event) => {
            const typed = event.target.value.replace(/[\r\n]+/g, ' ')
            change(typed === text ? null : typed)
          }}
        />
        <p className={css.problem} id={`${id}-problem`} aria-live="polite">
          {problem}
        </p>
      </div>
      <div className={css.beside}>
        <p className={css.default}>
          <span id={`${id}-default`}>
            <span className={css.name}>Standard:</span> {text}
          </span>
          {isChanged && !isLocked && (
            <button
              type="button"
              onClick={() => {
                // The button disappears; keep the focus.
                field.current?.focus()
                change(null)
              }}
            >
              Brug standard<span className={spoken.only}> for »{label}«</span>
            </button>
          )}
        </p>
        {placeholders.length > 0 && (
          <p className={css.filled} id={`${id}-filled`}>
            {placeholders.map((name) => `{${name}} er ${meanings[name]}`).join(', ')}.
          </p>
        )}
      </div>
    </div>
  )
}

const meanings: Record<Placeholder, string> = {
  address: 'gade, postnummer og by',
  count: 'antallet',
  date: 'datoen',
  dates: 'datoerne',
  hours: 'tiderne',
  name: 'navnet',
  names: 'kontaktboksenes navne',
  number: 'nummeret',
  page: 'sidens nummer',
  pages: 'antallet af sider',
  phone: 'telefonnummeret',
  place: 'kontaktboksens navn',
  query: 'det søgte',
  reason: 'grunden',
  suggestion: 'den anden stavemåde',
  text: 'sætningen uden grunden',
  time: 'dag og klokkeslæt',
  title: 'titlen',
  typed: 'det skrevne',
}
