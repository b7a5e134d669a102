'use client'

import { useId } from 'react'
import { formatDate } from '../../../domain/time/danish-time.ts'
import { readEditorsDate } from '../../../domain/time/stored-date.ts'
import { DateInput } from '../../time/dates/date-input.tsx'
import { useToday } from '../../time/dates/site-clock.tsx'
import css from './planned.module.css'

/** As it was typed. */
export type When = { date: string; time: string }

/** With the date `YYYY-MM-DD` that was typed; or what to do about it, in Danish. Why a date is none stands below it. */
export function readWhen({ date: typed, time }: When, today: string): When | { problem: string } {
  const { date } = readEditorsDate(typed, { today, yearless: 'ahead' })
  if (date !== null) return { date, time }
  return { problem: typed.trim() ? 'Ret datoen.' : 'Vælg både dato og klokkeslæt.' }
}

/** A day and a time of day, on Denmark's clock. */
export function WhenInput({ when, write }: { when: When; write: (when: When) => void }) {
  const id = useId()
  const today = useToday()
  const { date, problem } = readEditorsDate(when.date, { today: today(), yearless: 'ahead' })
  return (
    <div className={css.when}>
      <div>
        <label htmlFor={`${id}-date`}>Dato</label>
        <DateInput
          id={`${id}-date`}
          label="Dato"
          placeholder="f.eks. 2.12 eller fredag"
          text={when.date}
          date={date}
          problem={when.date ? problem : null}
          today={today}
          isLocked={false}
          write={(text) => write({ ...when, date: text })}
          choose={(chosen) => write({ ...when, date: formatDate(chosen) })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-time`}>Klokkeslæt</label>
        <input
          id={`${id}-time`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder="f.eks. 8.00"
          value={when.time}
          onChange={({ target }) => write({ ...when, time: target.value })}
        />
      </div>
    </div>
  )
}
