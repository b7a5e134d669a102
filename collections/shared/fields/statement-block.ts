import type { Block, Field } from 'payload'
import { bodyField, dateField, phoneField, toConfirmField } from './fields.ts'

const toConfirm: Field = {
  ...toConfirmField,
  admin: {
    description:
      'Hvad der mangler at blive bekræftet. Siden mærker delen »Skal bekræftes«, indtil du sletter teksten her. Selve teksten vises ikke.',
  },
}

/** A part of the statement, with what must be confirmed of it. */
const part = (name: string, label: string, fields: Field[], description?: string): Field => ({
  name,
  label,
  type: 'group',
  admin: { description },
  fields: [...fields, toConfirm],
})

/**
 * The accessibility statement in the parts of the EU's model: Commission Implementing Decision (EU) 2018/1523, annex; the words of
 * status and method are those of the Danish authority's own form (was.digst.dk).
 */
export const statementBlock: Block = {
  slug: 'statement',
  labels: { singular: 'Tilgængelighedserklæring', plural: 'Tilgængelighedserklæringer' },
  fields: [
    part('scope', 'Hvad erklæringen gælder', [bodyField()]),
    part('status', 'Overholdelsesstatus', [
      {
        name: 'level',
        label: 'Status efter standarden EN 301 549',
        type: 'select',
        options: [
          { value: 'full', label: 'Overholder standarden fuldt ud' },
          { value: 'partial', label: 'Overholder standarden delvist (de fleste krav)' },
          { value: 'none', label: 'Overholder ikke standarden' },
        ],
        admin: { description: 'Tom: Siden siger, at hjemmesiden ikke er vurderet endnu.' },
      },
      bodyField({ label: 'Forklaring' }),
    ]),
    part(
      'content',
      'Det, der ikke er tilgængeligt',
      [
        bodyField({ name: 'failing', label: 'Overholder ikke loven' }),
        bodyField({ name: 'burden', label: 'Uforholdsmæssigt stor byrde' }),
        bodyField({ name: 'outside', label: 'Ikke omfattet af loven' }),
      ],
      'Skriv, hvad det er, hvorfor, og hvor man ellers kan få det. Det, der er tomt, vises ikke.',
    ),
    part('assessment', 'Sådan er erklæringen lavet', [
      {
        name: 'method',
        label: 'Hvem har vurderet hjemmesiden?',
        type: 'select',
        options: [
          { value: 'own', label: 'Kommunen selv' },
          { value: 'external', label: 'Andre, for kommunen' },
          { value: 'otherWay', label: 'En anden måde' },
        ],
      },
      bodyField({ label: 'Hvordan' }),
      dateField('preparedOn', 'Lavet den'),
      dateField('reviewedOn', 'Sidst gennemgået den', {
        admin: { description: 'Erklæringen skal gennemgås mindst én gang om året.' },
      }),
    ]),
    part('contact', 'Kontakt', [
      bodyField({ label: 'Indledning' }),
      phoneField(),
      { name: 'email', label: 'E-mail', type: 'email' },
      { name: 'post', label: 'Postadresse', type: 'text', maxLength: 300 },
    ]),
    part('enforcement', 'Håndhævelse', [bodyField()]),
  ],
}
