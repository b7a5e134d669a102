import type { Pool } from 'pg'
import { readPageRows } from '../../../src/database/addresses.ts'
import { ADDRESSES, vcardSlug, addressKind } from '../../../src/domain/addresses.ts'
import { PageTree, type PageRow } from '../../../src/domain/tree/page-tree.ts'
import type { Nothing, Rendered } from '../../../src/web/handover.ts'

/** Where a stand-in for the app reads: the database as it is, or a copy of all that was in it. */
export type Source = {
  tree(): PageTree
  page(id: number): Promise<{ title: string; summary: string | null } | null>
  contacts(): Promise<Contact[]>
  redirect(from: string): Promise<Redirect | null>
  street(): Promise<string>
}

type Contact = { id: number; slug: string; title: string }
type Redirect = { id: number; from: string; page: number }

const HOUR = 3_600_000

/** What stands at an address at an instant, in JSON, with the tags that the app would give. */
export async function answerAt(path: string, at: number, source: Source): Promise<Rendered | Nothing> {
  const tags = new Set<string>()
  let freshUntil: number | null = null
  const made = (body: unknown, status = 200): Rendered => ({
    status,
    headers: [],
    body: JSON.stringify(body),
    tags,
    freshUntil,
    sides: 1,
  })
  const nothing = { status: null, tags, freshUntil: null }
  const node = (id: number) => {
    for (const { id: above } of [{ id }, ...source.tree().lineage(id)]) tags.add(`page-node:${above}`)
    const page = source.tree().node(id)
    return page && [page.title, page.href]
  }
  const street = async () => {
    tags.add('footer')
    return source.street()
  }
  const { name } = addressKind(path)
  if (name === 'robots') return made('robots')
  if (name === 'sitemap') {
    tags.add('pages')
    return made(
      source
        .tree()
        .byAge(0, Infinity)
        .map(({ href, title }) => [href, title])
        .toSorted(),
    )
  }
  if (name === 'vcard') {
    const contact = (await source.contacts()).find(({ slug }) => slug === vcardSlug(path))
    if (!contact) return nothing
    tags.add(`press-contacts:${contact.id}`)
    return made([contact.slug, contact.title])
  }
  const id = source.tree().at(path)
  const page = id === null ? null : await source.page(id)
  if (id !== null && page) {
    tags.add(`pages:${id}`)
    const above = source.tree().ancestors(id)
    for (const link of source.tree().lineage(id)) tags.add(`page-node:${link.id}`)
    const below = source.tree().children(id)
    for (const child of below) tags.add(`page-node:${child.id}`)
    tags.add(`page-children:${id}`)
    if (id % 3 === 0) freshUntil = (Math.floor(at / HOUR) + 1) * HOUR
    let contacts: Contact[] = []
    if (id % 4 === 0) {
      tags.add('press-contacts')
      contacts = await source.contacts()
    } else if (id % 4 === 1) {
      tags.add(`press-contacts:${id % 5}`)
      contacts = (await source.contacts()).filter((contact) => contact.id === id % 5)
    }
    return made({
      page,
      id,
      above: above.map(({ title, href }) => [title, href]),
      below: below.map(({ title, href }) => [title, href]),
      link: node(id + 1),
      contacts,
      hour: freshUntil,
      street: await street(),
    })
  }
  if (name === ADDRESSES.notFound.name || name === ADDRESSES.failed.name) return made([name, await street()])
  const redirect = await source.redirect(path)
  if (!redirect) return nothing
  tags.add(`redirects:${redirect.id}`)
  const to = node(redirect.page)
  return to ? made({ to: to[1] }, 308) : nothing
}

/** The database as it is now. @param tree as the server keeps it @param pause before each query */
export const living = (pool: Pool, tree: () => PageTree, pause: () => Promise<void>): Source => {
  const query = async <Row extends object>(text: string, values: unknown[] = []) => {
    await pause()
    return (await pool.query<Row>(text, values)).rows
  }
  return {
    tree,
    page: async (id) =>
      (await query<{ title: string; summary: string | null }>(`${PAGE} AND id = $1`, [id]))[0] ?? null,
    contacts: () => query<Contact>(CONTACTS),
    redirect: async (from) => (await query<Redirect>(`${REDIRECTS} WHERE "from" = $1`, [from]))[0] ?? null,
    street: async () => (await query<{ street: string }>(STREET))[0]?.street ?? '',
  }
}

const PAGE = `SELECT title, summary FROM pages WHERE _status = 'published'`
const CONTACTS = `SELECT id, slug, title FROM press_contacts WHERE _status = 'published' ORDER BY id`
const REDIRECTS = `SELECT id, "from", page_id AS page FROM redirects`
const STREET = 'SELECT street FROM footer'

/** All that is in the database at one time. */
export type Copy = Source & {
  rows: PageRow[]
  redirects: Redirect[]
  people: Contact[]
}

export async function copyOf(pool: Pool): Promise<Copy> {
  const rows = await readPageRows(null, pool)
  const tree = new PageTree(rows)
  const people = (await pool.query<Contact>(CONTACTS)).rows
  const redirects = (await pool.query<Redirect>(REDIRECTS)).rows
  const street = (await pool.query<{ street: string }>(STREET)).rows[0]?.street ?? ''
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    rows,
    people,
    redirects,
    tree: () => tree,
    page: (id) => {
      const row = byId.get(id)
      return Promise.resolve(row?.isPublished ? { title: row.title, summary: row.summary } : null)
    },
    contacts: () => Promise.resolve(people),
    redirect: (path) => Promise.resolve(redirects.find(({ from }) => from === path) ?? null),
    street: () => Promise.resolve(street),
  }
}
