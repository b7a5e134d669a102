'use client'

import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useId } from 'react'
import { formatDate } from '../../../domain/time/danish-time.ts'
import { fromStored } from '../../../domain/time/stored-date.ts'
import { isDate } from '../../../domain/time/typed-date.ts'
import { useToday } from '../dates/site-clock.tsx'
import { TouchedTold } from './touched-told.tsx'
import { useTouched } from './use-touched.ts'
import css from './closing.module.css'

/** In the form of an exception: whom it touches, as it stands there, before it is saved. */
export function TouchedField() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const form: Record<string, unknown> = reduceFieldsToValues(fields, true)
  const data = Object.fromEntries(READ.map((name) => [name, form[name]]))
  const answer = useTouched(typeof id === 'number' ? id : null, data, lastUpdateTime)
  const title = useId()
  const today = useToday()()
  const last = fromStored(String(form.to || form.from || ''))
  return (
    <section className={`field-type ${css.field}`} aria-labelledby={title}>
      <h3 id={title}>Hvem bliver berørt?</h3>
      {isDate(last) && last < today && (
        <p className={css.over}>Det er forbi: den sidste dag er {formatDate(last)}. Ingen ser det mere.</p>
      )}
      <TouchedTold answer={answer} />
    </section>
  )
}

/** The fields that decide it. */
const READ = [
  'from',
  'to',
  'kind',
  'closesFrom',
  'spans',
  'reason',
  'appliesTo',
  'schedules',
  'boxes',
  'departments',
]
