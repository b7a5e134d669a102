import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { trailKind, type TrailKind } from '../../../domain/text/trail-kinds.ts'
import { COPENHAGEN } from '../../../domain/time/copenhagen.ts'
import { readEditorsDate } from '../../../domain/time/stored-date.ts'

/** The last event that a page of the list shows: its time in microseconds since 1970, and its number. */
export type Place = { microseconds: string; id: string }

/** The periods that are chosen by a press, up to now. `back`: how many days before today they begin; null: with the trail. */
export const PERIODS = {
  'i-dag': { label: 'I dag', back: 0 },
  '7-dage': { label: '7 dage', back: 7 },
  '30-dage': { label: '30 dage', back: 30 },
  alt: { label: '13 måneder', back: null },
} as const

export type Period = keyof typeof PERIODS

/** What of the trail is asked for. */
export type Asked = {
  /** The number of an account. */
  person: number | null
  kind: TrailKind | null
  /** Null: from and to are days that were typed. */
  period: Period | null
  /** The first and the last day, `YYYY-MM-DD`; null: no bound. */
  from: string | null
  to: string | null
  typedFrom: string
  typedTo: string
  /** Why the days that were typed are none. */
  problem: string | null
  /** Where the list goes on. */
  after: Place | null
}

const DEFAULT: Period = '7-dage'

const typed = z
  .string()
  .max(100)
  .catch('')
  .transform((text) => text.trim())

const schema = z.object({
  person: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
  slags: trailKind.nullable().catch(null),
  periode: z.enum(Object.keys(PERIODS) as Period[]).catch(DEFAULT),
  fra: typed,
  til: typed,
  efter: z
    .string()
    .regex(/^\d{1,18}-\d{1,18}$/)
    .nullable()
    .catch(null),
})

/**
 * Reads the address of »Seneste ændringer«; what cannot be read asks for nothing. Days that are typed go before a period.
 * @param today `YYYY-MM-DD` in Denmark
 */
export function readAsked(parameters: Record<string, unknown>, today: string): Asked {
  const { person, slags, periode, fra, til, efter } = schema.parse(parameters)
  const [microseconds, id] = efter?.split('-') ?? []
  return {
    person,
    kind: slags,
    ...(fra || til ? daysOf(fra, til, today) : daysOfPeriod(periode, today)),
    typedFrom: fra,
    typedTo: til,
    after: microseconds && id ? { microseconds, id } : null,
  }
}

type Days = Pick<Asked, 'period' | 'from' | 'to' | 'problem'>

function daysOfPeriod(period: Period, today: string): Days {
  const { back } = PERIODS[period]
  const from = back === null ? null : String(Temporal.PlainDate.from(today).subtract({ days: back }))
  return { period, from, to: null, problem: null }
}

function daysOf(typedFrom: string, typedTo: string, today: string): Days {
  const [from, to] = [typedFrom, typedTo].map((text) =>
    text === '' ? { date: null, problem: null } : readEditorsDate(text, { today, yearless: 'behind' }),
  ) as [ReturnType<typeof readEditorsDate>, ReturnType<typeof readEditorsDate>]
  const isTurned = from.date !== null && to.date !== null && from.date > to.date
  const problem = from.problem ?? to.problem ?? (isTurned ? '»Fra« ligger efter »Til og med«.' : null)
  return { period: null, from: from.date, to: to.date, problem }
}

/** The query of an address that asks for this. */
export function queryOf({ person, kind, period, typedFrom, typedTo, after }: Asked): string {
  const parameters = new URLSearchParams()
  if (person !== null) parameters.set('person', String(person))
  if (kind) parameters.set('slags', kind)
  if (period !== null && period !== DEFAULT) parameters.set('periode', period)
  if (period === null && typedFrom) parameters.set('fra', typedFrom)
  if (period === null && typedTo) parameters.set('til', typedTo)
  if (after) parameters.set('efter', `${after.microseconds}-${after.id}`)
  return String(parameters)
}

/** When a day begins and ends in Denmark, in ISO; it may have 23 or 25 hours. */
export function boundsOf(day: string): { from: string; to: string } {
  const date = Temporal.PlainDate.from(day)
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) }
}

const startOf = (date: Temporal.PlainDate): string => date.toZonedDateTime(COPENHAGEN).toInstant().toString()
