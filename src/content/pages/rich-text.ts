import type { Reader, Ref } from '../reading/reader.ts'

export type Inline =
  | { type: 'text'; text: string; bold: boolean; italic: boolean }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' }

type ListItem = { children: Inline[]; list: RichTextList | null }

export type RichTextList = { type: 'list'; ordered: boolean; items: ListItem[] }

export type RichTextNode =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 3 | 4; children: Inline[] }
  | RichTextList

export type RichText = RichTextNode[]

/** The parts of the editor's node format that we read. The vendor's format ends here. */
type EditorNode = {
  type: string
  text?: string
  format?: number | string
  tag?: string
  children?: EditorNode[]
  fields?: { linkType?: string; url?: string; doc?: { value?: Ref } | null }
}
type EditorState = { root: { children: unknown[] } } | null | undefined

const BOLD = 1
const ITALIC = 2

/** The editor's state as our own nodes. Links to pages become addresses; links to unpublished pages become plain text. */
export function richText(state: EditorState, reader: Reader): RichText {
  return (state?.root.children ?? []).flatMap((node) => block(node as EditorNode, reader))
}

function block(node: EditorNode, reader: Reader): RichTextNode[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.tag === 'h4' ? 4 : 3, children: inlines(node, reader) }]
    case 'list':
      return [list(node, reader)]
    case 'paragraph': {
      const children = inlines(node, reader)
      return children.length ? [{ type: 'paragraph', children }] : []
    }
    default:
      return []
  }
}

const list = (node: EditorNode, reader: Reader): RichTextList => ({
  type: 'list',
  ordered: node.tag === 'ol',
  items: (node.children ?? []).reduce<ListItem[]>((items, item) => {
    const nested = item.children?.find((child) => child.type === 'list')
    const previous = items.at(-1)
    // The editor stores a nested list in an item of its own. In HTML it belongs to the item before.
    if (nested && previous) previous.list = list(nested, reader)
    else items.push({ children: inlines(item, reader), list: null })
    return items
  }, []),
})

const inlines = (node: EditorNode, reader: Reader): Inline[] =>
  (node.children ?? []).flatMap((child) => inline(child, reader))

function inline(node: EditorNode, reader: Reader): Inline[] {
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
      const children = inlines(node, reader)
      const href =
        node.fields?.linkType === 'internal' ? reader.node(node.fields.doc?.value)?.href : node.fields?.url
      return href ? [{ type: 'link', href, children }] : children
    }
    default:
      return []
  }
}
