import { searchEntries as find, searchEntry, type SearchEntry } from '../domain/fold.ts'
import type { AktindsigtGuidance, Department, Page } from '../payload-types.ts'
import { contactEntry } from './contacts.ts'
import { refId, type Reader } from './reader.ts'
import { plainText } from './rich-text.ts'
import { labels } from './shell.ts'
import type { SearchResult, SearchView } from './views.ts'

/** More than this and people are asked for another word. */
const MANY = 30

type Entry = { result: SearchResult; entry: SearchEntry }

/** The results for `query` among everything published, people first, then by how well they match. */
export async function searchView(query: string, reader: Reader): Promise<SearchView> {
  await reader.loadTree()
  const { search } = await labels(reader)
  const typed = query.trim()
  if (!typed) return { query: '', total: 0, message: search.empty, help: null, results: [] }
  const all = await searchEntries(reader)
  const found = find(
    typed,
    all.map(({ entry }) => entry),
  )
  const results = found.slice(0, MANY).flatMap((index) => all[index]?.result ?? [])
  const count = found.length === 1 ? '1 resultat' : `${found.length} resultater`
  const nothing = found.length === 0 ? `${search.none} ${search.noneHelp}` : null
  return {
    query: typed,
    total: found.length,
    message: `${count} for »${typed}«`,
    help: found.length > MANY ? search.many : nothing,
    results,
  }
}

/** Everything published that can be found; `loadTree()` comes first. */
export const searchEntries = (reader: Reader): Promise<Entry[]> =>
  reader.derived('search entries', () => readEntries(reader))

async function readEntries(reader: Reader): Promise<Entry[]> {
  const { contact } = await labels(reader)
  const [contacts, boxes, departments, people, guidance, stories, principles, pages] = await Promise.all([
    reader.all('press-contacts'),
    reader.all('contact-boxes'),
    reader.all('departments'),
    reader.all('people'),
    reader.all('aktindsigt-guidance'),
    reader.all('grundfortaelling'),
    reader.all('pejlemaerker'),
    reader.allPages(),
  ])
  const departmentPages = pages.filter((page) =>
    page.blocks?.some(({ blockType }) => blockType === 'department'),
  )
  const pageOf = (doc: Department): string | undefined => {
    const page = departmentPages.find(({ blocks }) =>
      blocks?.some(
        (block) => block.blockType === 'department' && isUnder(doc.id, refId(block.department), departments),
      ),
    )
    return (page && reader.node(page.id)?.href) ?? undefined
  }
  const hrefOf = (blockType: string): string => {
    const page = pages.find(({ blocks }) => blocks?.some((block) => block.blockType === blockType))
    return (page && reader.node(page.id)?.href) ?? '/'
  }
  return [
    ...contacts.map((doc) => ({
      result: {
        type: 'Pressekontakt',
        title: doc.name,
        href: hrefOf('contactSearch'),
        text: doc.title,
        breadcrumb: [],
      },
      entry: contactEntry(doc),
    })),
    ...boxes.map((doc) => ({
      result: {
        type: 'Kontakt',
        title: doc.name,
        href: `/kontakt#${doc.slug}`,
        text: [doc.street, doc.city].filter(Boolean).join(', ') || null,
        breadcrumb: [],
      },
      entry: searchEntry(
        [doc.name, doc.street, doc.city, doc.note?.title].join(' '),
        doc.phone ? [doc.phone] : [],
      ),
    })),
    ...departments.flatMap((doc) => {
      const href = pageOf(doc)
      if (!href) return []
      const leaders = (doc.appointments ?? []).flatMap(({ person, title, acting }) => {
        const leader = people.find(({ id }) => id === refId(person))
        if (!leader) return []
        const post = `${acting ? `${contact.acting} ` : ''}${title}, ${doc.name}`
        return {
          result: { type: 'Leder', title: leader.name, href, text: post, breadcrumb: [] },
          entry: searchEntry([leader.name, post, leader.email].join(' '), leader.phone ? [leader.phone] : []),
        }
      })
      const result = { type: 'Organisation', title: doc.name, href, text: null, breadcrumb: [] }
      return [...leaders, { result, entry: searchEntry(`${doc.name} ${plainText(doc.body)}`) }]
    }),
    ...guidance.map((doc) => text('Aktindsigt', doc, hrefOf('aktindsigtGuidance'))),
    ...stories.map((doc) => text('Grundfortælling', doc, hrefOf('story'))),
    ...principles.map((doc) => text('Pejlemærke', doc, hrefOf('principles'))),
    ...pages.flatMap((page) => {
      const node = reader.node(page.id)
      if (!node) return []
      const breadcrumb = reader.ancestors(page.id).map(({ title }) => title)
      return {
        result: { type: 'Side', title: node.title, href: node.href, text: node.summary, breadcrumb },
        entry: searchEntry(pageWords(page)),
      }
    }),
  ]
}

/** A text that stands on a page with others. */
const text = (
  type: string,
  { title, body }: Pick<AktindsigtGuidance, 'title' | 'body'>,
  href: string,
): Entry => ({
  result: { type, title, href, text: null, breadcrumb: [] },
  entry: searchEntry(`${title} ${plainText(body)}`),
})

function isUnder(
  id: number,
  top: number | null,
  all: readonly { id: number; parent?: number | { id: number } | null }[],
): boolean {
  const seen = new Set<number>()
  for (let at: number | null = id; at !== null && !seen.has(at);) {
    if (at === top) return true
    seen.add(at)
    at = refId(all.find((doc) => doc.id === at)?.parent)
  }
  return false
}

/** All text of a page: title, summary, and every text and rich text of its blocks. */
function pageWords({ title, summary, blocks }: Page): string {
  const words = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(words)
    if (!value || typeof value !== 'object') return []
    if ('root' in value) return [plainText(value as Parameters<typeof plainText>[0])]
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? (TEXT_FIELDS.has(key) ? [inner] : []) : words(inner),
    )
  }
  return [title, summary ?? '', ...words(blocks)].join(' ')
}

const TEXT_FIELDS = new Set([
  'heading',
  'listHeading',
  'title',
  'text',
  'label',
  'description',
  'figure',
  'caption',
])
