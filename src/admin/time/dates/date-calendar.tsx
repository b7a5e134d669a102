'use client'

import { DatePicker, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { MONTHS } from '../../../domain/time/danish-time.ts'
import css from './dates.module.css'

type Props = {
  id: string
  /** What the date is for. */
  label: string
  /** The date that is chosen, `YYYY-MM-DD`; null if none is. */
  date: string | null
  today: string
  choose: (date: string) => void
  close: () => void
}

/** A month to click in, by mouse and keys. The day that is chosen, or today, has the focus when it opens. */
export function DateCalendar({ id, label, date, today, choose, close }: Props) {
  const { i18n } = useTranslation()
  const panel = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('.react-datepicker__day[tabindex="0"]')?.focus()
  }, [])
  useEffect(() => {
    const place = panel.current
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Else a drawer would close as well.
      event.stopPropagation()
      close()
    }
    place?.addEventListener('keydown', closeByKey)
    return () => place?.removeEventListener('keydown', closeByKey)
  }, [close])

  return (
    <dialog open ref={panel} id={id} className={css.calendar} aria-label={`Kalender: ${label}`} tabIndex={-1}>
      <DatePicker
        pickerAppearance="dayOnly"
        onChange={() => {}}
        overrides={{
          inline: true,
          allowSameDay: true,
          calendarStartDay: 1,
          locale: i18n.dateFNS,
          selected: date === null ? null : localNoon(date),
          openToDate: localNoon(date ?? today),
          onChange: (picked: Date | null) => {
            if (picked) choose(localDate(picked))
          },
          chooseDayAriaLabelPrefix: 'Vælg',
          monthAriaLabelPrefix: 'Dage i',
          renderCustomHeader: ({ date: shown, changeMonth, changeYear, decreaseMonth, increaseMonth }) => (
            <div className={css.months}>
              <button type="button" aria-label="Forrige måned" onClick={decreaseMonth}>
                ‹
              </button>
              <select
                aria-label="Måned"
                value={shown.getMonth()}
                onChange={({ target }) => changeMonth(Number(target.value))}
              >
                {MONTHS.map((name, month) => (
                  <option key={name} value={month}>
                    {name}
                  </option>
                ))}
              </select>
              <select
                aria-label="År"
                value={shown.getFullYear()}
                onChange={({ target }) => changeYear(Number(target.value))}
              >
                {yearsAround(shown.getFullYear(), today).map((year) => (
                  <option key={year}>{year}</option>
                ))}
              </select>
              <button type="button" aria-label="Næste måned" onClick={increaseMonth}>
                ›
              </button>
            </div>
          ),
        }}
      />
    </dialog>
  )
}

/** The date as the browser's zone has it, at noon so that no clock change moves it. */
function localNoon(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

const localDate = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    ...[date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')),
  ].join('-')

/** The years of some decades around today, and around the one that is shown. */
function yearsAround(shown: number, today: string): number[] {
  const thisYear = Number(today.slice(0, 4))
  const first = Math.min(thisYear - 10, shown - 1)
  const last = Math.max(thisYear + 20, shown + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
