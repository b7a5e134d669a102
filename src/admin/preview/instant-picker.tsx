'use client'

import { Temporal } from 'temporal-polyfill'
import type { WallClock } from '../../domain/time/wall-clock.ts'
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
        <input
          type="date"
          aria-label="Dato"
          min="2000-01-01"
          max="2099-12-31"
          value={at.date}
          onChange={({ target }) => choose({ ...at, date: target.value })}
        />
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

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()
