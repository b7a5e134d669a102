import type { UIField } from 'payload'

/** In the form of an exception: which contact boxes it touches, before it is saved. */
export const touchedField: UIField = {
  name: 'touched',
  type: 'ui',
  label: 'Hvem det rører',
  admin: {
    components: { Field: '/src/admin/time/closing/touched-field.tsx#TouchedField' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

/** In the form of a contact box or a department: closes it for a day or more, in one step. */
export const closeDayField: UIField = {
  name: 'closeDay',
  type: 'ui',
  label: 'Luk en dag',
  admin: {
    components: { Field: '/src/admin/time/closing/close-day-field.tsx#CloseDayField' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}
