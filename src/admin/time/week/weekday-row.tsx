'use client'

import { formatSpans } from '../../../domain/hours/sentences.ts'
import { weekdayName } from '../../../domain/time/danish-time.ts'
import type { EnteredSpan } from '../../../domain/hours/span-problems.ts'
import { isTimeOfDay, minutesOf, readTimeOfDay } from '../../../domain/hours/spans.ts'
import { DAYS, MOST_SPANS, type Week } from '../../../domain/hours/week.ts'
import type { Weekday } from '../../../domain/hours/schedule.ts'
import spoken from '../../accessible/spoken.module.css'
import css from './week-field.module.css'

type Day = (typeof DAYS)[number]

type Props = {
  /** The prefix of all ids in the row. */
  id: string
  day: Day
  week: Week
  isLocked: boolean
  change: (hours: Week[Day]) => void
  /** Requests the focus for an element that the change will create, by id. */
  focusOn: (id: string) => void
  /** Called with each element whose focus may have been requested. */
  whenThere: (element: HTMLElement | null) => void
}

/** One day of the week: its name, whether it is open, closed or same as Monday, and its spans. */
export function WeekdayRow({ id, day, week, isLocked, change, focusOn, whenThere }: Props) {
  const name = weekdayName((DAYS.indexOf(day) + 1) as Weekday)
  const hours = week[day]
  const spans = hours === 'monday' ? [] : hours
  const fromId = (index: number) => `${id}-${index}-from`

  function choose(choice: string) {
    if (choice === 'open') add()
    else change(choice === 'monday' ? 'monday' : [])
  }
  function add() {
    focusOn(fromId(spans.length))
    change([...spans, { from: '', to: '' }])
  }
  function remove(index: number) {
    focusOn(spans.length > 1 ? `${id}-add` : `${id}-choice`)
    change(spans.toSpliced(index, 1))
  }

  return (
    <tr>
      <th scope="row" className={css.day}>
        {name}
      </th>
      <td>
        <select
          id={`${id}-choice`}
          ref={whenThere}
          aria-label={`${name}: åbent?`}
          value={hours === 'monday' ? 'monday' : spans.length > 0 ? 'open' : 'closed'}
          disabled={isLocked}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="open">Åben</option>
          <option value="closed">Lukket</option>
          {day !== 'monday' && <option value="monday">Som mandag</option>}
        </select>
      </td>
      <td>
        {hours === 'monday' && <span className={css.asMonday}>{mondayHours(week)}</span>}
        {spans.map((span, index) => (
          <SpanFields
            // Spans have no identity other than their position.
            key={index}
            fromId={fromId(index)}
            name={spans.length > 1 ? `${name}, tidsrum ${index + 1}` : name}
            span={span}
            isLocked={isLocked}
            change={(changed) => change(spans.with(index, changed))}
            remove={() => remove(index)}
            whenThere={whenThere}
          />
        ))}
        {spans.length > 0 && spans.length < MOST_SPANS && !isLocked && (
          <button type="button" id={`${id}-add`} ref={whenThere} className={css.add} onClick={add}>
            + tidsrum<span className={spoken.only}> {name}</span>
          </button>
        )}
      </td>
    </tr>
  )
}

type SpanProps = Pick<Props, 'isLocked' | 'whenThere'> & {
  fromId: string
  /** The prefix of the labels. */
  name: string
  span: EnteredSpan
  change: (span: EnteredSpan) => void
  remove: () => void
}

function SpanFields({ fromId, name, span, isLocked, change, remove, whenThere }: SpanProps) {
  const time = (end: 'from' | 'to') => ({
    type: 'text',
    inputMode: 'numeric' as const,
    maxLength: 5,
    autoComplete: 'off',
    className: css.time,
    value: span[end],
    disabled: isLocked,
    onChange: (event: { target: { value: string } }) => change({ ...span, [end]: event.target.value }),
    onBlur: () => {
      const read = readTimeOfDay(span[end])
      if (read !== span[end]) change({ ...span, [end]: read })
    },
  })
  return (
    <fieldset className={css.span} aria-label={name}>
      <input {...time('from')} id={fromId} ref={whenThere} aria-label={`${name}: fra`} placeholder="fra" />
      <span aria-hidden>–</span>
      <input {...time('to')} aria-label={`${name}: til`} placeholder="til" />
      {!isLocked && (
        <button type="button" className={css.remove} onClick={remove} aria-label={`Fjern ${name}`}>
          ×
        </button>
      )}
      {(span.nextDay || passesMidnight(span)) && (
        <label className={css.nextDay}>
          <input
            type="checkbox"
            checked={Boolean(span.nextDay)}
            disabled={isLocked}
            onChange={(event) => change({ ...span, nextDay: event.target.checked })}
          />
          næste dag<span className={spoken.only}> ({name})</span>
        </label>
      )}
    </fieldset>
  )
}

const mondayHours = ({ monday }: Week): string =>
  formatSpans(filledIn(monday), { closed: 'Lukket', allDay: 'Hele døgnet' })

const filledIn = (spans: EnteredSpan[]): EnteredSpan[] =>
  spans.filter(({ from, to }) => isTimeOfDay(from) && isTimeOfDay(to))

const passesMidnight = (span: EnteredSpan): boolean =>
  filledIn([span]).some(({ from, to }) => minutesOf(to) <= minutesOf(from))
