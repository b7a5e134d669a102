import type { Field, RelationshipField, TextField, TextFieldSingleValidation, UploadField } from 'payload'
import { anchorProblem, linkError, readAnchors } from '../../../src/domain/link.ts'

type Overrides = Partial<Pick<TextField, 'name' | 'label' | 'required' | 'unique' | 'admin' | 'defaultValue'>>

/** An input that says what is wrong while it is typed. `isDrawer`: and keeps the drawer of a link open until it is right. */
export const TYPED_ADDRESS = (isDrawer: boolean): TextField['admin'] => ({
  components: {
    Field: { path: '/src/admin/writing/links/address-field.tsx#AddressField', clientProps: { isDrawer } },
  },
})

export const refuseAddress: TextFieldSingleValidation = (value) => (value ? (linkError(value) ?? true) : true)

/** A link address as `linkError` in src/domain allows it. */
export const linkAddressField = (overrides: Overrides = {}): TextField =>
  ({
    name: 'url',
    label: 'Adresse',
    type: 'text',
    maxLength: 2000,
    ...overrides,
    admin: {
      description:
        'En side her på hjemmesiden (/en/side), et sted på siden (#overskrift), en fuld adresse (https://…), mailto: eller tel:',
      ...TYPED_ADDRESS(false),
      ...overrides.admin,
    },
    validate: (value: string | null | undefined) => {
      if (!value) return overrides.required ? 'Skriv en adresse.' : true
      return linkError(value) ?? true
    },
  }) as TextField

/** A heading of the page that the field beside it holds; empty: the page itself. */
export const anchorOfPage = (beside: 'page' | 'doc'): TextField => ({
  name: 'anchor',
  label: 'Overskrift på siden',
  type: 'text',
  maxLength: 110,
  validate: (value: string | null | undefined) => anchorProblem(value ?? '') ?? true,
  admin: {
    condition: (_, siblings) => isPage((siblings as Record<string, unknown> | undefined)?.[beside], beside),
    components: {
      Field: { path: '/src/admin/writing/links/heading-field.tsx#HeadingField', clientProps: { beside } },
    },
  },
})

/** Headings that once stood on the page with the link, as `readAnchors` in src/domain reads them. */
export const formerAnchors: Field = {
  name: 'former',
  type: 'group',
  label: false,
  admin: {
    hideGutter: true,
    condition: (_, siblings) => Boolean((siblings as { page?: unknown } | undefined)?.page),
  },
  fields: [
    {
      name: 'anchor',
      label: 'Overskrifter, der er flyttet dertil',
      type: 'textarea',
      maxLength: 2000,
      validate: (value: string | null | undefined) =>
        readAnchors(value ?? '')
          .map(anchorProblem)
          .find((problem) => problem !== null) ?? true,
      admin: {
        description:
          'Hvis nogen følger et gammelt link til en overskrift, der har stået her på siden, kommer de videre dertil. Skriv det, der står efter # i det gamle link, et på hver linje.',
      },
    },
  ],
}

/** Whether a page is chosen; in the drawer a file can be, too. */
const isPage = (chosen: unknown, beside: 'page' | 'doc'): boolean =>
  beside === 'page' ? Boolean(chosen) : (chosen as { relationTo?: unknown } | null)?.relationTo === 'pages'

/** A link to a page of the site, to a file or to an address; the first that is filled in counts. */
export const linkFields: Field[] = [
  { name: 'label', label: 'Tekst', type: 'text', required: true, maxLength: 200 },
  {
    name: 'page',
    label: 'Side',
    type: 'relationship',
    relationTo: 'pages',
    admin: { description: 'Følger med, hvis siden flytter.' },
  } satisfies RelationshipField,
  anchorOfPage('page'),
  {
    name: 'file',
    label: 'Fil',
    type: 'upload',
    relationTo: 'media',
    admin: {
      description: 'Bruges, når der ikke er valgt en side.',
      condition: (_, siblings) => !(siblings as { page?: unknown } | undefined)?.page,
    },
  } satisfies UploadField,
  linkAddressField({
    admin: {
      description:
        'Bruges, når der ikke er valgt en side eller en fil. Uden side, fil og adresse vises teksten uden link.',
    },
  }),
]
