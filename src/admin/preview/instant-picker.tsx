'use client'

import { useId, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { formatDate } from '../../domain/time/danish-time.ts'
import { readEditorsDate } from '../../domain/time/stored-date.ts'
import { isDate } from '../../domain/time/typed-date.ts'
import type { WallClock } from '../../domain/time/wall-clock.ts'
import { DateInput } from '../time/dates/date-input.tsx'
import { useToday } from '../time/dates/site-clock.tsx'
import css from './preview.module.css'

type Props = {
  at: WallClock
  /** Null while it is not known yet. */
  now: WallClock | null
  /** When the exception begins; null if there is none. */
  firstDay: WallClock | null
  choose: (at: WallClock | 'now') => void
}

/** A date and a time in Denmark, with buttons for common choices. Empty fields are passed on as they are. */
export function InstantPicker({ at, now, firstDay, choose }: Props) {
  return (
    <fieldset>
      <legend>Hvornår?</legend>
      <div className={css.instant}>
        <PreviewDate date={at.date} choose={(date) => choose({ ...at, date })} />
        <input
          type="time"
          aria-label="Klokkeslæt"
          value={at.time}
          onChange={({ target }) => choose({ ...at, time: target.value })}
        />
        <button type="button" onClick={() => choose('now')}>
          Nu
        </button>
        {now && (
          <button type="button" onClick={() => choose({ date: dayAfter(now.date), time: '08:00' })}>
            I morgen kl. 8
          </button>
        )}
        {firstDay && (
          <button type="button" onClick={() => choose(firstDay)}>
            Første dag kl. 12
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** A date; text that is not understood is passed on as it is. */
function PreviewDate({ date, choose }: { date: string; choose: (date: string) => void }) {
  const [typed, setTyped] = useState<{ text: string; date: string } | null>(null)
  const today = useToday()
  const id = useId()
  const shown = isDate(date) ? formatDate(date) : date
  const text = typed?.date === date ? typed.text : shown
  const understand = (text: string) => readEditorsDate(text, { today: today(), yearless: 'ahead' })
  function write(text: string) {
    const next = understand(text).date ?? text.trim()
    setTyped({ text, date: next })
    choose(next)
  }
  return (
    <div className={`field-type text ${css.date}`}>
      <DateInput
        id={id}
        label="Dato"
        isLabelHidden
        text={text}
        date={isDate(date) ? date : null}
        problem={isDate(date) || text.trim() === '' ? null : understand(text).problem}
        today={today}
        isLocked={false}
        write={write}
        choose={(chosen) => write(formatDate(chosen))}
      />
    </div>
  )
}

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()
