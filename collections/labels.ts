import type { GlobalConfig } from 'payload'
import { z } from 'zod'
import { overridesProblem, tidyOverrides } from '../src/domain/words/words.ts'
import { versioned } from './shared/publishing.ts'

const overridesSchema = z.record(z.string(), z.string())

/** The fixed words of the pages. Defaults are in src/domain/words; only what differs is stored. */
export const Labels: GlobalConfig = {
  slug: 'labels',
  label: 'Faste ord',
  admin: { group: 'Ramme', description: 'De ord, der går igen på siderne.' },
  ...versioned,
  fields: [
    {
      name: 'overrides',
      label: 'Ordene',
      type: 'json',
      required: true,
      defaultValue: {},
      typescriptSchema: [() => ({ tsType: "import('./domain/words/words.ts').Overrides" })],
      admin: {
        components: {
          Field: '/src/admin/words/words-field.tsx#WordsField',
          Diff: '/src/admin/documents/versions/words-diff.tsx#OverridesDiff',
        },
      },
      hooks: {
        beforeValidate: [
          ({ value }) => {
            const overrides = overridesSchema.safeParse(value)
            return overrides.success ? tidyOverrides(overrides.data) : value
          },
        ],
      },
      validate: (value) => {
        const overrides = overridesSchema.safeParse(value)
        return overrides.success
          ? (overridesProblem(overrides.data) ?? true)
          : 'Ordene kan ikke læses. Genindlæs siden.'
      },
    },
  ],
}
