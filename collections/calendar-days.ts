import type { CollectionConfig, DateFieldValidation } from 'payload'
import { formatDate } from '../src/domain/time/danish-time.ts'
import { skippedTime } from '../src/domain/hours/span-problems.ts'
import { minutesOf } from '../src/domain/hours/spans.ts'
import { dateField, timeField, toConfirmField } from './shared/fields/fields.ts'

/** Refuses a date that is in the calendar already, and names the day. */
async function otherOnDate(
  date: string,
  { id, req }: Parameters<DateFieldValidation>[1],
): Promise<string | null> {
  const { docs } = await req.payload.find({
    collection: 'calendar-days',
    depth: 0,
    limit: 1,
    where: { date: { equals: `${date}T12:00:00.000Z` }, id: { not_equals: id ?? 0 } },
    req,
  })
  return docs[0]
    ? `${formatDate(date)} er allerede i kalenderen som »${docs[0].name}«. Ret den i stedet.`
    : null
}

const skippedOn = (time: string, siblings: { date?: string | null }): string | null => {
  const date = siblings.date?.slice(0, 10)
  return date ? skippedTime(date, date, [minutesOf(time)]) : null
}

export const CalendarDays: CollectionConfig = {
  slug: 'calendar-days',
  labels: { singular: 'Kalenderdag', plural: 'Kalenderdage' },
  defaultSort: 'date',
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Tider',
    useAsTitle: 'name',
    defaultColumns: ['date', 'name', 'closesOffices', 'closesFrom', 'countsAsWorkingDay', 'toConfirm'],
    description: 'Helligdage og lokale lukkedage. De tider, der følger kalenderen, lukker på disse dage.',
    components: { beforeListTable: ['/src/admin/time/calendar/calendar-years.tsx#CalendarYears'] },
  },
  // Each has its own date.
  disableDuplicate: true,
  fields: [
    dateField('date', 'Dato', { required: true, unique: true, index: true, problem: otherOnDate }),
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    toConfirmField,
    { name: 'closesOffices', label: 'Kontorerne lukker', type: 'checkbox', defaultValue: true },
    timeField('closesFrom', 'Lukker fra kl.', {
      required: false,
      problem: skippedOn,
      admin: {
        description: 'Tom: lukket hele dagen.',
        condition: (data) => Boolean(data?.closesOffices),
      },
    }),
    {
      name: 'countsAsWorkingDay',
      label: 'Tæller som arbejdsdag i frister',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Bruges, når fristen for at svare på aktindsigt regnes ud.' },
    },
  ],
}
