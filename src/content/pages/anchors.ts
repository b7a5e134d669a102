import { plainText } from '../../domain/text/rich-words.ts'
import { slugify } from '../../domain/slug.ts'
import type { BlockView } from './blocks.ts'
import type { RichTextNode } from './rich-text.ts'

/** A heading of a page that can be linked to: `#id`. */
export type Anchor = { id: string; text: string }

/** A block whose heading, if it has one, can be linked to. */
export type NamedBlock = BlockView & { anchor?: string }

/** Names of the frame of each page, and what the blocks call their own parts (`<name>-…`). */
const TAKEN = ['indhold', 'soeg', 'site', 'kontakt', 'kontakter', 'modtaget', 'klage-hjaelp']

/**
 * Gives each heading in the blocks of a page its name, made of its words as an address is, with a number if it is taken.
 * @returns the same blocks with names, and all names in the page's order
 */
export function nameHeadings(blocks: readonly BlockView[]): { blocks: NamedBlock[]; anchors: Anchor[] } {
  const anchors: Anchor[] = []
  const taken = new Set([...TAKEN, ...blocks.flatMap(ownNames)])

  function name(text: string): string | undefined {
    const wanted = slugify(text)
    if (!wanted) return undefined
    let id = wanted
    for (let nth = 2; taken.has(id); nth++) id = `${wanted}-${nth}`
    taken.add(id)
    anchors.push({ id, text })
    return id
  }

  function within(nodes: RichTextNode[]): RichTextNode[] {
    return nodes.map((node) => {
      const id = node.type === 'heading' ? name(plainText(node.children)) : undefined
      return id ? { ...node, id } : node
    })
  }

  const named = blocks.map((block): NamedBlock => {
    const heading = headingOf(block)
    const anchor = heading ? name(heading) : undefined
    return { ...withTexts(block, within), ...(anchor && { anchor }) }
  })
  return { blocks: named, anchors }
}

function headingOf(block: BlockView): string | null {
  switch (block.type) {
    case 'pressDuty':
    case 'contactSearch':
    case 'image':
      return null
    case 'story':
      return block.title
    default:
      return block.heading
  }
}

/** The block with its running texts changed. */
function withTexts(block: BlockView, change: (text: RichTextNode[]) => RichTextNode[]): BlockView {
  switch (block.type) {
    case 'richText':
    case 'story':
      return { ...block, body: change(block.body) }
    case 'accordion':
    case 'guidance':
      return { ...block, items: block.items.map((item) => ({ ...item, body: change(item.body) })) }
    case 'linkList':
    case 'deadlineForm':
      return { ...block, intro: change(block.intro) }
    default:
      return block
  }
}

/** What the block's own parts are called. */
function ownNames(block: BlockView): string[] {
  if (block.type === 'contactBoxes') return block.boxes.map(({ id }) => id)
  if (block.type === 'contactSearch') return [block.search.listId]
  return block.type === 'department' ? block.departments.map(({ id }) => id) : []
}
