import type { Block } from 'payload'
import { showBlock } from './block-pictures.ts'
import { bodyField, headingField } from './fields.ts'
import { formerAnchors, linkFields } from './link-fields.ts'
import { rowName } from './row-name.ts'
import { someOrAll } from './some-or-all.ts'
import { statementBlock } from './statement-block.ts'

const ALL: Block[] = [
  {
    slug: 'richText',
    labels: { singular: 'Tekst', plural: 'Tekst' },
    fields: [headingField(), bodyField({ required: true })],
  },
  {
    slug: 'accordion',
    labels: { singular: 'Foldeliste', plural: 'Foldelister' },
    fields: [
      headingField({ admin: { description: 'For eksempel »Hvis du vil vide mere«.' } }),
      {
        name: 'items',
        label: 'Punkter',
        labels: { singular: 'Punkt', plural: 'Punkter' },
        type: 'array',
        defaultValue: [{}],
        admin: { components: { RowLabel: rowName('Punkt') } },
        minRows: 1,
        maxRows: 50,
        required: true,
        fields: [
          { name: 'title', label: 'Overskrift', type: 'text', required: true, maxLength: 200 },
          bodyField({ required: true }),
        ],
      },
    ],
  },
  {
    slug: 'pressDuty',
    labels: { singular: 'Hvem svarer pressen nu', plural: 'Hvem svarer pressen nu' },
    fields: [
      {
        name: 'linkToPage',
        label: 'Link til pressesiden',
        type: 'relationship',
        relationTo: 'pages',
        admin: {
          description:
            'Bruges på andre sider end pressesiden selv, hvor det hele vises på én linje. Numre, tider og ord rettes under »Pressevagt«.',
        },
      },
    ],
  },
  {
    slug: 'contactSearch',
    labels: { singular: 'Søg pressekontakter', plural: 'Søg pressekontakter' },
    fields: [
      headingField({
        required: true,
        admin: { description: 'Over søgefeltet, for eksempel »Hvad søger du?«.' },
      }),
      {
        name: 'listHeading',
        label: 'Overskrift over listen',
        type: 'text',
        required: true,
        maxLength: 200,
        admin: { description: 'For eksempel »Hvem vil du gerne i kontakt med?«.' },
      },
    ],
  },
  {
    slug: 'contactBoxes',
    labels: { singular: 'Kontaktbokse', plural: 'Kontaktbokse' },
    fields: [
      headingField(),
      bodyField({ name: 'intro', label: 'Indledning' }),
      ...someOrAll,
      {
        name: 'asRows',
        label: 'Vis som rækker',
        type: 'checkbox',
        defaultValue: false,
        admin: {
          description: 'Kun navn, nummer og åbent nu. Navnet fører til hele boksen på siden med alle bokse.',
        },
      },
    ],
  },
  {
    slug: 'aktindsigtGuidance',
    labels: { singular: 'Vejledning om aktindsigt', plural: 'Vejledning om aktindsigt' },
    fields: [
      headingField(),
      {
        name: 'guidance',
        label: 'Afsnit',
        type: 'relationship',
        relationTo: 'aktindsigt-guidance',
        hasMany: true,
        maxRows: 50,
        required: true,
      },
      { name: 'folded', label: 'Vis som foldeliste', type: 'checkbox', defaultValue: false },
    ],
  },
  {
    slug: 'aktindsigtDeadline',
    labels: { singular: 'Beregn svarfrist for aktindsigt', plural: 'Beregn svarfrist for aktindsigt' },
    fields: [
      headingField({ required: true, defaultValue: 'Hvornår modtog kommunen din anmodning?' }),
      bodyField({
        name: 'intro',
        label: 'Indledning',
        admin: { description: 'Ordene i formularen og på svaret rettes under »Faste ord«.' },
      }),
    ],
  },
  {
    slug: 'department',
    labels: { singular: 'Forvaltning med afdelinger', plural: 'Forvaltninger med afdelinger' },
    fields: [
      headingField({
        admin: { description: 'For eksempel »Borgmesterens Forvaltning består af fem afdelinger«.' },
      }),
      {
        name: 'department',
        label: 'Forvaltning',
        type: 'relationship',
        relationTo: 'departments',
        required: true,
      },
    ],
  },
  {
    slug: 'organisationChart',
    labels: { singular: 'Organisationsdiagram', plural: 'Organisationsdiagrammer' },
    fields: [
      headingField({ required: true }),
      {
        name: 'department',
        label: 'Øverste enhed',
        type: 'relationship',
        relationTo: 'departments',
        required: true,
      },
    ],
  },
  {
    slug: 'story',
    labels: { singular: 'Grundfortælling', plural: 'Grundfortælling' },
    fields: [
      {
        name: 'story',
        label: 'Grundfortælling',
        type: 'relationship',
        relationTo: 'grundfortaelling',
        required: true,
      },
    ],
  },
  {
    slug: 'principles',
    labels: { singular: 'Pejlemærker', plural: 'Pejlemærker' },
    fields: [headingField(), bodyField({ name: 'intro', label: 'Indledning' })],
  },
  {
    slug: 'facts',
    labels: { singular: 'Fakta i tal', plural: 'Fakta i tal' },
    fields: [
      headingField(),
      {
        name: 'facts',
        label: 'Fakta',
        labels: { singular: 'Fakta', plural: 'Fakta' },
        type: 'array',
        defaultValue: [{}],
        admin: { components: { RowLabel: rowName('Fakta') } },
        minRows: 1,
        maxRows: 20,
        required: true,
        fields: [
          {
            name: 'figure',
            label: 'Tal',
            type: 'text',
            maxLength: 60,
            admin: { description: 'Tallet eller datoen, som skal stå stort, for eksempel 5.441.' },
          },
          { name: 'text', label: 'Tekst', type: 'text', required: true, maxLength: 500 },
        ],
      },
    ],
  },
  {
    slug: 'linkList',
    labels: { singular: 'Liste med links', plural: 'Lister med links' },
    fields: [
      headingField(),
      bodyField({ name: 'intro', label: 'Indledning' }),
      {
        name: 'links',
        label: 'Links',
        labels: { singular: 'Link', plural: 'Links' },
        type: 'array',
        defaultValue: [{}],
        admin: { components: { RowLabel: rowName('Link') } },
        minRows: 1,
        maxRows: 50,
        required: true,
        fields: [
          ...linkFields,
          { name: 'description', label: 'Forklaring', type: 'textarea', maxLength: 500 },
          formerAnchors,
        ],
      },
      { name: 'asCards', label: 'Vis som kort', type: 'checkbox', defaultValue: false },
    ],
  },
  {
    slug: 'childPages',
    labels: { singular: 'Undersider', plural: 'Undersider' },
    fields: [headingField()],
  },
  {
    slug: 'relatedPages',
    labels: { singular: 'Relaterede sider', plural: 'Relaterede sider' },
    fields: [
      headingField({
        required: true,
        admin: { description: '»Måske er du også interesseret i« eller »Har du set…«.' },
      }),
      {
        name: 'pages',
        label: 'Sider',
        type: 'relationship',
        relationTo: 'pages',
        hasMany: true,
        maxRows: 50,
        required: true,
      },
    ],
  },
  {
    slug: 'image',
    labels: { singular: 'Billede', plural: 'Billeder' },
    fields: [
      {
        name: 'media',
        label: 'Billede',
        type: 'upload',
        relationTo: 'media',
        required: true,
        // A PDF is a file to fetch, not to look at.
        filterOptions: { mimeType: { contains: 'image/' } },
      },
      { name: 'caption', label: 'Billedtekst', type: 'text', maxLength: 300 },
    ],
  },
  statementBlock,
]

/** The blocks that pages are built from. Few and small; each is named after what it is, not after the page that uses it. */
export const blocks: Block[] = ALL.map(showBlock)
