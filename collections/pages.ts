import { sql } from '@payloadcms/db-postgres'
import {
  type CheckboxFieldValidation,
  type CollectionConfig,
  type GeneratePreviewURL,
  type PayloadRequest,
  type TextField,
  type TextFieldSingleValidation,
} from 'payload'
import { isReserved, standsAboveSystem } from '../src/domain/addresses.ts'
import { FRONT_PAGE_SLUG } from '../src/domain/tree/tree.ts'
import type { Page } from '../src/payload-types.ts'
import { onlyGiven } from './shared/fields/department-field.ts'
import { blocks } from './shared/fields/blocks.ts'
import { slugField } from './shared/fields/fields.ts'
import { Refusal } from './shared/border/refusal.ts'
import { inTransaction } from './shared/database/in-transaction.ts'
import { addressLeads } from './shared/tree/address-leads.ts'
import { keepFrontPage, keepFrontPageThere } from './shared/tree/front-page.ts'
import { deskTree } from './shared/tree/desk-tree.ts'
import { movingPages } from './shared/tree/move-page.ts'
import { leaveRedirects, rememberPath } from './shared/tree/page-moves.ts'
import { pagesBelow } from './shared/tree/pages-below.ts'
import { findByAddress, titleWithPath } from './shared/tree/path-titles.ts'
import { publishable } from './shared/publishing.ts'
import { BELOW_ITSELF, idOf, refuseCycle } from './shared/tree/tree-rules.ts'

const slug = slugField('title')

const uniqueAmongSiblings: TextFieldSingleValidation = async (value, options) => {
  const { id, req, siblingData } = options
  const valid = await slug.validate?.(value as never, options as never)
  if (valid !== true) return valid ?? true
  const parent = idOf((siblingData as { parent?: number | { id: number } | null }).parent)
  const front = await frontPage(req)
  // The front page adds no part to an address, so pages below it stand beside those at the top.
  const isAtTop = parent === null || parent === front
  const path = `${isAtTop ? '' : await pathOf(parent, req)}/${value}`
  if (isReserved(path)) return `Adressenavnet »${value}« bruges af systemet.`
  const [below] =
    id && standsAboveSystem(path)
      ? (await childSlugs(Number(id), req)).filter((child) => isReserved(`${path}/${child}`))
      : []
  if (below) return `Undersiden »${below}« ville få en adresse, som systemet bruger. Flyt den først.`
  const atTop = { or: [{ parent: { exists: false } }, ...(front ? [{ parent: { equals: front } }] : [])] }
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: 1,
    pagination: false,
    where: {
      and: [
        { slug: { equals: value } },
        isAtTop ? atTop : { parent: { equals: parent } },
        ...(id ? [{ id: { not_equals: id } }] : []),
      ],
    },
    select: { title: true },
    req,
  })
  return docs[0] ? `Adressenavnet »${value}« bruges allerede af siden »${docs[0].title}« ved siden af.` : true
}

async function frontPage(req: PayloadRequest): Promise<number | null> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    limit: 1,
    pagination: false,
    where: { slug: { equals: FRONT_PAGE_SLUG }, parent: { exists: false } },
    select: { slug: true },
    req,
  })
  return docs[0]?.id ?? null
}

async function pathOf(page: number, req: PayloadRequest): Promise<string> {
  const [place] = await inTransaction<{ path: string | null }>(req, sql`SELECT page_path(${page}) AS path`)
  return place?.path?.replace(/\/$/, '') ?? ''
}

async function childSlugs(page: number, req: PayloadRequest): Promise<string[]> {
  const rows = await inTransaction<{ slug: string | null }>(
    req,
    sql`SELECT slug FROM pages WHERE parent_id = ${page}`,
  )
  return rows.flatMap(({ slug: child }) => child ?? [])
}

const MOST_IN_MENU = 12

/** A page that is in the menu already stays there, and a draft is counted when it is published. */
const refuseFullMenu: CheckboxFieldValidation = async (value, { data, id, req }) => {
  const { parent, slug: name, _status } = data as Partial<Page>
  if (!value || idOf(parent) !== null || name === FRONT_PAGE_SLUG || _status === 'draft') return true
  const [menu] = await inTransaction<{ pages: number; has_page: boolean | null }>(
    req,
    sql`SELECT count(*)::int AS pages, bool_or(id = ${id ?? null}) AS has_page FROM pages
        WHERE parent_id IS NULL AND in_menu IS NOT FALSE AND _status = 'published' AND slug <> ${FRONT_PAGE_SLUG}`,
  )
  return !menu || menu.has_page || menu.pages < MOST_IN_MENU
    ? true
    : `Hovedmenuen er fuld: Der er plads til ${MOST_IN_MENU} sider. Fjern krydset her, eller fjern det først på en anden af siderne øverst.`
}

/** Where visitors see a page now; null while they cannot. */
const publicAddress: GeneratePreviewURL = async ({ id }, { req }) => {
  const rows = await inTransaction<{ path: string }>(
    req,
    sql`SELECT page_path(id) AS path FROM pages WHERE id = ${Number(id) || 0} AND _status = 'published'`,
  )
  return rows[0]?.path ?? null
}

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Side', plural: 'Sider' },
  orderable: true,
  // Dragging a row in the list needs it.
  forceSelect: { _order: true },
  indexes: [{ fields: ['parent', 'slug'], unique: true }],
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Indhold',
    useAsTitle: 'title',
    defaultColumns: ['title', 'parent', 'slug', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary'],
    // Without it a list reads every block of every page that it shows, and of their parents.
    enableListViewSelectAPI: true,
    preview: publicAddress,
    components: {
      beforeListTable: ['/src/admin/documents/tree/tree-link.tsx#TreeHint'],
      edit: {
        PreviewButton: '/src/admin/documents/see-page.tsx#SeePage',
        beforeDocumentControls: [
          '/src/admin/preview/page-preview.tsx#PagePreview',
          '/src/admin/documents/tree/parent-asked.tsx#ParentAsked',
        ],
        UnpublishButton: '/src/admin/documents/uses/unpublish-page.tsx#UnpublishPage',
      },
    },
    description: 'Hjemmesidens sider som et træ. Adressen og brødkrummen følger af, hvor siden ligger.',
  },
  ...publishable,
  endpoints: [deskTree, movingPages, pagesBelow, addressLeads],
  hooks: {
    beforeOperation: [findByAddress],
    afterOperation: [titleWithPath],
    beforeChange: [keepFrontPageThere, rememberPath],
    afterChange: [leaveRedirects],
    beforeDelete: [
      keepFrontPage,
      async ({ id, req }) => {
        const { docs } = await req.payload.find({
          collection: 'pages',
          depth: 0,
          limit: 1,
          pagination: false,
          where: { parent: { equals: id } },
          select: { title: true },
          req,
        })
        if (docs[0]) {
          throw new Refusal(
            `Siden har undersider (»${docs[0].title}«). Vælg først, hvad der skal ske med dem.`,
            409,
          )
        }
      },
    ],
    // Its old addresses lead nowhere any more.
    afterDelete: [
      async ({ req }) => {
        await inTransaction(req, sql`DELETE FROM redirects WHERE page_id IS NULL AND coalesce(url, '') = ''`)
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
      defaultValue: onlyGiven('pages'),
      admin: { position: 'sidebar', description: 'Tom: siden ligger øverst.' },
      validate: refuseCycle('pages', BELOW_ITSELF),
    },
    {
      name: 'inMenu',
      label: 'Vis i hovedmenuen',
      type: 'checkbox',
      defaultValue: false,
      validate: refuseFullMenu,
      admin: { position: 'sidebar', condition: (data) => !data?.parent },
    },
  ],
}
