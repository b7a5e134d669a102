import type { ArrayFieldValidation, CollectionConfig } from 'payload'
import { formatDate } from '../src/domain/time/danish-time.ts'
import { fromStored } from '../src/domain/time/stored-date.ts'
import { isDate } from '../src/domain/time/typed-date.ts'
import { departmentField } from './shared/fields/department-field.ts'
import { dateField, previewField, toConfirmField } from './shared/fields/fields.ts'
import { publishable } from './shared/publishing.ts'
import { weekField } from './shared/fields/week-field.ts'

const refuseSameDate: ArrayFieldValidation = (rows) => {
  const dates = ((rows ?? []) as { from?: string | null }[]).map(({ from }) => fromStored(from ?? ''))
  const twice = dates.find((date, index) => isDate(date) && dates.indexOf(date) < index)
  return twice ? `To uger gælder fra ${formatDate(twice)}. Slet den ene.` : true
}

export const OpeningHours: CollectionConfig = {
  slug: 'opening-hours',
  labels: { singular: 'Åbningstid', plural: 'Åbningstider' },
  admin: {
    group: 'Tider',
    useAsTitle: 'name',
    defaultColumns: ['name', 'followsCalendar', 'toConfirm', '_status'],
    description: 'Et sæt tider kan bruges af mange kontaktbokse: ret det ét sted.',
  },
  ...publishable,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    toConfirmField,
    departmentField('tiderne'),
    weekField,
    {
      name: 'followsCalendar',
      label: 'Lukket på helligdage og lukkedage',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'Følger listen »Kalenderdage«.' },
    },
    {
      name: 'laterWeeks',
      label: 'Nye tider fra en dato',
      labels: { singular: 'Uge', plural: 'Uger' },
      type: 'array',
      maxRows: 20,
      validate: refuseSameDate,
      admin: {
        description: 'Ugen ovenfor gælder, indtil den første dato her. Siden skifter selv på dagen.',
        initCollapsed: false,
      },
      fields: [dateField('from', 'Gælder fra', { required: true }), weekField],
    },
    {
      name: 'exceptions',
      label: 'Undtagelser',
      type: 'join',
      collection: 'hours-exceptions',
      on: 'schedules',
      defaultSort: '-from',
      admin: {
        defaultColumns: ['reason', 'from', 'to', 'kind'],
        description:
          'Datoer med andre tider for netop denne åbningstid. De undtagelser, der gælder alle, står under »Undtagelser«.',
      },
    },
    previewField,
  ],
}
