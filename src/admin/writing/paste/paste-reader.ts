import { linkError } from '../../../domain/link.ts'
import type { Counted, Dropped } from './dropped.ts'
import { AROUND, BLOCKS, FLATTENED, LEFT_OUT } from './elements.ts'
import { inScript, isNoteMark, isStruck, type Script, scriptOf } from './letters.ts'
import { type Block, type Cell, type Item, type List, type Run, inParts, tidied } from './pasted-blocks.ts'
import { readTable } from './paste-tables.ts'
import { wordItem } from './word-lists.ts'

type Format = {
  bold: boolean
  italic: boolean
  link: string | null
  keepsLines: boolean
  script: Script
  /** What it is in that becomes plain text, and has been counted. */
  within: readonly Counted[]
}

const PLAIN: Format = { bold: false, italic: false, link: null, keepsLines: false, script: null, within: [] }

/** Deeper than anybody writes; what is deeper is passed over. */
const DEEPEST = 200
const MOST_LEVELS = 8

/** Reads the elements of what was copied as blocks, and notes what it leaves out. */
export class PasteReader {
  private blocks: Block[] = []
  private runs: Run[] = []
  private depth = 0

  constructor(private readonly context: { dropped: Dropped; origin: string }) {}

  read(body: Element): Block[] {
    this.children(body, PLAIN)
    this.end()
    return this.blocks
  }

  /** The blocks of a part for itself, such as a cell. */
  private apart(element: Element, format = PLAIN): Block[] {
    const reader = new PasteReader(this.context)
    reader.depth = this.depth
    reader.children(element, format)
    reader.end()
    return reader.blocks
  }

  private children(element: Element, format: Format): void {
    if (this.depth >= DEEPEST) {
      if (wordsOf(element)) this.context.dropped.deep++
      return
    }
    this.depth++
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.words(child.nodeValue ?? '', format)
      else if (child.nodeType === 1) this.element(child as Element, format)
    }
    this.depth--
  }

  private words(text: string, format: Format): void {
    const { bold, italic, link } = format
    text.split(format.keepsLines ? /\r?\n/ : /$^/).forEach((line, nth) => {
      if (nth > 0) this.runs.push('break')
      // Invisible signs that Word and pages put within words.
      const words = line.replace(/[\u200b\ufeff\u00ad]/g, '').replace(/\s+/g, ' ')
      const raised = format.script && inScript(words, format.script)
      if (raised === null && format.script && words.trim()) this.context.dropped.raised.push(words.trim())
      if (words) this.runs.push({ text: raised || words, bold, italic, link })
    })
  }

  /** Ends the paragraph that is being read. */
  private end(make: (runs: Run[]) => Block = (runs) => ({ kind: 'paragraph', runs })): void {
    const parts = inParts(tidied(this.runs))
    this.runs = []
    this.blocks.push(...parts.map(make))
  }

  private element(element: Element, outer: Format): void {
    const { dropped } = this.context
    const tag = element.localName
    const style = styleOf(element)
    if (isHidden(element, style)) return
    if (isStruck(tag, style)) {
      if (wordsOf(element)) dropped.struck.push(wordsOf(element))
      return
    }
    const kind = LEFT_OUT[tag]
    if (kind) {
      if (kind !== 'nothing' && element.getAttribute('type') !== 'hidden') dropped[kind]++
      return
    }
    if (/mso-element:\s*comment/.test(style)) {
      if (/comment-list/.test(style)) dropped.comments += Math.max(1, element.children.length - 1)
      return
    }
    if (tag === 'img' || tag === 'picture') {
      if (!isDot(element)) dropped.pictures++
      return
    }
    const format = this.flattened(element, formatOf(tag, style, outer))
    const [before, after] = AROUND[tag] ?? []
    if (before) this.words(before, format)
    if (tag === 'br') {
      if (!element.classList.contains('Apple-interchange-newline')) this.runs.push('break')
    } else if (tag === 'a') this.link(element, format)
    else if (tag === 'ul' || tag === 'ol') this.list(element, format)
    else if (tag === 'table') this.table(element)
    else if (wordItem(element)) this.wordItem(element, format)
    else if (BLOCKS.has(tag)) {
      this.end()
      this.children(element, { ...format, keepsLines: format.keepsLines || tag === 'pre' })
      const level = levelOf(element)
      this.end((runs) => (level ? { kind: 'heading', level, runs } : { kind: 'paragraph', runs }))
    } else this.children(element, format)
    if (after) this.words(after, format)
  }

  /** Counts what is about to become plain text, once for what lies within each other. */
  private flattened(element: Element, format: Format): Format {
    const kind = FLATTENED[element.localName]
    if (!kind || format.within.includes(kind) || !wordsOf(element)) return format
    this.context.dropped[kind]++
    return { ...format, within: [...format.within, kind] }
  }

  private link(element: Element, format: Format): void {
    const href = element.getAttribute('href')
    if (href === null) return this.children(element, format)
    const address = addressOf(href, this.context.origin)
    const isAllowed = linkError(address) === null && !isBookmark(address)
    const words = wordsOf(element)
    const { links, notes } = this.context.dropped
    if (isBookmark(address) && isNoteMark(words)) {
      // A raised `1` would be read as a power of the word before it.
      const mark = /^\w/.test(words) ? `[${words}]` : words
      if (!notes.includes(mark)) notes.push(mark)
      return this.words(mark, { ...format, script: null })
    }
    if (!isAllowed && words && href.trim()) links.push(words)
    this.children(element, isAllowed ? { ...format, link: address } : format)
  }

  private list(element: Element, format: Format): void {
    this.end()
    const list = this.listOf(element, format, 1)
    if (list.items.length) this.blocks.push(list)
    // Lists within each other are asked by their own elements.
    const lists = [element, ...element.querySelectorAll('ol')]
    this.context.dropped.numbers += lists.filter(countsOtherwise).length
  }

  private listOf(element: Element, format: Format, level: number): List {
    const list: List = { kind: 'list', ordered: element.localName === 'ol', items: [] }
    const nest = (inner: List) => {
      const last = list.items.at(-1)
      if (!inner.items.length) return
      if (last && level < MOST_LEVELS) last.list = joined(last.list, inner)
      else list.items.push(...inner.items)
    }
    for (const child of element.children) {
      if (/^[uo]l$/.test(child.localName)) nest(this.listOf(child, format, level + 1))
      else {
        const made = flat(
          this.itemBlocks(child, formatOf(child.localName, styleOf(child), format)),
          this.context.dropped,
        )
        if (made.runs.length) list.items.push({ runs: made.runs, list: null })
        for (const inner of made.lists) nest(inner)
      }
    }
    return list
  }

  /** What a point holds; nothing if all of it is struck out. */
  private itemBlocks(element: Element, format: Format): Block[] {
    if (isHidden(element, styleOf(element))) return []
    if (!isStruck(element.localName, styleOf(element))) return this.apart(element, format)
    if (wordsOf(element)) this.context.dropped.struck.push(wordsOf(element))
    return []
  }

  private wordItem(element: Element, format: Format): void {
    this.end()
    const { level, ordered, marker } = wordItem(element)!
    marker?.remove()
    const { runs } = flat(this.apart(element, format), this.context.dropped)
    if (!runs.length) return
    const item: Item = { runs, list: null }
    const last = this.blocks.at(-1)
    // A list of another kind at the top is another list.
    if (last?.kind !== 'list' || (level === 1 && last.ordered !== ordered)) {
      this.blocks.push({ kind: 'list', ordered, items: [item] })
      return
    }
    let list: List = last
    for (let depth = 1; depth < Math.min(level, MOST_LEVELS); depth++) {
      const parent: Item = list.items.at(-1)!
      parent.list ??= { kind: 'list', ordered, items: [] }
      list = parent.list
      if (list.items.length === 0) break
    }
    list.items.push(item)
  }

  private table(element: Element): void {
    this.end()
    const { caption, rows, isLayout } = readTable(element, this.context.dropped, (cell) => this.apart(cell))
    if (caption) {
      this.children(caption, { ...PLAIN, bold: true })
      this.end()
    }
    if (isLayout) this.blocks.push(...rows.flatMap((cells: Cell[]) => cells.flatMap(({ blocks }) => blocks)))
    else if (rows.length) this.blocks.push({ kind: 'table', rows })
  }
}

/** Blocks as the words of one item, each after a break, and the lists among them. */
function flat(blocks: readonly Block[], dropped: Dropped): { runs: Run[]; lists: List[] } {
  const lists: List[] = []
  const runs: Run[] = []
  for (const block of blocks) {
    if (block.kind === 'list') lists.push(block)
    else {
      if (block.kind === 'table') dropped.tables++
      if (block.kind === 'heading') dropped.headings++
      const parts =
        block.kind === 'table'
          ? block.rows.flatMap((cells) => cells.map((cell) => flat(cell.blocks, dropped).runs))
          : [block.runs]
      for (const part of parts)
        runs.push(...(runs.length && part.length ? (['break'] as const) : []), ...part)
    }
  }
  return { runs, lists }
}

const joined = (one: List | null, other: List): List =>
  one ? { ...one, items: [...one.items, ...other.items] } : other

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').toLowerCase()

const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** A numbered list that begins elsewhere, or is counted by letters. */
const countsOtherwise = (list: Element): boolean =>
  list.localName === 'ol' &&
  (Number(list.getAttribute('start') ?? 1) !== 1 ||
    list.hasAttribute('reversed') ||
    /^[aAiI]$/.test(list.getAttribute('type') ?? '') ||
    /list-style(-type)?:[^;]*(alpha|latin|roman)/.test(styleOf(list)))

/** Not shown where it was copied, or the sign before a point of a list. */
const isHidden = (element: Element, style: string): boolean =>
  element.hasAttribute('hidden') ||
  /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore|mso-element:\s*(header|footer)/.test(style)

/** A picture that counts readers. */
const isDot = (element: Element): boolean =>
  ['width', 'height'].every((name) => /^[01]$/.test(element.getAttribute(name) ?? ''))

function formatOf(tag: string, style: string, outer: Format): Format {
  const weight = /(?:^|;)\s*font-weight:\s*([a-z0-9]+)/.exec(style)?.[1]
  const slant = /(?:^|;)\s*font-style:\s*([a-z]+)/.exec(style)?.[1]
  return {
    ...outer,
    // Google Docs puts all that is copied into a `b` that is not bold.
    bold: weight ? /^(bold(er)?|[6-9]00)$/.test(weight) : outer.bold || BOLD.has(tag),
    italic: slant ? /^(italic|oblique)$/.test(slant) : outer.italic || tag === 'i' || tag === 'em',
    script: scriptOf(tag, style, outer.script),
    keepsLines: outer.keepsLines || (/white-space:\s*(pre-wrap|pre-line|pre)\b/.test(style) && tag === 'pre'),
  }
}

/** A word that is explained is bold, as its explanation is a paragraph of its own. */
const BOLD = new Set(['b', 'strong', 'dt', 'summary'])

function levelOf(element: Element): number | null {
  const [, level] = /^h([1-6])$/.exec(element.localName) ?? []
  if (level) return Number(level)
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level')) || 2
  return /\bMsoTitle\b/.test(element.className) ? 1 : null
}

/** An address as it is kept: within the site as a path, and without the detour that Google Docs puts in. */
function addressOf(href: string, origin: string): string {
  const address = href.trim()
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  const target = url.searchParams.get('q')
  if (/^www\.google\.[a-z]+$/.test(url.hostname) && url.pathname === '/url' && target)
    return addressOf(target, origin)
  return url.origin === origin ? url.pathname + url.search + url.hash : address
}

/** A place within the document that was copied from. */
const isBookmark = (address: string): boolean => address.startsWith('#')
