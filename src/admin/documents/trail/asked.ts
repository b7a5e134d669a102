import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { trailKind, type TrailKind } from '../../../domain/text/trail-kinds.ts'
import { COPENHAGEN } from '../../../domain/time/copenhagen.ts'
import { readEditorsDate } from '../../../domain/time/stored-date.ts'

/** The last event that a page of the list shows: its time in microseconds since 1970, and its number. */
export type Place = { microseconds: string; id: string }

/** What of the trail is asked for. */
export type Asked = {
  /** The number of an account. */
  person: number | null
  kind: TrailKind | null
  /** `YYYY-MM-DD`, as it was typed otherwise, and why that is no day. */
  day: string | null
  typedDay: string
  dayProblem: string | null
  /** Where the list goes on. */
  after: Place | null
}

const schema = z.object({
  person: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
  slags: trailKind.nullable().catch(null),
  dag: z.string().max(100).catch(''),
  efter: z
    .string()
    .regex(/^\d{1,18}-\d{1,18}$/)
    .nullable()
    .catch(null),
})

/**
 * Reads the address of »Seneste ændringer«; what cannot be read asks for nothing.
 * @param today `YYYY-MM-DD` in Denmark
 */
export function readAsked(parameters: Record<string, unknown>, today: string): Asked {
  const { person, slags, dag, efter } = schema.parse(parameters)
  const typedDay = dag.trim()
  const { date, problem } =
    typedDay === '' ? { date: null, problem: null } : readEditorsDate(typedDay, { today, yearless: 'behind' })
  const [microseconds, id] = efter?.split('-') ?? []
  return {
    person,
    kind: slags,
    day: date,
    typedDay,
    dayProblem: problem,
    after: microseconds && id ? { microseconds, id } : null,
  }
}

/** The query of an address that asks for this. */
export function queryOf({ person, kind, typedDay, after }: Asked): string {
  const parameters = new URLSearchParams()
  if (person !== null) parameters.set('person', String(person))
  if (kind) parameters.set('slags', kind)
  if (typedDay) parameters.set('dag', typedDay)
  if (after) parameters.set('efter', `${after.microseconds}-${after.id}`)
  return String(parameters)
}

/** When a day begins and ends in Denmark, in ISO; it may have 23 or 25 hours. */
export function boundsOf(day: string): { from: string; to: string } {
  const date = Temporal.PlainDate.from(day)
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) }
}

const startOf = (date: Temporal.PlainDate): string => date.toZonedDateTime(COPENHAGEN).toInstant().toString()
