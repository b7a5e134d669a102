import type { UIField } from 'payload'

/** A part of a form that holds no value: what a component of ours shows there. No column of lists, and not for many at once. */
export const formPart = (
  name: string,
  Field: string,
  { label, position }: { label?: string; position?: 'sidebar' } = {},
): UIField => ({
  name,
  type: 'ui',
  ...(label !== undefined && { label }),
  admin: {
    ...(position && { position }),
    components: { Field },
    disableListColumn: true,
    disableBulkEdit: true,
  },
})
