import type { ArrayFieldValidation, CollectionConfig } from 'payload'
import { minutesOf } from '../src/domain/hours/spans.ts'
import { exceptionProblem, skippedTime, type EnteredSpan } from '../src/domain/hours/span-problems.ts'
import { fromStored } from '../src/domain/time/stored-date.ts'
import { isDate } from '../src/domain/time/typed-date.ts'
import { dateField, previewField, timeField } from './shared/fields/fields.ts'
import { touchedField } from './shared/fields/closing-fields.ts'
import { publishable } from './shared/publishing.ts'

type Chosen = { appliesTo?: string; departments?: unknown[] | null }

type Entered = { from?: string | null; to?: string | null; kind?: string | null }

/** The dates of an exception, `YYYY-MM-DD`; null if they cannot be read. */
function datesOf({ from, to }: Entered): { from: string; to: string } | null {
  const dates = [from, to || from].map((date) => fromStored(date ?? ''))
  const [first = '', last = ''] = dates
  return dates.every(isDate) ? { from: first, to: last } : null
}

const rangeProblem = (_: string, { siblingData }: { siblingData: object }): string | null => {
  const dates = datesOf(siblingData)
  return dates && exceptionProblem({ ...dates, hours: { type: 'closed' } })
}

const skippedOn = (time: string, siblings: object): string | null => {
  const dates = datesOf(siblings)
  return dates && skippedTime(dates.from, dates.to, [minutesOf(time)])
}

const refuseBadSpans: ArrayFieldValidation = (rows, { siblingData }) => {
  const entered = siblingData as Entered
  if (entered.kind !== 'spans') return true
  const spans = ((rows ?? []) as Partial<EnteredSpan>[]).flatMap(({ from, to, nextDay }) =>
    from && to ? [{ from, to, nextDay }] : [],
  )
  if (spans.length === 0) return 'Skriv mindst ét tidsrum, eller vælg »Lukket«.'
  const dates = datesOf(entered)
  return (dates && exceptionProblem({ ...dates, hours: { type: 'spans', spans } })) ?? true
}

export const HoursExceptions: CollectionConfig = {
  slug: 'hours-exceptions',
  labels: { singular: 'Undtagelse', plural: 'Undtagelser' },
  defaultSort: '-from',
  admin: {
    group: 'Tider',
    useAsTitle: 'reason',
    defaultColumns: ['from', 'to', 'reason', 'kind', 'appliesTo', 'boxes', '_status'],
    description:
      'Datoer med andre tider end normalt, for mange på én gang eller for én afdeling. Går forud for kalenderen og ugen.',
  },
  ...publishable,
  fields: [
    {
      type: 'row',
      fields: [
        dateField('from', 'Fra dato', { required: true }),
        dateField('to', 'Til og med', {
          admin: { description: 'Tom: kun den ene dag.' },
          problem: rangeProblem,
        }),
      ],
    },
    {
      name: 'kind',
      label: 'Hvad gælder?',
      type: 'radio',
      required: true,
      defaultValue: 'closed',
      options: [
        { label: 'Lukket', value: 'closed' },
        { label: 'Lukker tidligere', value: 'closesFrom' },
        { label: 'Andre tider', value: 'spans' },
      ],
    },
    timeField('closesFrom', 'Lukker kl.', {
      problem: skippedOn,
      admin: {
        placeholder: '12:00',
        description:
          'Der åbnes som normalt, også på helligdage i perioden. Del perioden, hvis de skal være lukket.',
        condition: (_, siblings) => siblings?.kind === 'closesFrom',
      },
    }),
    {
      name: 'spans',
      label: 'Tidsrum',
      labels: { singular: 'Tidsrum', plural: 'Tidsrum' },
      type: 'array',
      maxRows: 10,
      validate: refuseBadSpans,
      admin: { condition: (_, siblings) => siblings?.kind === 'spans' },
      fields: [
        {
          type: 'row',
          fields: [
            timeField('from', 'Fra'),
            timeField('to', 'Til'),
            { name: 'nextDay', label: 'Slutter næste dag', type: 'checkbox' },
          ],
        },
      ],
    },
    {
      name: 'reason',
      label: 'Grund',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { description: 'Kan læses på siden. For eksempel »Personaledag«.' },
    },
    {
      name: 'appliesTo',
      label: 'Hvem gælder det?',
      type: 'radio',
      required: true,
      // Nothing is chosen beforehand: whoever forgets to choose would close everything.
      options: [
        { label: 'Alle åbningstider, der lukker på helligdage', value: 'calendar' },
        { label: 'Kun de åbningstider, jeg vælger', value: 'chosen' },
        { label: 'Kun de steder, jeg vælger: kontaktbokse eller afdelinger', value: 'boxes' },
      ],
      admin: { layout: 'vertical' },
    },
    {
      name: 'schedules',
      label: 'Åbningstider',
      type: 'relationship',
      relationTo: 'opening-hours',
      hasMany: true,
      validate: (value, { siblingData }) =>
        (siblingData as { appliesTo?: string }).appliesTo !== 'chosen' ||
        (Array.isArray(value) && value.length > 0) ||
        'Vælg mindst én åbningstid.',
      admin: { condition: (_, siblings) => siblings?.appliesTo === 'chosen' },
    },
    {
      name: 'boxes',
      label: 'Kontaktbokse og afdelinger',
      type: 'relationship',
      relationTo: 'contact-boxes',
      hasMany: true,
      validate: (value, { siblingData }) => {
        const { appliesTo, departments } = siblingData as Chosen
        return (
          appliesTo !== 'boxes' ||
          [value, departments].some((chosen) => Array.isArray(chosen) && chosen.length > 0) ||
          'Vælg mindst én kontaktboks eller afdeling.'
        )
      },
      admin: {
        description:
          'En afdeling er alle kontaktbokse, der hører til den eller til en enhed under den. Andre med de samme åbningstider lukker ikke.',
        components: { Field: '/src/admin/time/closing/places-field.tsx#PlacesField' },
        condition: (_, siblings) => siblings?.appliesTo === 'boxes',
      },
    },
    {
      name: 'departments',
      label: 'Afdelinger',
      type: 'relationship',
      relationTo: 'departments',
      hasMany: true,
      admin: {
        components: { Field: '/src/admin/time/closing/places-field.tsx#ChosenWithBoxes' },
        condition: (_, siblings) => siblings?.appliesTo === 'boxes',
      },
    },
    touchedField,
    previewField,
  ],
}
