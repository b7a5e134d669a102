import { z } from 'zod'
import { readTimeOfDay } from './spans.ts'
import type { Week } from './week.ts'

const time = z.string().max(20).transform(readTimeOfDay)
const spans = z.array(z.strictObject({ from: time, to: time, nextDay: z.boolean().nullish() }))
const day = z.union([spans, z.literal('monday')])
const week: z.ZodType<Week> = z.strictObject({
  monday: spans,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: day,
  sunday: day,
})

/**
 * A week as a form sends it, with times such as `8` and `8.00` as `08:00`; null: it has not the shape of one. Whether
 * it makes sense says `weekProblem`; the browser asks that, and so this parser has a file of its own.
 */
export function readWeek(value: unknown): Week | null {
  return week.safeParse(value).data ?? null
}
