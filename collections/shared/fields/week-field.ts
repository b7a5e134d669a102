import type { JSONField } from 'payload'
import { readWeek } from '../../../src/domain/hours/read-week.ts'
import { closedWeek, weekProblem } from '../../../src/domain/hours/week.ts'

/** A week of seven days: each has spans, is closed, or is the same as Monday. Typed `Week`. */
export const weekField: JSONField = {
  name: 'week',
  label: 'Ugen',
  type: 'json',
  required: true,
  defaultValue: closedWeek,
  typescriptSchema: [() => ({ tsType: "import('./domain/hours/week.ts').Week" })],
  admin: {
    components: {
      Field: '/src/admin/time/week/week-field.tsx#WeekField',
      Diff: '/src/admin/documents/versions/words-diff.tsx#WeekDiff',
    },
  },
  hooks: { beforeValidate: [({ value }) => readWeek(value) ?? value] },
  validate: (value) => {
    const week = readWeek(value)
    return week ? (weekProblem(week) ?? true) : 'Ugen kan ikke læses. Udfyld hver dag igen.'
  },
}
