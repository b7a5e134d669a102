import type { Fields, Row } from '../../../../src/domain/merge/shape.ts'

const items: Fields = { text: { kind: 'value' }, body: { kind: 'text' } }

/** A document with a field of each kind, as pages have them. */
export const FIELDS: Fields = {
  title: { kind: 'value' },
  place: { kind: 'group', fields: { street: { kind: 'value' }, city: { kind: 'value' } } },
  body: { kind: 'text' },
  week: { kind: 'record' },
  chosen: { kind: 'list' },
  blocks: {
    kind: 'rows',
    fieldsOf: ({ blockType }) =>
      blockType === 'list'
        ? { heading: { kind: 'value' }, items: { kind: 'rows', fieldsOf: () => items } }
        : items,
  },
}

export type Doc = {
  title: string
  place: { street: string; city: string }
  body: Text
  week: Record<string, string>
  chosen: string[]
  blocks: (Row & { id: string; heading?: string; text?: string; body?: Text; items?: Item[] })[]
}
type Text = { root: { children: object[] } }
type Item = { id: string; text: string; body: Text }

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const text = (...paragraphs: string[]): Text => ({ root: { children: paragraphs.map(paragraph) } })

/** Words are those that begin with `w`, and each stands once in all that is ever written. */
export const wordsIn = (value: unknown): Set<string> =>
  new Set(JSON.stringify(value ?? null).match(/\bw\d+\b/g) ?? [])

/** A document to begin with. @param word makes a word that was never used */
export const firstDocument = (word: () => string): Doc => ({
  title: word(),
  place: { street: word(), city: word() },
  body: text(word(), word(), word(), word(), word()),
  week: { monday: word(), tuesday: word() },
  chosen: [word(), word(), word()],
  blocks: [
    { id: `r${word()}`, blockType: 'text', text: word(), body: text(word(), word(), word()) },
    {
      id: `r${word()}`,
      blockType: 'list',
      heading: word(),
      items: [item(word), item(word), item(word)],
    },
    { id: `r${word()}`, blockType: 'text', text: word(), body: text(word()) },
  ],
})

const item = (word: () => string): Item => ({ id: `r${word()}`, text: word(), body: text(word()) })

/** One thing that an editor does; `at` says where, of however much there is. */
export type Edit = { what: number; at: number; to: number }

/** What an edit makes of a document, which stays as it was. */
export function edited(document: Doc, { what, at, to }: Edit, word: () => string): Doc {
  const doc = JSON.parse(JSON.stringify(document)) as Doc
  const block = doc.blocks[at % (doc.blocks.length || 1)]
  const days = ['monday', 'tuesday', 'saturday']
  switch (what) {
    case 0:
      doc.title = to === 0 ? '' : word()
      break
    case 1:
      doc.place[at % 2 ? 'street' : 'city'] = word()
      break
    case 2:
      change(doc.body.root.children, at, to, () => paragraph(word()))
      break
    case 3:
      if (to > 7) delete doc.week[days[at % 3] ?? '']
      else doc.week[days[at % 3] ?? ''] = word()
      break
    case 4:
      change(doc.chosen, at, to, word)
      break
    case 5:
    case 6:
      change(doc.blocks, at, to, () => ({ id: `r${word()}`, blockType: 'text', text: word() }), false)
      break
    case 7:
    case 8:
      if (block?.items) change(block.items, to, at, () => item(word), false)
      break
    case 9:
      if (block?.items?.[to % (block.items.length || 1)]) block.items[to % block.items.length]!.text = word()
      break
    case 10:
      if (block?.blockType === 'list') block.heading = word()
      else if (block) block.text = word()
      break
    default:
      if (block?.body) change(block.body.root.children, to, at, () => paragraph(word()))
  }
  return doc
}

/** Adds, removes, moves or replaces one of a list. */
function change<One>(list: One[], at: number, to: number, make: () => One, replaces = true): void {
  const index = at % (list.length || 1)
  if (to < 3) list.splice(index, 0, make())
  else if (to < 5) list.splice(index, 1)
  else if (to < 7) list.splice(to % (list.length || 1), 0, ...list.splice(index, 1))
  else if (replaces && list.length > 0) list[index] = make()
}
