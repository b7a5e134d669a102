import type { GlobalConfig } from 'payload'
import { linkError } from '../src/domain/link.ts'
import { rowName } from './shared/fields/row-name.ts'
import { versioned } from './shared/publishing.ts'

export const Header: GlobalConfig = {
  slug: 'header',
  label: 'Top',
  admin: { group: 'Ramme', description: 'Øverst på alle sider. Hovedmenuen følger af sidetræet.' },
  ...versioned,
  fields: [
    { name: 'siteName', label: 'Hjemmesidens navn', type: 'text', required: true, maxLength: 100 },
    {
      name: 'sitesLabel',
      label: 'Overskrift over andre hjemmesider',
      type: 'text',
      required: true,
      maxLength: 200,
    },
    { name: 'sitesButton', label: 'Knap', type: 'text', required: true, maxLength: 100 },
    {
      name: 'sites',
      label: 'Kommunens andre hjemmesider',
      labels: { singular: 'Hjemmeside', plural: 'Hjemmesider' },
      type: 'array',
      maxRows: 30,
      admin: {
        description: 'Formularen på siden fører kun til disse adresser.',
        components: { RowLabel: rowName('Hjemmeside') },
      },
      fields: [
        { name: 'label', label: 'Navn', type: 'text', required: true, maxLength: 200 },
        {
          name: 'url',
          label: 'Adresse',
          type: 'text',
          required: true,
          maxLength: 2000,
          validate: (value: string | null | undefined) =>
            value?.toLowerCase().startsWith('https:')
              ? (linkError(value) ?? true)
              : 'Skriv en fuld adresse, der begynder med https://',
        },
      ],
    },
  ],
}
