/** Words of one format. `link`: an address that is allowed. */
export type Run = { text: string; bold: boolean; italic: boolean; link: string | null } | 'break'

export type Item = { runs: Run[]; list: List | null }
export type List = { kind: 'list'; ordered: boolean; items: Item[] }
export type Cell = { isHeading: boolean; blocks: Block[] }
type Table = { kind: 'table'; rows: Cell[][] }

/** What a paste consists of. `level`: as it was copied, from 1. */
export type Block =
  { kind: 'paragraph'; runs: Run[] } | { kind: 'heading'; level: number; runs: Run[] } | List | Table

/**
 * Headings as a text has them: the two highest levels of a document are both sections here, below the heading of their
 * place; what is below them comes second, and never before a section.
 */
export function inOrder(blocks: readonly Block[]): Block[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const highest = Math.max(2, Math.min(...levels))
  let hasSection = false
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const isSection = block.level <= highest || !hasSection
    hasSection = true
    return { ...block, level: isSection ? 3 : 4 }
  })
}

export const toHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('')

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs.map((run) => plain(run)))}</h${block.level}>`
    case 'list':
      return listHtml(block)
    case 'table':
      return `<table>${block.rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('')}</table>`
  }
}

function cellHtml({ isHeading, blocks }: Cell): string {
  const tag = isHeading ? 'th' : 'td'
  return `<${tag}>${toHtml(blocks)}</${tag}>`
}

function listHtml({ ordered, items }: List): string {
  const tag = ordered ? 'ol' : 'ul'
  const inside = items.map(({ runs, list }) => `<li>${runsHtml(runs)}${list ? listHtml(list) : ''}</li>`)
  return `<${tag}>${inside.join('')}</${tag}>`
}

const plain = (run: Run): Run => (run === 'break' ? run : { ...run, bold: false, italic: false })

function runsHtml(runs: readonly Run[]): string {
  let html = ''
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!
    if (run === 'break' || run.link === null) {
      html += runHtml(run)
      continue
    }
    // One link of several formats is one link.
    let inside = ''
    const { link } = run
    for (; at < runs.length; at++) {
      const next = runs[at]!
      if (next === 'break' || next.link !== link) break
      inside += runHtml(next)
    }
    at--
    html += `<a href="${escaped(link)}">${inside}</a>`
  }
  return html
}

function runHtml(run: Run): string {
  if (run === 'break') return '<br>'
  const words = escaped(run.text)
  const slanted = run.italic ? `<em>${words}</em>` : words
  return run.bold ? `<strong>${slanted}</strong>` : slanted
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The words of runs without the space around and between them that no reader sees; breaks at the ends are dropped. */
export function tidied(runs: readonly Run[]): Run[] {
  const made: Run[] = []
  for (const run of runs) {
    const last = made.at(-1)
    const afterSpace = !last || last === 'break' || last.text.endsWith(' ')
    if (run === 'break') {
      if (last) made.push(run)
      continue
    }
    const text = afterSpace ? run.text.trimStart() : run.text
    if (!text) continue
    if (
      last &&
      last !== 'break' &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.link === run.link
    )
      made[made.length - 1] = { ...last, text: last.text + text }
    else made.push({ ...run, text })
  }
  for (let last = made.at(-1); last !== undefined; last = made.at(-1)) {
    const text = last === 'break' ? '' : last.text.trimEnd()
    if (text && last !== 'break') {
      made[made.length - 1] = { ...last, text }
      break
    }
    made.pop()
  }
  return made
}

/** Two breaks and more are where a paragraph ends. */
export function inParts(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]]
  runs.forEach((run, at) => {
    const isDouble = run === 'break' && (runs[at - 1] === 'break' || runs[at + 1] === 'break')
    if (!isDouble) parts.at(-1)!.push(run)
    else if (parts.at(-1)!.length) parts.push([])
  })
  return parts.filter((part) => part.length > 0)
}
