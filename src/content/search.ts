import { searchEntries } from '../domain/fold.ts'
import type { Page } from '../payload-types.ts'
import { contactsPage } from './contacts.ts'
import { refId, type Reader } from './reader.ts'
import { plainText } from './rich-text.ts'
import { labels } from './shell.ts'
import type { SearchResult, SearchView } from './views.ts'

/** More than this and people are asked for another word. */
const MANY = 30

type Entry = SearchResult & { words: string; phones: string[] }

/** The results for `query` among everything published, people first, then by how well they match. */
export async function searchView(query: string, reader: Reader): Promise<SearchView> {
  await reader.loadTree()
  const { search } = await labels(reader)
  const typed = query.trim()
  if (!typed) return { query: '', total: 0, message: search.empty, help: null, results: [] }
  const all = await entries(reader)
  const found = searchEntries(typed, all).flatMap((index) => all[index] ?? [])
  const results = found.slice(0, MANY).map(({ words: _words, phones: _phones, ...result }) => result)
  if (found.length === 0)
    return { query: typed, total: 0, message: search.none, help: search.noneHelp, results }
  const count = found.length === 1 ? '1 resultat' : `${found.length} resultater`
  return {
    query: typed,
    total: found.length,
    message: `${count} for »${typed}«`,
    help: found.length > MANY ? search.many : null,
    results,
  }
}

async function entries(reader: Reader): Promise<Entry[]> {
  const [contacts, boxes, departments, pages, base] = await Promise.all([
    reader.all('press-contacts'),
    reader.all('contact-boxes'),
    reader.all('departments'),
    reader.allPages(),
    contactsPage(reader),
  ])
  const departmentPages = pages.filter((page) =>
    page.blocks?.some(({ blockType }) => blockType === 'department'),
  )
  return [
    ...contacts.map((doc) => ({
      type: 'Pressekontakt',
      title: doc.name,
      href: base || '/',
      text: doc.title,
      breadcrumb: [],
      words: `${doc.name} ${doc.title} ${doc.email ?? ''}`,
      phones: doc.phones.map(({ number }) => number),
    })),
    ...boxes.map((doc) => ({
      type: 'Kontakt',
      title: doc.name,
      href: `/kontakt#${doc.slug}`,
      text: [doc.street, doc.city].filter(Boolean).join(', ') || null,
      breadcrumb: [],
      words: `${doc.name} ${doc.street ?? ''} ${doc.city ?? ''} ${doc.note?.title ?? ''}`,
      phones: doc.phone ? [doc.phone] : [],
    })),
    ...departments.flatMap((doc) => {
      const page = departmentPages.find(({ blocks }) =>
        blocks?.some(
          (block) =>
            block.blockType === 'department' && isUnder(doc.id, refId(block.department), departments),
        ),
      )
      const href = page && reader.node(page.id)?.href
      if (!href) return []
      return {
        type: 'Organisation',
        title: doc.name,
        href: refId(doc.parent) === null ? href : `${href}#afdeling-${doc.id}`,
        text: null,
        breadcrumb: [],
        words: doc.name,
        phones: [],
      }
    }),
    ...pages.flatMap((page) => {
      const node = reader.node(page.id)
      if (!node) return []
      return {
        type: 'Side',
        title: node.title,
        href: node.href,
        text: node.summary,
        breadcrumb: reader.ancestors(page.id).map(({ title }) => title),
        words: pageWords(page),
        phones: [],
      }
    }),
  ]
}

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
