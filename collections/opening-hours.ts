import type { ArrayFieldValidation, CollectionConfig } from 'payload'
import { overlapMessage, overlappingSpans, type Weekday } from '../src/domain/hours.ts'
import { editorsOnly } from './access.ts'
import { timeField, toConfirmField } from './fields.ts'
import { publishable } from './publishing.ts'

const weekdays = ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag']

type WeekRow = { weekday?: string; from?: string; to?: string }
type ExceptionRow = { from?: string; to?: string | null; spans?: WeekRow[] }

const overlap = (rows: WeekRow[]): true | string => {
  const spans = rows.flatMap(({ weekday, from, to }) =>
    weekday && from && to ? [{ weekday: Number(weekday) as Weekday, from, to }] : [],
  )
  const pair = overlappingSpans(spans)
  return pair ? overlapMessage(pair) : true
}

const refuseOverlap: ArrayFieldValidation = (rows) => overlap((rows ?? []) as WeekRow[])

/** The spans of an exception belong to one day, whichever. */
const refuseOverlapInDay: ArrayFieldValidation = (rows) =>
  overlap(((rows ?? []) as WeekRow[]).map((row) => ({ ...row, weekday: '1' })))

const refuseBackwards: ArrayFieldValidation = (rows) => {
  const wrong = ((rows ?? []) as ExceptionRow[]).find(
    ({ from, to }) => from && to && to.slice(0, 10) < from.slice(0, 10),
  )
  return wrong
    ? `Perioden slutter (${wrong.to?.slice(0, 10)}), før den begynder (${wrong.from?.slice(0, 10)}).`
    : true
}

/** Dates without a time: noon UTC is the same calendar day in Denmark all year. */
const dateOnly = { pickerAppearance: 'dayOnly' as const, displayFormat: 'd. MMMM yyyy' }

export const OpeningHours: CollectionConfig = {
  slug: 'opening-hours',
  labels: { singular: 'Åbningstid', plural: 'Åbningstider' },
  admin: {
    group: 'Tider',
    useAsTitle: 'name',
    defaultColumns: ['name', 'followsCalendar', 'toConfirm', '_status'],
    description: 'Et sæt tider kan bruges af mange kontaktbokse: ret det ét sted.',
  },
  access: editorsOnly,
  ...publishable,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    toConfirmField,
    {
      name: 'followsCalendar',
      label: 'Lukket på helligdage og lukkedage',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'Følger listen »Kalenderdage«.' },
    },
    {
      name: 'week',
      label: 'Ugen',
      labels: { singular: 'Tidsrum', plural: 'Tidsrum' },
      type: 'array',
      maxRows: 50,
      validate: refuseOverlap,
      admin: { description: 'En dag uden tidsrum er lukket. En dag må have flere tidsrum.' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'weekday',
              label: 'Dag',
              type: 'select',
              required: true,
              options: weekdays.map((label, index) => ({ label, value: String(index + 1) })),
            },
            timeField('from', 'Fra'),
            timeField('to', 'Til'),
          ],
        },
      ],
    },
    {
      name: 'exceptions',
      label: 'Undtagelser',
      labels: { singular: 'Undtagelse', plural: 'Undtagelser' },
      type: 'array',
      maxRows: 200,
      validate: refuseBackwards,
      admin: { description: 'Datoer med andre tider end normalt. Går forud for kalenderen og ugen.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'from', label: 'Fra dato', type: 'date', required: true, admin: { date: dateOnly } },
            {
              name: 'to',
              label: 'Til dato',
              type: 'date',
              admin: { date: dateOnly, description: 'Tom: kun den ene dag.' },
            },
            { name: 'reason', label: 'Grund, som kan læses på siden', type: 'text', maxLength: 200 },
          ],
        },
        {
          name: 'spans',
          label: 'Tidsrum',
          labels: { singular: 'Tidsrum', plural: 'Tidsrum' },
          type: 'array',
          maxRows: 10,
          admin: { description: 'Ingen tidsrum: lukket.' },
          validate: refuseOverlapInDay,
          fields: [{ type: 'row', fields: [timeField('from', 'Fra'), timeField('to', 'Til')] }],
        },
      ],
    },
  ],
}
