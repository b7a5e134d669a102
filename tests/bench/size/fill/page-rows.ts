import { h4, p, pageLink, type RichText, richText, ul } from '../../../../content/rich-text.ts'
import { slugify } from '../../../../src/domain/slug.ts'
import { seeded, type Text } from '../../search-data.ts'
import { orderKey, type Row, rowId, type Rows } from './rows.ts'

/** Ids that pages refer to. */
export type PageRefs = { boxes: number[]; departments: number[]; files: number[]; firstPage: number }

/** A block with what stands in tables of its own: rows of an array, and relationships. */
type Block = {
  type: string
  columns: Row
  items?: { name: string; rows: Row[] }
  refs?: { field: string; column: string; ids: number[] }
}

/**
 * Adds a tree of pages, five levels deep, a few parents with many children. A fifth of the pages shows contact boxes;
 * texts, lists, figures, images and links to other pages are spread over all.
 */
export function addPages(rows: Rows, texts: Text[], refs: PageRefs): void {
  const { next, pick } = seeded(3)
  const starts = levelStarts(texts.length)
  let ids = 0
  texts.forEach((text, at) => {
    const id = refs.firstPage + at
    const level = starts.findLastIndex((start) => start <= at)
    const [from = 0, to = 0] = level === 0 ? [] : [starts[level - 1], starts[level]]
    const title = capitalised(text.title)
    rows.add('pages', {
      id,
      title,
      summary: `${capitalised(text.summary)}.`,
      slug: slugify(title),
      parent_id: level === 0 ? null : refs.firstPage + from + Math.floor(next() ** 2 * (to - from)),
      in_menu: level === 0,
      _status: 'published',
      _order: orderKey(at),
    })
    const otherPage = () => refs.firstPage + Math.floor(next() * texts.length)
    blocksOf(at, text.body, { ...refs, pick, otherPage }).forEach((block, index) => {
      const table = `pages_blocks_${block.type}`
      const blockId = rowId(++ids)
      rows.add(table, { _order: index + 1, _parent_id: id, _path: 'blocks', id: blockId, ...block.columns })
      block.items?.rows.forEach((item, order) =>
        rows.add(`${table}_${block.items?.name}`, {
          _order: order + 1,
          _parent_id: blockId,
          id: rowId(++ids),
          ...item,
        }),
      )
      block.refs?.ids.forEach((ref, order) =>
        rows.add('pages_rels', {
          order: order + 1,
          parent_id: id,
          path: `blocks.${index}.${block.refs?.field}`,
          contact_boxes_id: null,
          pages_id: null,
          [block.refs?.column ?? '']: ref,
        }),
      )
    })
  })
}

/** Where each of the five levels begins. */
function levelStarts(pages: number): number[] {
  const starts = [0]
  for (const share of [0.001, 0.011, 0.1, 0.38])
    starts.push((starts.at(-1) ?? 0) + Math.max(1, Math.round(share * pages)))
  return starts
}

type Sources = PageRefs & { pick: <Item>(items: readonly Item[]) => Item; otherPage: () => number }

function blocksOf(
  at: number,
  body: string,
  { boxes, departments, files, pick, otherPage }: Sources,
): Block[] {
  const sentences = sentencesOf(body)
  const half = Math.ceil(sentences.length / 2)
  const every = (nth: number, make: () => Block): Block[] => (at % nth === nth - 1 ? [make()] : [])
  const links = (count: number) => Array.from({ length: count }, otherPage)
  return [
    {
      type: 'rich_text',
      columns: { heading: null, body: prose(sentences.slice(0, half), otherPage()) },
    },
    ...every(7, () => ({
      type: 'image',
      columns: { media_id: pick(files), caption: startOf(sentences[0], 200) },
    })),
    ...every(3, () => ({
      type: 'accordion',
      columns: { heading: 'Hvis du vil vide mere' },
      items: {
        name: 'items',
        rows: [0, 1, 2].map((item) => ({
          title: `${startOf(sentences[item], 60)}?`,
          body: prose(sentences.slice(half + item, half + item + 3), otherPage()),
        })),
      },
    })),
    ...every(5, () => ({
      type: 'contact_boxes',
      columns: { heading: 'Kontakt os' },
      refs: {
        field: 'boxes',
        column: 'contact_boxes_id',
        ids: [...new Set([boxes[at % boxes.length] ?? 0, pick(boxes)])],
      },
    })),
    ...every(6, () => ({
      type: 'facts',
      columns: { heading: 'Fakta i tal' },
      items: {
        name: 'facts',
        rows: [1, 2, 3, 4].map((fact) => ({ figure: `${fact * 37 + at}`, text: sentences[fact] ?? 'I alt' })),
      },
    })),
    ...every(9, () => ({
      type: 'link_list',
      columns: { heading: 'Selvbetjening', intro: null, as_cards: at % 2 === 0 },
      items: {
        name: 'links',
        rows: links(4).map((page, link) => ({
          label: startOf(sentences[link], 40),
          page_id: page,
          url: null,
          description: null,
        })),
      },
    })),
    ...every(40, () => ({
      type: 'department',
      columns: { heading: null, department_id: pick(departments) },
    })),
    {
      type: 'rich_text',
      columns: { heading: 'Det skal du vide', body: prose(sentences.slice(half), otherPage()) },
    },
    { type: 'child_pages', columns: { heading: 'Læs også' } },
    ...every(2, () => ({
      type: 'related_pages',
      columns: { heading: 'Måske er du også interesseret i' },
      refs: { field: 'pages', column: 'pages_id', ids: [...new Set(links(3))] },
    })),
  ]
}

/** Paragraphs, a list, and a link to a page. */
function prose(sentences: string[], page: number): RichText {
  const [first = 'Læs mere.', second, ...rest] = sentences
  return richText(
    p(first, ' Læs også ', pageLink('om reglerne her', page), '.'),
    ...(second ? [p(second, ' ', ...rest.slice(0, 3))] : []),
    ...(rest.length > 5 ? [h4('Sådan gør du'), ul(rest.slice(3, 6).map((text) => [text]))] : []),
    ...(rest.length > 6 ? [p(rest.slice(6).join(' '))] : []),
  )
}

function sentencesOf(body: string): string[] {
  const words = body.split(' ')
  const sentences: string[] = []
  for (let at = 0; at < words.length; at += WORDS)
    sentences.push(`${capitalised(words.slice(at, at + WORDS).join(' '))}.`)
  return sentences
}

const WORDS = 12

const startOf = (sentence = 'Læs mere', length: number): string => sentence.slice(0, length).trim()

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
