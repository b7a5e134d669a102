'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ADDRESSES } from '../../../domain/addresses.ts'
import type { ProposedDay } from '../../../domain/hours/calendar-year.ts'
import { COPENHAGEN } from '../../../domain/time/copenhagen.ts'
import { yearAddress } from './year-address.ts'
import css from './calendar.module.css'

type Props = {
  title: string
  year: number
  /** The days of the year that are missing from the calendar. */
  days: ProposedDay[]
  isOpen: boolean
}

/** The days that are missing from the calendar, each with a checkbox, to be added in one go. */
export function YearProposal({ title, year, days, isOpen }: Props) {
  const [left, setLeft] = useState<string[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const router = useRouter()
  const dates = days.map(({ date }) => date).filter((date) => !left.includes(date))

  async function add() {
    setIsBusy(true)
    setProblem('')
    const error = await addDays(year, dates)
    setIsBusy(false)
    if (error) return setProblem(error)
    toast.success(`${dates.length} dage i ${year} er føjet til kalenderen.`)
    router.push(yearAddress(year))
    router.refresh()
  }

  return (
    <details className={css.proposal} open={isOpen}>
      <summary>{title}</summary>
      <fieldset disabled={isBusy}>
        <legend>Disse dage mangler i {year}. Fjern krydset ved dem, der ikke skal med.</legend>
        <ul>
          {days.map(({ date, name, toConfirm }) => (
            <li key={date}>
              <label>
                <input
                  type="checkbox"
                  checked={!left.includes(date)}
                  onChange={({ target }) =>
                    setLeft(target.checked ? left.filter((other) => other !== date) : [...left, date])
                  }
                />
                <span className={css.name}>{name}</span>
                <span>{dayFormat.format(new Date(`${date}T12:00Z`))}</span>
                {toConfirm && <em>{toConfirm}</em>}
              </label>
            </li>
          ))}
        </ul>
        <p role="alert" className={css.problem}>
          {problem}
        </p>
        <Button onClick={() => void add()} disabled={isBusy || dates.length === 0} margin={false}>
          {isBusy ? 'Tilføjer …' : `Tilføj ${dates.length} ${dates.length === 1 ? 'dag' : 'dage'}`}
        </Button>
      </fieldset>
    </details>
  )
}

const dayFormat = new Intl.DateTimeFormat('da-DK', {
  timeZone: COPENHAGEN,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

/** What went wrong, in Danish; null if the days were added. */
async function addDays(year: number, dates: string[]): Promise<string | null> {
  try {
    const response = await fetch(ADDRESSES.calendarProposal.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ year, dates }),
    })
    if (response.ok) return null
    const { error } = await response.json()
    return error.message
  } catch {
    return 'Dagene kunne ikke tilføjes. Ingen af dem er gemt. Prøv igen om lidt.'
  }
}
