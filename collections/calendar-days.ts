import type { CollectionConfig } from 'payload'
import { editorsOnly } from './access.ts'
import { timeField, toConfirmField } from './fields.ts'

export const CalendarDays: CollectionConfig = {
  slug: 'calendar-days',
  labels: { singular: 'Kalenderdag', plural: 'Kalenderdage' },
  defaultSort: 'date',
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Tider',
    useAsTitle: 'name',
    defaultColumns: ['date', 'name', 'closesOffices', 'countsAsWorkingDay', 'toConfirm'],
    description: 'Helligdage og lokale lukkedage. De tider, der følger kalenderen, lukker på disse dage.',
  },
  access: editorsOnly,
  fields: [
    {
      name: 'date',
      label: 'Dato',
      type: 'date',
      required: true,
      unique: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd. MMMM yyyy' } },
      hooks: {
        // One day, one row: whatever time a picker or a script sends, noon UTC is stored.
        beforeValidate: [
          ({ value }) => (typeof value === 'string' ? `${value.slice(0, 10)}T12:00:00.000Z` : value),
        ],
      },
    },
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    toConfirmField,
    { name: 'closesOffices', label: 'Kontorerne lukker', type: 'checkbox', defaultValue: true },
    {
      ...timeField('closesFrom', 'Lukker fra kl.', false),
      admin: {
        description: 'Tom: lukket hele dagen.',
        condition: (data) => Boolean(data?.closesOffices),
      },
    },
    {
      name: 'countsAsWorkingDay',
      label: 'Tæller som arbejdsdag i frister',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Bruges, når fristen for at svare på aktindsigt regnes ud.' },
    },
  ],
}
