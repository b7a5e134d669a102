import type { JSONField } from 'payload'
import { z } from 'zod'
import { readTimeOfDay } from '../../src/domain/hours/spans.ts'
import { closedWeek, MOST_SPANS, weekProblem } from '../../src/domain/hours/week.ts'

const time = z.string().max(20).transform(readTimeOfDay)
const spans = z
  .array(z.strictObject({ from: time, to: time, nextDay: z.boolean().nullish() }))
  .max(MOST_SPANS, `En dag kan højst have ${MOST_SPANS} tidsrum.`)
const day = z.union([spans, z.literal('monday')])
const weekSchema = z.strictObject({
  monday: spans,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: day,
  sunday: day,
})

/** The seven days of a week, each with its spans, closed, or as Monday; typed `Week`. */
export const weekField: JSONField = {
  name: 'week',
  label: 'Ugen',
  type: 'json',
  required: true,
  defaultValue: closedWeek,
  typescriptSchema: [() => ({ tsType: "import('./domain/hours/week.ts').Week" })],
  admin: { components: { Field: '/src/admin/week/week-field.tsx#WeekField' } },
  hooks: { beforeValidate: [({ value }) => weekSchema.safeParse(value).data ?? value] },
  validate: (value) => {
    const week = weekSchema.safeParse(value)
    return week.success ? (weekProblem(week.data) ?? true) : 'Ugen kan ikke læses. Udfyld hver dag igen.'
  },
}
