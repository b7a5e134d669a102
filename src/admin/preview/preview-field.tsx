'use client'

import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useId, useState } from 'react'
import { wallClockProblem, type WallClock } from '../../domain/time/wall-clock.ts'
import { valuesDate } from '../time/dates/typed-value.ts'
import { InstantPicker } from './instant-picker.tsx'
import { PreviewSections } from './preview-sections.tsx'
import { usePreview, type Answer } from './use-preview.ts'
import css from './preview.module.css'

const sources = { form: 'Med dine ændringer', saved: 'Som gemt og offentliggjort' }

/** What visitors read of the document at an instant the editor chooses, as it is in the form or as it was saved. */
export function PreviewField() {
  const { id, collectionSlug, globalSlug, lastUpdateTime } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const [source, setSource] = useState<keyof typeof sources>('form')
  const [chosen, setChosen] = useState<WallClock | 'now' | null>(null)
  const name = useId()

  const form: Record<string, unknown> = reduceFieldsToValues(fields, true)
  const firstDay = collectionSlug === 'hours-exceptions' ? noonOf(form.from) : null
  // Until the editor chooses, an exception is shown on its first day, anything else now.
  const at = chosen === 'now' ? null : (chosen ?? firstDay)
  const clockProblem = at && wallClockProblem(at)
  const question = {
    slug: collectionSlug ?? globalSlug ?? '',
    id: typeof id === 'number' ? id : null,
    data: source === 'form' ? form : null,
    at,
  }
  const answer = usePreview(clockProblem ? null : question, lastUpdateTime)
  const { preview, isLoading } = answer
  const problem = clockProblem ?? problemOf(answer)

  return (
    <section className={`field-type ${css.preview}`} aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>Forhåndsvisning</h3>
      <p className={css.lead}>Det, besøgende læser på det tidspunkt, du vælger. Intet bliver gemt her.</p>
      <div className={css.choices}>
        <fieldset>
          <legend>Hvad vil du se?</legend>
          {(['form', 'saved'] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={`${name}-source`}
                checked={source === value}
                onChange={() => setSource(value)}
              />
              {sources[value]}
            </label>
          ))}
        </fieldset>
        <InstantPicker
          at={at ?? preview?.at ?? { date: '', time: '' }}
          now={preview?.now ?? null}
          firstDay={firstDay}
          choose={setChosen}
        />
      </div>
      <output className={problem ? css.problem : css.state}>
        {problem ?? (isLoading ? 'Henter …' : `${sources[source]}, ${preview?.when}:`)}
      </output>
      {!problem && preview?.status === 'ready' && (
        <div className={css.answer} aria-busy={isLoading}>
          <PreviewSections sections={preview.sections} />
        </div>
      )}
    </section>
  )
}

/** Noon on a date field's date; null if it has none. */
function noonOf(value: unknown): WallClock | null {
  const date = valuesDate(value)
  return date === null ? null : { date, time: '12:00' }
}

function problemOf({ preview, error }: Answer): string | null {
  if (error) return error
  if (preview?.status === 'invalid') return `Ret først: ${preview.message}`
  return preview?.status === 'nothing' ? preview.message : null
}
