import type { CollectionConfig, TextField, TextFieldSingleValidation } from 'payload'
import { addressKind } from '../src/domain/addresses.ts'
import { editorsOnly } from './shared/access.ts'
import { linkAddressField } from './shared/fields.ts'
import { refuseRedirectCircle } from './shared/tree/redirect-circle.ts'

const url = linkAddressField({ admin: { description: 'Bruges, når der ikke er valgt en side.' } })

const refuseWrongAddress: TextFieldSingleValidation = async (value, options) => {
  const valid = await url.validate?.(value as never, options as never)
  return valid === true ? refuseRedirectCircle(value, options) : (valid ?? true)
}

export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Viderestilling', plural: 'Viderestillinger' },
  admin: {
    group: 'System',
    useAsTitle: 'from',
    defaultColumns: ['from', 'page', 'url', 'updatedAt'],
    listSearchableFields: ['from', 'url'],
    description:
      'Gamle adresser, som fører til nye. Når en side flytter, laves viderestillingen af sig selv.',
  },
  // Each has its own old address.
  disableDuplicate: true,
  access: editorsOnly,
  fields: [
    {
      name: 'from',
      label: 'Gammel adresse',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 500,
      validate: (value: string | null | undefined) => {
        if (!value || !/^\/[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(value))
          return 'Skriv adressen efter domænet med små bogstaver, for eksempel /gammel/side.'
        return addressKind(value).name === 'page' ? true : `Adressen »${value}« bruges af systemet.`
      },
    },
    {
      name: 'page',
      label: 'Fører til siden',
      type: 'relationship',
      relationTo: 'pages',
      admin: { description: 'Følger med, hvis siden flytter igen.' },
    },
    { ...url, validate: refuseWrongAddress } as TextField,
  ],
}
