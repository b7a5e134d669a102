'use client'

import { useId } from 'react'
import { formatDate } from '../../../domain/time/danish-time.ts'
import type { DateRead } from '../../../domain/time/typed-date.ts'
import { DateInput } from '../dates/date-input.tsx'
import { useToday } from '../dates/site-clock.tsx'

type Props = {
  label: string
  text: string
  /** What was read of the text. */
  read: DateRead
  write: (text: string) => void
  isRequired?: boolean
}

/** A day with its label. */
export function DayInput({ label, text, read: { date, problem }, write, isRequired = false }: Props) {
  const id = useId()
  const today = useToday()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <DateInput
        id={id}
        label={label}
        placeholder="f.eks. 18.12 eller fredag"
        text={text}
        date={date}
        problem={text ? problem : null}
        today={today}
        isLocked={false}
        isRequired={isRequired}
        write={write}
        choose={(chosen) => write(formatDate(chosen))}
      />
    </div>
  )
}
