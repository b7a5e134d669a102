'use client'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  RenderCustomComponent,
  useField,
  useForm,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import { getTranslation } from '@payloadcms/translations'
import type { DateFieldClientComponent } from 'payload'
import { useState } from 'react'
import spoken from '../../accessible/spoken.module.css'
import { DateInput } from './date-input.tsx'
import { useToday } from './site-clock.tsx'
import { datesText, nextValue, problemOf, valuesDate } from './typed-value.ts'

/**
 * A date in a form. What is understood is the field's value at once; what is not is its value as it was typed, which both
 * the form and the server refuse, so that neither an old date nor none is saved in its place.
 */
const Field: DateFieldClientComponent = ({ field, path: staticPath, readOnly }) => {
  const { i18n } = useTranslation()
  const { dispatchFields } = useForm()
  const { customComponents, value, setValue, path, disabled, showError, errorMessage } = useField<
    string | null
  >({
    potentiallyStalePath: staticPath,
  })
  const [typed, setTyped] = useState<{ text: string; value: string | null; on: string } | null>(null)
  const today = useToday()

  const stored = value || null
  const date = valuesDate(stored)
  // Typing that another value has replaced is gone; »i morgen« is, too, when the day is over.
  const text = typed?.value === stored && typed.on === today() ? typed.text : datesText(stored)
  const problem = problemOf(stored, today())
  const isLocked = Boolean(readOnly || disabled)
  const label = field.label ? getTranslation(field.label, i18n) : field.name
  const other = showError && problem === null ? errorMessage : undefined
  const { description, placeholder, className } = field.admin ?? {}

  function write(text: string) {
    const next = nextValue(text, today())
    const problem = problemOf(next, today())
    setTyped({ text, value: next, on: today() })
    setValue(next)
    // At once: the server says the same as soon as the typing pauses.
    dispatchFields({ type: 'UPDATE', path, valid: problem === null, errorMessage: problem ?? undefined })
  }

  return (
    <div
      className={[
        'field-type text',
        className,
        (showError || problem !== null) && 'error',
        isLocked && 'read-only',
      ]
        .filter(Boolean)
        .join(' ')}
      style={mergeFieldStyles(field)}
    >
      <RenderCustomComponent
        CustomComponent={customComponents?.Label}
        Fallback={
          <FieldLabel label={field.label} localized={field.localized} path={path} required={field.required} />
        }
      />
      <div className="field-type__wrap">
        {other && (
          <RenderCustomComponent
            CustomComponent={customComponents?.Error}
            Fallback={<FieldError path={path} showError message={other} />}
          />
        )}
        {customComponents?.BeforeInput}
        <DateInput
          id={`field-${path.replaceAll('.', '__')}`}
          name={path}
          label={label}
          placeholder={typeof placeholder === 'string' ? placeholder : 'f.eks. 2.12.2026'}
          text={text}
          date={date}
          problem={problem}
          today={today}
          isLocked={isLocked}
          isRequired={field.required}
          otherProblem={other && <span className={spoken.only}> {other}</span>}
          write={write}
          choose={(chosen) => write(datesText(chosen))}
        />
        {customComponents?.AfterInput}
        <RenderCustomComponent
          CustomComponent={customComponents?.Description}
          Fallback={<FieldDescription description={description} path={path} />}
        />
      </div>
    </div>
  )
}

export const DateField = withCondition(Field)
