import { APIError, type CollectionConfig, type TextField, type TextFieldSingleValidation } from 'payload'
import { FRONT_PAGE_SLUG } from '../src/domain/tree.ts'
import { editorsOnly } from './shared/access.ts'
import { blocks } from './shared/blocks.ts'
import { slugField } from './shared/fields.ts'
import { leaveRedirects, rememberPath } from './shared/page-moves.ts'
import { publishable } from './shared/publishing.ts'
import { idOf, refuseCycle } from './shared/tree-rules.ts'

const slug = slugField('title')

/** First parts of addresses that belong to the system. */
const RESERVED = new Set([
  'admin',
  'api',
  '_next',
  'build',
  'soeg',
  'aktindsigt',
  'ikke-fundet',
  'fejl',
  'fonts',
  'visitkort',
])

const uniqueAmongSiblings: TextFieldSingleValidation = async (value, options) => {
  const { id, req, siblingData } = options
  const valid = await slug.validate?.(value as never, options as never)
  if (valid !== true) return valid ?? true
  const parent = idOf((siblingData as { parent?: number | { id: number } | null }).parent)
  if (parent === null && RESERVED.has(String(value))) return `Adressenavnet »${value}« bruges af systemet.`
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: 1,
    where: {
      slug: { equals: value },
      parent: parent === null ? { exists: false } : { equals: parent },
      ...(id ? { id: { not_equals: id } } : {}),
    },
    select: { title: true },
    req,
  })
  return docs[0] ? `Adressenavnet »${value}« bruges allerede af siden »${docs[0].title}« ved siden af.` : true
}

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Side', plural: 'Sider' },
  orderable: true,
  indexes: [{ fields: ['parent', 'slug'], unique: true }],
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Indhold',
    useAsTitle: 'title',
    defaultColumns: ['title', 'parent', 'slug', '_status', 'updatedAt'],
    description: 'Webstedets sider som et træ. Adressen og brødkrummen følger af, hvor siden ligger.',
  },
  access: editorsOnly,
  ...publishable,
  hooks: {
    beforeChange: [rememberPath],
    afterChange: [leaveRedirects],
    beforeDelete: [
      async ({ id, req }) => {
        const { docs } = await req.payload.find({
          collection: 'pages',
          depth: 0,
          limit: 1,
          where: { parent: { equals: id } },
          select: { title: true },
          req,
        })
        if (docs[0]) {
          throw new APIError(
            `Siden har undersider (»${docs[0].title}«). Flyt eller slet dem først.`,
            409,
            null,
            true,
          )
        }
      },
    ],
  },
  fields: [
    { name: 'title', label: 'Titel', type: 'text', required: true, maxLength: 200 },
    {
      name: 'summary',
      label: 'Resumé',
      type: 'textarea',
      maxLength: 500,
      admin: { description: 'Står øverst på siden, i lister over sider og i søgeresultater.' },
    },
    {
      name: 'blocks',
      label: 'Indhold',
      labels: { singular: 'Blok', plural: 'Blokke' },
      type: 'blocks',
      maxRows: 60,
      blocks,
    },
    {
      ...slug,
      validate: uniqueAmongSiblings,
      admin: {
        ...slug.admin,
        description: `${slug.admin?.description} Forsiden hedder »${FRONT_PAGE_SLUG}«.`,
      },
    } as TextField,
    {
      name: 'parent',
      label: 'Ligger under',
      type: 'relationship',
      relationTo: 'pages',
      index: true,
      admin: { position: 'sidebar', description: 'Tom: siden ligger øverst.' },
      validate: refuseCycle('pages', 'Siden kan ikke ligge under sig selv eller en af sine egne undersider.'),
    },
    {
      name: 'inMenu',
      label: 'Vis i hovedmenuen',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar', condition: (data) => !data?.parent },
    },
  ],
}
