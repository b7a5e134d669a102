import type { CollectionConfig, TextFieldManyValidation } from 'payload'
import { fold } from '../src/domain/fold.ts'

const MOST_WORDS = 20
const LONGEST = 60
const PLACEHOLDER = 'Skriv et ord'

const refuseUnsearchable: TextFieldManyValidation = (words) => {
  if (words && words.length > MOST_WORDS) return `Skriv højst ${MOST_WORDS}.`
  const tooLong = words?.find((word) => word.length > LONGEST)
  if (tooLong) return `»${tooLong}« er for langt. Der må højst være ${LONGEST} tegn.`
  const empty = words?.find((word) => fold(word) === '')
  return empty === undefined ? true : `»${empty}« har hverken bogstaver eller tal.`
}

/** People do not always use the site's words. Saving is publishing: visitors read nothing of this. */
export const SearchWords: CollectionConfig = {
  slug: 'search-words',
  labels: { singular: 'Søgeord', plural: 'Søgeord' },
  defaultSort: 'title',
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Søgning',
    useAsTitle: 'title',
    defaultColumns: ['title', 'pins', 'updatedAt'],
    description: 'Hjælp dem, der søger med andre ord end sidernes. En ændring virker, når den er gemt.',
    components: { afterListTable: ['/src/admin/dashboard/missed-searches.tsx#MissedSearches'] },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: 'Ord',
      admin: { hidden: true },
      hooks: {
        beforeChange: [
          ({ siblingData: { words, synonyms } }) =>
            [words ?? [], synonyms ?? []].map((some) => some.join(', ')).join(synonyms?.length ? ' → ' : ''),
        ],
      },
    },
    {
      name: 'words',
      label: 'Det, folk skriver',
      type: 'text',
      hasMany: true,
      required: true,
      // The list of missed searches links here with a search.
      defaultValue: ({ req }) => (typeof req.query.ord === 'string' ? [req.query.ord] : undefined),
      admin: {
        placeholder: PLACEHOLDER,
        description:
          'Tryk Enter efter hvert ord. Store bogstaver betyder ikke noget, og aa, oe og ae er det samme som å, ø og æ.',
      },
      validate: (words, options) =>
        words?.length ? refuseUnsearchable(words, options) : 'Skriv mindst ét ord.',
    },
    {
      name: 'synonyms',
      label: 'Søg også efter',
      type: 'text',
      hasMany: true,
      admin: { placeholder: PLACEHOLDER, description: 'Ord, der står på siderne. Tryk Enter efter hvert.' },
      validate: (words, options) => {
        const { pins } = options.siblingData as { pins?: unknown[] | null }
        return words?.length || pins?.length
          ? refuseUnsearchable(words, options)
          : 'Skriv et ord, der også skal søges efter, eller vælg noget, der skal stå øverst.'
      },
    },
    {
      name: 'pins',
      label: 'Vis øverst',
      type: 'relationship',
      relationTo: ['pages', 'departments', 'press-contacts', 'contact-boxes', 'aktindsigt-guidance'],
      hasMany: true,
      maxRows: 5,
      admin: {
        description:
          'Vises først, når nogen søger efter netop et af ordene. Kun det, der er offentliggjort, bliver vist.',
      },
    },
  ],
}
