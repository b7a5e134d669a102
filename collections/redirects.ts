import { linkAddressField } from './shared/fields/link-fields.ts'
import type { CollectionConfig, TextField } from 'payload'
import { readOldAddress } from '../src/domain/tree/old-address.ts'
import { environment } from './shared/environment.ts'
import {
  keepWhileLedTo,
  refuseWrongAddress,
  refuseWrongPage,
  refuseWrongTarget,
} from './shared/tree/redirect-places.ts'

const url = linkAddressField({ admin: { description: 'Bruges, når der ikke er valgt en side.' } })

export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Viderestilling', plural: 'Viderestillinger' },
  admin: {
    group: 'System',
    useAsTitle: 'from',
    defaultColumns: ['from', 'page', 'url', 'updatedAt'],
    listSearchableFields: ['from', 'url'],
    description:
      'Gamle adresser, som fører til nye. Når en side flytter, laves viderestillingen af sig selv. Kommer der senere en side på en gammel adresse, går siden forud, og viderestillingen slettes.',
  },
  // Each has its own old address.
  disableDuplicate: true,
  hooks: { beforeDelete: [keepWhileLedTo] },
  fields: [
    {
      name: 'from',
      label: 'Gammel adresse',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 2000,
      admin: {
        description:
          'Det, der stod efter domænet, for eksempel /Sider/Side.aspx?id=12; du kan også sætte hele adressen ind. Store og små bogstaver er det samme. Med ?id=12 gælder den kun netop det, uanset rækkefølgen, og går forud for en side på adressen. Uden gælder den, hvad der end står efter ?.',
      },
      hooks: {
        beforeValidate: [
          ({ value }) =>
            typeof value === 'string'
              ? (readOldAddress(value, environment.siteUrl).address ?? value)
              : (value as unknown),
        ],
      },
      validate: refuseWrongAddress,
    },
    {
      name: 'page',
      label: 'Fører til siden',
      type: 'relationship',
      relationTo: 'pages',
      admin: {
        description: 'Følger med, hvis siden flytter igen. Virker, så længe siden er offentliggjort.',
      },
      validate: refuseWrongPage,
    },
    {
      ...url,
      validate: async (value: string | null | undefined, options: never) => {
        const valid = await url.validate?.(value as never, options)
        return valid === true ? refuseWrongTarget(value, options) : (valid ?? true)
      },
    } as TextField,
  ],
}
