'use client'

import { useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'
import { transformWhereQuery, validateWhereQuery } from 'payload/shared'
import { useEffect, useId, useState } from 'react'
import { comparedWith, dateCompared } from '../../../domain/time/date-condition.ts'
import { formatDate } from '../../../domain/time/danish-time.ts'
import { readEditorsDate } from '../../../domain/time/stored-date.ts'
import { DateInput } from './date-input.tsx'
import { useToday } from './site-clock.tsx'
import css from './dates.module.css'

type Props = {
  /** The field's path. */
  path: string
  /** Whether the field holds dates, not instants. */
  isDay: boolean
}

/** How long a pause in typing must be before the list is asked for, in milliseconds. */
const PAUSE = 500

const NO_DAY = 'Et tidspunkt er ikke lig med en dag. Vælg »Er større end« eller »Er mindre end«.'

/**
 * The date of one condition of a list. Payload gives a filter of ours no props, so it finds its condition by its place in
 * the list of them. Text that is not understood filters nothing and stays, with the reason.
 */
export function DateFilter({ path, isDay }: Props) {
  const { query, handleWhereChange } = useListQuery()
  // React keeps each condition at its place, so it is found once.
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [typed, setTyped] = useState<Typed | null>(null)
  const today = useToday()
  const id = useId()

  const conditions = conditionsOf(query.where)
  const shape = conditions.map(({ and }) => and?.length).join()
  const at = placeOf(element)
  const condition = at === null ? undefined : conditions[at.or]?.and?.[at.and]?.[path]
  const [[operator = '', value] = []] = Object.entries((condition ?? {}) as Record<string, unknown>)
  const understand = (text: string) => {
    const read = readEditorsDate(text, { today: today(), yearless: isDay ? 'ahead' : 'behind' })
    return { ...read, wanted: read.date && comparedWith(read.date, operator, isDay) }
  }
  const typing = typed && understand(typed.text)
  // Typing that the address, or another condition at this place, has replaced is gone.
  const isTyped =
    typed !== null &&
    typed.shape === shape &&
    [undefined, typed.from, typing?.wanted].includes(value as string)
  const asked = dateCompared(value, isDay)
  const text = isTyped ? typed.text : asked === null ? '' : formatDate(asked)
  const isEmpty = text.trim() === ''
  const { date, problem, wanted } = isEmpty ? nothing : understand(text)
  const wrong = problem ?? (date !== null && wanted === null ? NO_DAY : null)
  const write = (text: string) => setTyped({ text, shape, from: value })

  function compare(other: string | undefined) {
    const or = structuredClone(conditions)
    const group = at === null ? undefined : or[at.or]?.and
    if (at === null || !group) return
    group[at.and] = { [path]: { [operator]: other } }
    void handleWhereChange?.({ or } as Where)
  }

  // Written when typing pauses; Payload itself empties the value 300 ms after another field is chosen, and when another
  // operator is.
  const isOther =
    operator !== '' &&
    operator !== 'exists' &&
    (isTyped ? (value ?? null) !== wanted : value !== undefined && asked === null)
  useEffect(() => {
    if (!isOther) return
    const timer = setTimeout(() => compare(wanted ?? undefined), PAUSE)
    return () => clearTimeout(timer)
  })

  if (operator === 'exists')
    return (
      <div ref={setElement} className={css.filter}>
        <select
          aria-label="Er der en dato?"
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => compare(target.value)}
        >
          <option value="" disabled>
            Vælg
          </option>
          <option value="true">Ja</option>
          <option value="false">Nej</option>
        </select>
      </div>
    )
  return (
    <div ref={setElement} className={`field-type text ${css.filter}`}>
      <DateInput
        id={id}
        label="Dato"
        isLabelHidden
        placeholder="f.eks. 2.12.2026"
        text={text}
        date={wrong === null ? date : null}
        problem={wrong}
        today={today}
        isLocked={operator === ''}
        write={write}
        choose={(date) => write(formatDate(date))}
      />
    </div>
  )
}

/** What was typed, when the conditions had this shape and this one compared with `from`. */
type Typed = { text: string; shape: string; from: unknown }

const nothing = { date: null, problem: null, wanted: null }

/** Which condition of which group. */
type Place = { or: number; and: number }

type Group = { and?: Record<string, object>[] }

function placeOf(element: HTMLElement | null): Place | null {
  const condition = element?.closest('.where-builder__and-filters > li')
  const group = condition?.parentElement?.closest('.where-builder__or-filters > li')
  return condition && group ? { or: indexOf(group), and: indexOf(condition) } : null
}

const indexOf = (element: Element): number => [...(element.parentElement?.children ?? [])].indexOf(element)

/** As Payload's own filters read them. */
function conditionsOf(where: Where | undefined): Group[] {
  const whole = where && (validateWhereQuery(where) ? where : transformWhereQuery(where))
  return (whole?.or ?? []) as Group[]
}
