import type {
  SerializedHeadingNode,
  SerializedLinkNode,
  SerializedListItemNode,
  SerializedListNode,
  SerializedParagraphNode,
  SerializedTextNode,
} from '@payloadcms/richtext-lexical'
import type { Pejlemaerker } from '../src/payload-types.ts'

/** The editor's state as Payload stores it. */
export type RichText = Pejlemaerker['body']

type Inline = string | SerializedTextNode | SerializedLinkNode
type Block = SerializedParagraphNode | SerializedHeadingNode | SerializedListNode

/** A whole text made of blocks. */
export const richText = (...blocks: Block[]): RichText => ({
  root: { type: 'root', children: blocks, ...element },
})

export const p = (...children: Inline[]): SerializedParagraphNode => ({
  type: 'paragraph',
  children: inlines(children),
  textFormat: 0,
  ...element,
})

export const h4 = (text: string): SerializedHeadingNode => ({
  type: 'heading',
  tag: 'h4',
  children: inlines([text]),
  ...element,
})

export const ul = (items: Inline[][]): SerializedListNode => list('bullet', items)
export const ol = (items: Inline[][]): SerializedListNode => list('number', items)

export const bold = (text: string): SerializedTextNode => textNode(text, 1)
export const italic = (text: string): SerializedTextNode => textNode(text, 2)

/** A link to a page of the site. It uses the page's id, so it still works when the page moves. */
export const pageLink = (text: string, page: number): SerializedLinkNode =>
  linkNode(text, { linkType: 'internal', doc: { relationTo: 'pages', value: page }, newTab: false })

/** A link that calls a phone number. */
export const phoneLink = (text: string, e164: string): SerializedLinkNode =>
  linkNode(text, { linkType: 'custom', url: `tel:${e164}`, newTab: false })

const element = { direction: 'ltr', format: '', indent: 0, version: 1 } as const

const list = (listType: 'bullet' | 'number', items: Inline[][]): SerializedListNode => ({
  type: 'list',
  listType,
  tag: listType === 'bullet' ? 'ul' : 'ol',
  start: 1,
  children: items.map((item, index): SerializedListItemNode => ({
    type: 'listitem',
    value: index + 1,
    checked: undefined,
    children: inlines(item),
    ...element,
  })),
  ...element,
})

const inlines = (children: Inline[]) =>
  children.map((child) => (typeof child === 'string' ? textNode(child, 0) : child))

const linkNode = (text: string, fields: SerializedLinkNode['fields']): SerializedLinkNode => ({
  type: 'link',
  fields,
  children: [textNode(text, 0)],
  ...element,
  version: 3,
})

const textNode = (text: string, format: 0 | 1 | 2): SerializedTextNode => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
