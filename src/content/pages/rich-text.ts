import { plainText } from '../../domain/text/rich-words.ts'
import { type Reader, type Ref, refId } from '../reading/reader.ts'
import { fileAddress } from './links.ts'

export type Inline =
  | { type: 'text'; text: string; bold: boolean; italic: boolean }
  /** `spoken`: what is read aloud, if that is more than the words. */
  | { type: 'link'; href: string; children: Inline[]; spoken?: string }
  | { type: 'break' }

type ListItem = { children: Inline[]; list: RichTextList | null }

export type RichTextList = { type: 'list'; ordered: boolean; items: ListItem[] }

export type RichTextNode =
  /** Until the page is whole, a heading has no name to link to. */
  | { type: 'heading'; level: 3 | 4; id?: string; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | RichTextList
  | RichTextTable

export type RichTextTable = {
  type: 'table'
  /** A paragraph in bold right above it. */
  caption: Inline[] | null
  /** The headings of its columns; null if it has none. */
  head: Inline[][] | null
  /** `label`: the heading of the cell's column, as text. */
  rows: { isHeading: boolean; label: string; body: RichTextNode[] }[][]
}

export type RichText = RichTextNode[]

/** The parts of the editor's node format that we read. The vendor's format ends here. */
type EditorNode = {
  type: string
  text?: string
  format?: number | string
  tag?: string
  headerState?: number
  children?: EditorNode[]
  fields?: {
    linkType?: string
    url?: string
    anchor?: string | null
    doc?: { value?: Ref; relationTo?: string } | null
  }
}
type EditorState = { root: { children: unknown[] } } | null | undefined

const BOLD = 1
const ITALIC = 2

/**
 * The editor's state as our own nodes. Links to pages and files become addresses; links to unpublished pages become plain
 * text.
 */
export async function richText(state: EditorState, reader: Reader): Promise<RichText> {
  const nodes = (state?.root.children ?? []) as EditorNode[]
  return blocks(nodes, { reader, files: await filesIn(nodes, reader) })
}

type Context = { reader: Reader; files: ReadonlyMap<number, string> }

/** The addresses of the files that the links in a text lead to. */
async function filesIn(nodes: readonly EditorNode[], reader: Reader): Promise<Map<number, string>> {
  const ids = new Set<number>()
  const look = ({ fields, children }: EditorNode) => {
    const id = fields?.doc?.relationTo === 'media' ? refId(fields.doc.value) : null
    if (id !== null) ids.add(id)
    children?.forEach(look)
  }
  nodes.forEach(look)
  const found = new Map<number, string>()
  for (const id of ids) {
    const address = await fileAddress(id, reader)
    if (address) found.set(id, address)
  }
  return found
}

function blocks(nodes: readonly EditorNode[], context: Context): RichTextNode[] {
  const made: RichTextNode[] = []
  for (const node of nodes) {
    if (node.type === 'table') {
      const last = made.at(-1)
      const caption = last?.type === 'paragraph' && isBold(last.children) ? last.children : null
      if (caption) made.pop()
      made.push(table(node, caption, context))
    } else made.push(...block(node, context))
  }
  return made
}

function block(node: EditorNode, context: Context): RichTextNode[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.tag === 'h4' ? 4 : 3, children: inlines(node, context) }]
    case 'list':
      return [list(node, context)]
    case 'paragraph': {
      const children = inlines(node, context)
      return children.length ? [{ type: 'paragraph', children }] : []
    }
    default:
      return []
  }
}

const isBold = (children: readonly Inline[]): boolean =>
  children.every((child) =>
    child.type === 'text' ? child.bold : child.type === 'link' && isBold(child.children),
  )

/** A table; its first row holds headings if all of its cells do. */
function table(node: EditorNode, caption: Inline[] | null, context: Context): RichTextTable {
  const rows = (node.children ?? []).map(({ children = [] }) => children)
  const [first = []] = rows
  const isHead = rows.length > 1 && first.every(({ headerState }) => headerState)
  const head = isHead ? first.map((cell) => lines(cell, context)) : null
  const labels = head?.map(plainText) ?? []
  return {
    type: 'table',
    caption,
    head,
    rows: rows.slice(isHead ? 1 : 0).map((cells) =>
      cells.map((cell, column) => ({
        isHeading: column === 0 && Boolean(cell.headerState),
        label: labels[column] ?? '',
        // A heading within a cell would stand in the page's outline.
        body: blocks(cell.children ?? [], context).map((inside) =>
          inside.type === 'heading' ? { type: 'paragraph', children: inside.children } : inside,
        ),
      })),
    ),
  }
}

/** The words of a cell, its paragraphs as lines. */
const lines = (cell: EditorNode, context: Context): Inline[] =>
  (cell.children ?? []).flatMap((paragraph, nth) => [
    ...(nth > 0 ? [{ type: 'break' } as const] : []),
    ...inlines(paragraph, context),
  ])

const list = (node: EditorNode, context: Context): RichTextList => ({
  type: 'list',
  ordered: node.tag === 'ol',
  items: (node.children ?? []).reduce<ListItem[]>((items, item) => {
    const nested = item.children?.find((child) => child.type === 'list')
    const previous = items.at(-1)
    // The editor stores a nested list in an item of its own. In HTML it belongs to the item before.
    if (nested && previous) previous.list = list(nested, context)
    else items.push({ children: inlines(item, context), list: null })
    return items
  }, []),
})

const inlines = (node: EditorNode, context: Context): Inline[] =>
  (node.children ?? []).flatMap((child) => inline(child, context))

function inline(node: EditorNode, context: Context): Inline[] {
  switch (node.type) {
    case 'text': {
      const format = typeof node.format === 'number' ? node.format : 0
      return [
        {
          type: 'text',
          text: node.text ?? '',
          bold: Boolean(format & BOLD),
          italic: Boolean(format & ITALIC),
        },
      ]
    }
    case 'linebreak':
      return [{ type: 'break' }]
    case 'link':
    case 'autolink': {
      const children = inlines(node, context)
      const href = addressOf(node.fields ?? {}, context)
      return href ? [{ type: 'link', href, children }] : children
    }
    default:
      return []
  }
}

function addressOf(
  { linkType, doc, anchor, url }: NonNullable<EditorNode['fields']>,
  { reader, files }: Context,
) {
  if (linkType !== 'internal') return url
  if (doc?.relationTo === 'media') return files.get(refId(doc.value) ?? 0)
  const href = reader.node(doc?.value)?.href
  return href && anchor ? `${href}#${anchor}` : href
}
