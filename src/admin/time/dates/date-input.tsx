'use client'

import { CalendarIcon } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { formatLongDate } from '../../../domain/time/danish-time.ts'
import { DateCalendar } from './date-calendar.tsx'
import css from './dates.module.css'

type Props = {
  id: string
  name?: string
  /** What the date is for. */
  label: string
  /** If the label does not stand before the input. */
  isLabelHidden?: boolean
  placeholder?: string
  /** As it was typed. */
  text: string
  /** What was understood, `YYYY-MM-DD`. */
  date: string | null
  /** Why nothing was understood, in Danish. Said when the input is left. */
  problem: string | null
  today: () => string
  isLocked: boolean
  isRequired?: boolean
  /** Something else is wrong, which stands elsewhere; read out here. */
  otherProblem?: ReactNode
  write: (text: string) => void
  choose: (date: string) => void
}

/** A date to type or to choose in a calendar. Says beneath what it understood, or what is wrong, and keeps the typing. */
export function DateInput(props: Props) {
  const { id, label, text, date, problem, today, isLocked, otherProblem, write, choose } = props
  const [isTyping, setIsTyping] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const said = useId()
  const calendar = useId()
  const wrong = isTyping ? null : problem

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [isOpen])

  function close() {
    setIsOpen(false)
    input.current?.focus()
  }

  return (
    <div className={css.place} ref={place}>
      <div className={css.line}>
        <input
          ref={input}
          id={id}
          name={props.name}
          type="text"
          autoComplete="off"
          placeholder={props.placeholder}
          value={text}
          disabled={isLocked}
          aria-label={props.isLabelHidden ? label : undefined}
          aria-required={props.isRequired || undefined}
          aria-invalid={wrong !== null || otherProblem ? true : undefined}
          aria-describedby={said}
          onChange={({ target }) => {
            setIsTyping(true)
            write(target.value)
          }}
          onBlur={() => setIsTyping(false)}
        />
        {!isLocked && (
          <button
            type="button"
            className={css.open}
            aria-label={`Vælg i kalender: ${label}`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? calendar : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            <CalendarIcon />
          </button>
        )}
      </div>
      {isOpen && !isLocked && (
        <DateCalendar
          id={calendar}
          label={label}
          date={date}
          today={today()}
          choose={(chosen) => {
            choose(chosen)
            close()
          }}
          close={close}
        />
      )}
      <p className={css.said} id={said} aria-live="polite" data-wrong={wrong === null ? undefined : ''}>
        {wrong ?? (date && formatLongDate(date))}
        {otherProblem}
      </p>
    </div>
  )
}
