import { formPart } from './form-part.ts'

/** In the form of an exception: which contact boxes it touches, before it is saved. */
export const touchedField = formPart('touched', '/src/admin/time/closing/touched-field.tsx#TouchedField', {
  label: 'Hvem det rører',
})

/** In the form of a contact box or a department: closes it for a day or more, in one step. */
export const closeDayField = formPart(
  'closeDay',
  '/src/admin/time/closing/close-day-field.tsx#CloseDayField',
  {
    label: 'Luk en dag',
  },
)
