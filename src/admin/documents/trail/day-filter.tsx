'use client'

import { useState } from 'react'
import { formatDate } from '../../../domain/time/danish-time.ts'
import { readEditorsDate } from '../../../domain/time/stored-date.ts'
import { DateInput } from '../../time/dates/date-input.tsx'
import { useToday } from '../../time/dates/site-clock.tsx'

type Props = { id: string; name: string; label: string; typed: string }

/** The first or the last day of which one reads, typed as everywhere in the admin; it is sent as it was typed. */
export function DayFilter({ id, name, label, typed }: Props) {
  const [text, setText] = useState(typed)
  const today = useToday()
  const { date, problem } =
    text.trim() === ''
      ? { date: null, problem: null }
      : readEditorsDate(text, { today: today(), yearless: 'behind' })
  return (
    <DateInput
      id={id}
      name={name}
      label={label}
      text={text}
      date={date}
      problem={problem}
      today={today}
      isLocked={false}
      write={setText}
      choose={(chosen) => setText(formatDate(chosen))}
    />
  )
}
