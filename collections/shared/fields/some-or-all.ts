import { type Field, type FieldHook, ValidationError } from 'payload'

type Siblings = { which?: 'all' | 'chosen' | null; boxes?: unknown[] | null }

/** What was chosen, of what is stored: no boxes are all of them. */
const readChoice: FieldHook = ({ siblingData }) =>
  (siblingData as Siblings).boxes?.length ? 'chosen' : ('all' satisfies Siblings['which'])

/** All is no list; and who wants some has to say which, in a draft too: an empty list would show all. */
const keepChoice: FieldHook = ({ collection, path, req, siblingData, value }) => {
  const { which } = siblingData as Siblings
  if (which === 'all') return []
  if (which === 'chosen' && (!Array.isArray(value) || value.length === 0))
    throw new ValidationError(
      {
        ...(collection && { collection: collection.slug }),
        errors: [{ path: path.join('.'), message: 'Vælg mindst én kontaktboks, eller vis dem alle.' }],
        req,
      },
      req.t,
    )
  return value
}

/** Which contact boxes a page shows. All or some is the editor's choice, and not whether a list happens to be empty. */
export const someOrAll: Field[] = [
  {
    name: 'which',
    label: 'Hvilke bokse',
    type: 'radio',
    // What is stored is the list.
    virtual: true,
    options: [
      { label: 'Alle kontaktbokse, også dem der kommer til', value: 'all' },
      { label: 'Kun dem, jeg vælger', value: 'chosen' },
    ],
    hooks: { afterRead: [readChoice] },
    admin: {
      layout: 'vertical',
      // Payload's forms show what is not stored to be read only.
      readOnly: false,
      components: { Field: '/src/admin/writing/which-boxes.tsx#WhichBoxes' },
    },
  },
  {
    name: 'boxes',
    label: 'Bokse',
    type: 'relationship',
    relationTo: 'contact-boxes',
    hasMany: true,
    hooks: { beforeValidate: [keepChoice] },
    admin: { condition: (_, siblings) => (siblings as Siblings | undefined)?.which === 'chosen' },
  },
]
