import { linkFields } from './shared/fields/link-fields.ts'
import type { GlobalConfig } from 'payload'
import { securityContactError, statementAddressError } from '../src/domain/link.ts'
import { dateField, phoneField, toConfirmField } from './shared/fields/fields.ts'
import { rowName } from './shared/fields/row-name.ts'
import { versioned } from './shared/publishing.ts'

export const Footer: GlobalConfig = {
  slug: 'footer',
  label: 'Bund',
  admin: { group: 'Ramme', description: 'Nederst på alle sider.' },
  ...versioned,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 100 },
    {
      type: 'row',
      fields: [
        { name: 'street', label: 'Vej og nummer', type: 'text', required: true, maxLength: 200 },
        { name: 'postalCode', label: 'Postnummer', type: 'text', required: true, maxLength: 4 },
        { name: 'city', label: 'By', type: 'text', required: true, maxLength: 100 },
      ],
    },
    phoneField(),
    {
      name: 'cvr',
      label: 'CVR-nummer',
      type: 'text',
      required: true,
      maxLength: 8,
      validate: (value: string | null | undefined) =>
        value && /^\d{8}$/.test(value) ? true : 'Et CVR-nummer har otte cifre.',
    },
    {
      name: 'links',
      label: 'Links',
      labels: { singular: 'Link', plural: 'Links' },
      type: 'array',
      admin: { components: { RowLabel: rowName('Link') } },
      maxRows: 20,
      fields: linkFields,
    },
    {
      name: 'statementUrl',
      label: 'Tilgængelighedserklæringen i WAS-Tool',
      type: 'text',
      maxLength: 2000,
      admin: {
        description:
          'Adressen hos Digitaliseringsstyrelsen, for eksempel https://was.digst.dk/navn-dk. Linket »Tilgængelighedserklæring« i bunden og adressen /was fører hertil. Er feltet tomt, fører /was hen, hvor linket i bunden fører hen.',
      },
      validate: (value: string | null | undefined) => (value ? (statementAddressError(value) ?? true) : true),
    },
    {
      name: 'security',
      label: 'Hvis nogen finder et sikkerhedshul',
      type: 'group',
      admin: {
        description:
          'Står i /.well-known/security.txt, hvor de, der finder fejl, leder. Filen vises kun, når begge felter er udfyldt, og datoen ikke er passeret.',
      },
      fields: [
        {
          name: 'contact',
          label: 'Hvem skal have besked?',
          type: 'text',
          maxLength: 500,
          admin: { description: 'En mailadresse, eller en side, der begynder med https://' },
          validate: (value: string | null | undefined) =>
            value ? (securityContactError(value) ?? true) : true,
        },
        dateField('expires', 'Gælder til og med', {
          admin: {
            description: 'Højst et år frem. Skriv en ny dato, når I har set, at oplysningen er rigtig.',
          },
        }),
      ],
    },
    toConfirmField,
  ],
}
