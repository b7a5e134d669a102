'use client'

import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useId } from 'react'
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
  return (
    <section className={`field-type ${css.field}`} aria-labelledby={title}>
      <h3 id={title}>Hvem rører det?</h3>
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
