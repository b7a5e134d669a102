import {
  type DateField,
  type DateFieldValidation,
  type FieldHook,
  type RichTextField,
  type TextField,
  type UIField,
  ValidationError,
} from 'payload'
import { parsePhone, parseShortPhone } from '../../../src/domain/phone.ts'
import { freeSlug } from '../texts/free-slug.ts'
import { isSlug, slugify } from '../../../src/domain/slug.ts'
import { isTimeOfDay, readTimeOfDay } from '../../../src/domain/hours/spans.ts'
import { fromStored, readSentDate, sentDateProblem, toStored } from '../../../src/domain/time/stored-date.ts'

type TextOverrides = Partial<
  Pick<TextField, 'name' | 'label' | 'required' | 'unique' | 'admin' | 'defaultValue'>
>

/**
 * A phone number: any Danish or international form is accepted, E.164 is stored (`+4525201620`).
 * @param takesShort whether also short numbers are, such as 112, which are stored as they are
 */
export const phoneField = (overrides: TextOverrides = {}, takesShort = false): TextField => {
  const read = (text: string) => parsePhone(text) ?? (takesShort ? parseShortPhone(text) : null)
  return {
    name: 'phone',
    label: 'Telefon',
    type: 'text',
    maxLength: 40,
    ...overrides,
    // For lists as files (collections/lists).
    custom: { readPhone: read },
    admin: {
      description: 'Skriv nummeret, som du plejer.',
      components: {
        Field: '/src/admin/writing/phone-field.tsx#PhoneField',
        Cell: '/src/admin/writing/phone-field.tsx#PhoneCell',
      },
      ...overrides.admin,
    },
    hooks: {
      beforeValidate: [
        ({ value }) => (typeof value === 'string' && value.trim() ? (read(value) ?? value) : value),
      ],
    },
    validate: (value: string | null | undefined) => {
      if (!value) return overrides.required ? 'Skriv et telefonnummer.' : true
      if (read(value)) return true
      const example = takesShort ? '25 20 16 20 eller 112' : '25 20 16 20'
      return `»${value}« er ikke et telefonnummer. Skriv for eksempel ${example}.`
    },
  } as TextField
}

/** The last part of an address; made from `source` if it is left empty, with a number if it is unique and taken. */
export const slugField = (source: 'title' | 'name', overrides: TextOverrides = {}): TextField =>
  ({
    name: 'slug',
    label: 'Adressenavn',
    type: 'text',
    required: true,
    index: true,
    maxLength: 100,
    ...overrides,
    admin: {
      position: 'sidebar',
      className: 'may-be-empty',
      description: `Sidste led i adressen: små bogstaver, tal og bindestreger. Laves af ${source === 'title' ? 'titlen' : 'navnet'}, hvis du lader det stå tomt.`,
      ...overrides.admin,
    },
    hooks: {
      beforeValidate: [
        async ({ value, data, originalDoc, collection, req }) => {
          if (typeof value === 'string' && value.trim()) return slugify(value)
          const from: unknown = data?.[source]
          if (typeof from !== 'string') return value as unknown
          const made = slugify(from)
          // Two people may have one name. What an editor writes is not changed, but refused if it is taken.
          return overrides.unique && made && collection
            ? freeSlug(made, collection.slug, req, (originalDoc as { id?: number } | undefined)?.id)
            : made
        },
      ],
    },
    validate: (
      value: string | null | undefined,
      { event, siblingData }: { event?: string; siblingData: Record<string, unknown> },
    ) => {
      // A form is judged while it is filled in: by what the hook will make of it.
      const from = value?.trim() || siblingData[source]
      const made = event === 'onChange' && typeof from === 'string' ? slugify(from) : value
      return made && isSlug(made) ? true : 'Adressenavnet må kun have små bogstaver, tal og bindestreger.'
    },
  }) as TextField

type TimeOverrides = Pick<TextOverrides, 'required' | 'admin'> & {
  /** What is wrong with a valid time of day, given its sibling fields, in Danish. */
  problem?: (time: string, siblings: object) => string | null
}

/** A time of day, `HH:MM`, `24:00` allowed as an end. */
export const timeField = (
  name: string,
  label: string,
  { required = true, ...overrides }: TimeOverrides = {},
): TextField =>
  ({
    name,
    label,
    type: 'text',
    required,
    maxLength: 5,
    admin: { placeholder: '08:00', width: '30%', ...overrides.admin },
    hooks: {
      // People write 8, 8.00 and 8:00; 08:00 is stored.
      beforeValidate: [({ value }) => (typeof value === 'string' ? readTimeOfDay(value) : value)],
    },
    validate: (value: string | null | undefined, { siblingData }: { siblingData: object }) => {
      if (!value) return required ? 'Skriv et klokkeslæt.' : true
      if (!isTimeOfDay(value)) return `»${value}« er ikke et klokkeslæt. Skriv for eksempel 08:00.`
      return overrides.problem?.(value, siblingData) ?? true
    },
  }) as TextField

type DateOverrides = Pick<Partial<DateField>, 'required' | 'unique' | 'index' | 'admin'> & {
  /** What is wrong with a valid date (`YYYY-MM-DD`), in Danish. */
  problem?: (
    date: string,
    context: Parameters<DateFieldValidation>[1],
  ) => Promise<string | null> | string | null
}

/**
 * A date without a time, stored as noon UTC, which is the same day in Denmark all year. Programs may send a date
 * `YYYY-MM-DD` or an instant, which is taken for its day in Denmark; what cannot be read is refused, in drafts too.
 */
export const dateField = (
  name: string,
  label: string,
  { problem, ...overrides }: DateOverrides = {},
): DateField => ({
  name,
  label,
  type: 'date',
  ...overrides,
  admin: {
    date: { pickerAppearance: 'dayOnly', displayFormat: 'd. MMMM yyyy' },
    ...overrides.admin,
    components: {
      Field: '/src/admin/time/dates/date-field.tsx#DateField',
      Cell: '/src/admin/time/dates/date-cell.tsx#DateCell',
      Diff: '/src/admin/time/dates/date-diff.tsx#DateDiff',
      ...overrides.admin?.components,
    },
  },
  hooks: { beforeValidate: [asSent] },
  validate: async (value: unknown, context) => {
    if (!value) return overrides.required ? 'Vælg en dato.' : true
    const date = fromStored(String(value))
    return sentDateProblem(date) ?? (await problem?.(date, context)) ?? true
  },
})

/** What was sent, as it is stored. What is stored already never moves. */
const asSent: FieldHook = ({ value, previousValue, path, collection, global, req }) => {
  if (value === null || value === undefined || value === '' || value === previousValue) return value
  const message = sentDateProblem(value)
  if (message !== null)
    throw new ValidationError(
      {
        collection: collection?.slug,
        global: global?.slug,
        errors: [{ message, path: path.join('.') }],
        req,
      },
      req.t,
    )
  return toStored(readSentDate(value) ?? '')
}

/** What visitors would read of the document, saved or not, at an instant the editor chooses. */
export const previewField: UIField = {
  name: 'preview',
  type: 'ui',
  label: 'Forhåndsvisning',
  admin: { components: { Field: '/src/admin/preview/preview-field.tsx#PreviewField' } },
}

export const headingField = (overrides: TextOverrides = {}): TextField =>
  ({ name: 'heading', label: 'Overskrift', type: 'text', maxLength: 200, ...overrides }) as TextField

export const bodyField = (overrides: Partial<RichTextField> = {}): RichTextField =>
  ({ name: 'body', label: 'Tekst', type: 'richText', ...overrides }) as RichTextField

/** What an editor must check, as the sources do not state it. Visitors never see it. */
export const toConfirmField: TextField = {
  name: 'toConfirm',
  label: 'Skal bekræftes',
  type: 'text',
  maxLength: 500,
  admin: {
    position: 'sidebar',
    description: 'Hvad en redaktør mangler at bekræfte. Slet teksten, når det er gjort. Vises ikke på siden.',
  },
}
