'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent, Validate } from 'payload'
import { useRef } from 'react'
import { closedWeek, DAYS, weekProblem, type Week } from '../../../domain/hours/week.ts'
import { WeekdayRow } from './weekday-row.tsx'
import spoken from '../../accessible/spoken.module.css'
import css from './week-field.module.css'

/** A week as a table of seven days: open, closed or as Monday, with the times. */
export const WeekField: JSONFieldClientComponent = ({ field, path: staticPath, readOnly }) => {
  const { value, setValue, path, disabled, showError, errorMessage } = useField<Week | null>({
    potentiallyStalePath: staticPath,
    validate: problemOf,
  })
  // The id of the element to focus as soon as it exists.
  const awaited = useRef('')
  const week = value ?? closedWeek
  const problem = showError || isFilledIn(week) ? (weekProblem(week) ?? (showError && errorMessage)) : null
  const isLocked = Boolean(readOnly || disabled)
  const problemId = `${path}-problem`

  return (
    <div className={`field-type ${css.field}`} id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel as="span" label={field.label} path={path} />
      <table className={css.week} aria-describedby={problemId}>
        <caption className={spoken.only}>Ugens tider</caption>
        <thead>
          <tr>
            <th scope="col">Dag</th>
            <th scope="col">Åbent?</th>
            <th scope="col">Tidsrum</th>
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <WeekdayRow
              key={day}
              id={`${path}-${day}`}
              day={day}
              week={week}
              isLocked={isLocked}
              change={(spans) => setValue({ ...week, [day]: spans })}
              focusOn={(id) => {
                awaited.current = id
              }}
              whenThere={(element) => {
                if (element?.id !== awaited.current) return
                awaited.current = ''
                element.focus()
              }}
            />
          ))}
        </tbody>
      </table>
      <p className={css.problem} id={problemId} aria-live="polite">
        {problem}
      </p>
      <p className={css.hint}>
        Skriv tider, som du plejer: 8, 8.00 eller 08:00. 24:00 er midnat ved dagens slutning.
      </p>
    </div>
  )
}

const problemOf: Validate = (value) => weekProblem((value ?? closedWeek) as Week) ?? true

/** A span that was just added is not reported as empty at once. */
const isFilledIn = (week: Week): boolean =>
  Object.values(week).every((day) => day === 'monday' || day.every(({ from, to }) => from && to))
