import { plainText } from '../../domain/text/rich-words.ts'
import { slugify } from '../../domain/slug.ts'
import type { BlockView } from './blocks.ts'
import type { ChartNode, DepartmentView, UnitView } from './organisation.ts'
import type { RichTextNode } from './rich-text.ts'

/** A heading of a page that can be linked to: `#id`. */
export type Anchor = { id: string; text: string }

/** A block whose heading, if it has one, can be linked to. */
export type NamedBlock = BlockView & { anchor?: string }

/** Names of the frame of each page, and what the blocks call their own parts (`<name>-…`). */
const TAKEN = ['indhold', 'soeg', 'q', 'site', 'kontakt', 'kontakter', 'modtaget', 'klage-hjaelp', 'sidefod']

/**
 * What a part with this title is called on its page, unless the page has an older part or a heading by the same title: that
 * one has the name then. Empty if the title has no letters or digits.
 */
export function anchorOf(title: string): string {
  const wanted = slugify(title)
  return TAKEN.includes(wanted) ? `${wanted}-2` : wanted
}

/**
 * Gives each heading in the blocks of a page its name, made of its words as an address is, with a number if it is taken; and
 * what unfolds and the like after all headings, so that no heading loses its name to it. A chart keeps the links that lead to
 * something on this page.
 * @returns the same blocks with names, and all names in the page's order
 */
export function nameHeadings(blocks: readonly BlockView[]): { blocks: NamedBlock[]; anchors: Anchor[] } {
  const anchors: Anchor[] = []
  const own = blocks.flatMap(ownNames)
  const taken = new Set([...TAKEN, ...own])
  const later: (() => void)[] = []

  function free(wanted: string): string {
    let id = wanted
    for (let nth = 2; taken.has(id); nth++) id = `${wanted}-${nth}`
    taken.add(id)
    return id
  }

  function name(text: string): string | undefined {
    const wanted = slugify(text)
    if (!wanted) return undefined
    const id = free(wanted)
    anchors.push({ id, text })
    return id
  }

  /** A copy of a part that gets its name when all headings have theirs. */
  function part<Part extends Titled>(original: Part): Part {
    const copy = { ...original }
    const wanted = slugify(copy.title)
    const anchor = { id: '', text: copy.title }
    if (wanted) {
      anchors.push(anchor)
      later.push(() => {
        copy.id = anchor.id = free(wanted)
      })
    }
    copy.body = within(copy.body)
    return copy
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
    const texts = withTexts(block, part, within)
    const linked =
      texts.type === 'organisationChart' ? { ...texts, chart: linkedChart(texts.chart, new Set(own)) } : texts
    return { ...linked, ...(anchor && { anchor }) }
  })
  for (const nameIt of later) nameIt()
  return { blocks: named, anchors }
}

/** The h2 headings of a page, as src/components/blocks.tsx shows them. */
export function mainHeadings(blocks: readonly NamedBlock[]): Anchor[] {
  return blocks.flatMap((block) => {
    const text = headingOf(block)
    if (text) return block.anchor ? [{ id: block.anchor, text }] : []
    if (block.type === 'contactBoxes') return block.boxes.map(({ id, name }) => ({ id, text: name }))
    if (block.type === 'guidance' && !block.folded)
      return block.items.flatMap(({ id, title }) => (id ? [{ id, text: title }] : []))
    return block.type === 'richText' ? topHeadings(block.body) : []
  })
}

function topHeadings(body: RichTextNode[]): Anchor[] {
  const headings = body.flatMap((node) => (node.type === 'heading' ? [node] : []))
  const top = Math.min(...headings.map(({ level }) => level))
  return headings.flatMap(({ id, level, children }) =>
    id && level === top ? [{ id, text: plainText(children) }] : [],
  )
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

function linkedChart(node: ChartNode, names: ReadonlySet<string>): ChartNode {
  const below = (nodes: ChartNode[]) => nodes.map((child) => linkedChart(child, names))
  return {
    ...node,
    href: node.href !== null && names.has(node.href.slice(1)) ? node.href : null,
    children: below(node.children),
    staff: node.staff && { ...node.staff, units: below(node.staff.units) },
  }
}

type Titled = { title: string; body: RichTextNode[]; id?: string }

/** The block with its parts and its running texts changed, in their order. */
function withTexts(
  block: BlockView,
  part: <Part extends Titled>(part: Part) => Part,
  change: (text: RichTextNode[]) => RichTextNode[],
): BlockView {
  switch (block.type) {
    case 'richText':
    case 'story':
      return { ...block, body: change(block.body) }
    case 'accordion':
    case 'guidance':
      return { ...block, items: block.items.map(part) }
    case 'principles':
      return { ...block, principles: block.principles.map(part) }
    case 'linkList':
    case 'deadlineForm':
    case 'contactBoxes':
    case 'contactRows':
      return { ...block, intro: change(block.intro) }
    default:
      return block
  }
}

/** What the block's own parts are called. */
function ownNames(block: BlockView): string[] {
  if (block.type === 'contactBoxes') return block.boxes.map(({ id }) => id)
  if (block.type === 'contactRows') return block.rows.map(({ id }) => id)
  if (block.type === 'contactSearch')
    return [block.search.listId, ...block.search.contacts.map(({ id }) => id)]
  if (block.type === 'linkList') return block.links.flatMap(({ moved }) => moved ?? [])
  return block.type === 'department' ? block.departments.flatMap(departmentNames) : []
}

const departmentNames = ({ id, groups, leaders }: DepartmentView): string[] => [
  id,
  ...groups.flatMap(({ units }) => units.flatMap(unitNames)),
  ...(leaders?.people.map((leader) => leader.id) ?? []),
]

const unitNames = ({ id, units }: UnitView): string[] => [id, ...units.flatMap(unitNames)]
