import type { GlobalConfig } from 'payload'
import { previewField } from './shared/fields/fields.ts'
import { versioned } from './shared/publishing.ts'

export const PressDuty: GlobalConfig = {
  slug: 'press-duty',
  label: 'Pressevagt',
  admin: {
    group: 'Presse',
    description:
      'Hvem der svarer pressen hvornår. Nummeret kommer fra kontaktboksen, tiderne fra »Åbningstider«. Hvem der svarer bagefter, siges med »Faste ord«, gruppen »Pressevagt«.',
  },
  ...versioned,
  fields: [
    {
      name: 'contactBox',
      label: 'Pressevagtens kontaktboks',
      type: 'relationship',
      relationTo: 'contact-boxes',
      required: true,
      admin: { description: 'Herfra kommer vagttelefonens nummer.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'reachable',
          label: 'Pressen kan ringe',
          type: 'relationship',
          relationTo: 'opening-hours',
          required: true,
          admin: { description: 'Hele den tid, hvor nogen svarer.' },
        },
        {
          name: 'staff',
          label: 'Pressemedarbejderne er på arbejde',
          type: 'relationship',
          relationTo: 'opening-hours',
          required: true,
          admin: { description: 'Resten af tiden svarer pressevagten.' },
        },
      ],
    },
    {
      name: 'lead',
      label: 'Ring først til',
      type: 'relationship',
      relationTo: 'press-contacts',
      admin: { description: 'Den person, der nævnes, mens pressemedarbejderne er på arbejde.' },
    },
    { name: 'heading', label: 'Overskrift', type: 'text', required: true, maxLength: 200 },
    {
      name: 'staffText',
      label: 'Når pressemedarbejderne svarer',
      type: 'text',
      required: true,
      maxLength: 200,
    },
    { name: 'dutyText', label: 'Når pressevagten svarer', type: 'text', required: true, maxLength: 200 },
    { name: 'closedText', label: 'Når der er lukket', type: 'text', required: true, maxLength: 200 },
    {
      name: 'leadLabel',
      label: 'Over den person, man ringer til først',
      type: 'text',
      required: true,
      maxLength: 100,
      defaultValue: 'Ring først til',
    },
    {
      name: 'phoneLabel',
      label: 'Over vagtnummeret',
      type: 'text',
      required: true,
      maxLength: 100,
      defaultValue: 'Ring til pressevagten',
    },
    {
      name: 'inDoubt',
      label: 'Ved vagtnummeret, mens pressemedarbejderne svarer',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { description: 'For eksempel »I tvivl? Ring til pressevagten«.' },
    },
    previewField,
  ],
}
