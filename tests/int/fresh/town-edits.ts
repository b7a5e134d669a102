import * as fc from 'fast-check'
import type { Copy } from './town.ts'

/** A change of the content by SQL; the numbers choose what it changes, and into what. */
export type Edit = { kind: keyof typeof EDITS; a: number; b: number }

/** What there is before each run. Pages and contacts from 1000 on are drafts, so many that a change of all is told as one. */
export const BEGINNING = `
  TRUNCATE pages, redirects, press_contacts, footer, changes.log RESTART IDENTITY CASCADE;
  INSERT INTO footer (name, street, postal_code, city, cvr) VALUES ('Kommunen', 'Boulevarden 13', '9000', 'Aalborg', '1');
  INSERT INTO pages (title, slug, _status) VALUES ('Forside', 'forside', 'published'), ('A', 'a', 'published'),
    ('B', 'b', 'published'), ('C', 'c', 'draft');
  INSERT INTO pages (title, slug, parent_id, _status) VALUES ('A A', 'a', 2, 'published'), ('A B', 'b', 2, 'published'),
    ('A A A', 'a', 5, 'published'), ('C A', 'a', 4, 'published');
  INSERT INTO press_contacts (name, slug, title, _status) SELECT n, 'k' || n, 'K', 'published' FROM generate_series(1, 4) AS n;
  INSERT INTO redirects ("from", page_id) VALUES ('/d', 2), ('/c', 3);
  INSERT INTO pages (id, title, slug, parent_id, _status) SELECT n, n, 'n' || n, 4, 'draft' FROM generate_series(1000, 1104) AS n;
  INSERT INTO press_contacts (id, name, slug, title, _status)
    SELECT n, n, 'n' || n, n, 'draft' FROM generate_series(1000, 1104) AS n`

const SLUGS = ['a', 'b', 'c', 'd']

/** Addresses at which something stands now and then. */
export const ADDRESSES_TO_ASK = [
  '/',
  ...SLUGS.flatMap((one) => [`/${one}`, ...['a', 'b'].map((other) => `/${one}/${other}`)]),
  '/a/a/a',
  '/a/b/a',
  ...[1, 2, 3, 4].map((number) => `/visitkort/k${number}.vcf`),
  '/sitemap.xml',
  '/ikke-fundet',
]

const pick = <Item>(items: readonly Item[], number: number) => items[number % items.length] as Item
const slug = (number: number) => `'${pick(SLUGS, number)}'`
const status = (number: number) => `'${pick(['published', 'draft'], number)}'`

const pageId = (copy: Copy, number: number) =>
  pick([...copy.rows.map(({ id }) => id).filter((id) => id < 1000), 0], number)
const page =
  (set: (copy: Copy, b: number) => string) =>
  (copy: Copy, a: number, b: number): string =>
    `UPDATE pages SET ${set(copy, b)} WHERE id = ${pageId(copy, a)}`
const contact =
  (set: (b: number) => string) =>
  (_: Copy, a: number, b: number): string =>
    `UPDATE press_contacts SET ${set(b)} WHERE id = ${1 + (a % 4)}`
const parent = (copy: Copy, number: number) => pageId(copy, number) || 'NULL'

const EDITS = {
  title: page((_, b) => `title = 'T${b}'`),
  summary: page((_, b) => `summary = 'S${b}'`),
  slug: page((_, b) => `slug = ${slug(b)}`),
  parent: page((copy, b) => `parent_id = ${parent(copy, b)}`),
  order: page((_, b) => `_order = ${pick(["'a0'", "'Zz'", "'a1'", 'NULL'], b)}`),
  status: page((_, b) => `_status = ${status(b)}`),
  deletePage: (copy, a) => `DELETE FROM pages WHERE id = ${pageId(copy, a)}`,
  insertPage: (copy, a, b) =>
    `INSERT INTO pages (title, slug, parent_id, _status) VALUES ('N${b}', ${slug(b)}, ${parent(copy, a)}, 'published')`,
  contactTitle: contact((b) => `title = 'K${b}'`),
  contactSlug: contact((b) => `slug = 'k${1 + (b % 4)}'`),
  contactStatus: contact((b) => `_status = ${status(b)}`),
  addRedirect: (copy, a, b) =>
    `INSERT INTO redirects ("from", page_id) VALUES ('${pick(ADDRESSES_TO_ASK.slice(0, 15), b)}', ${parent(copy, a)})`,
  dropRedirect: (copy, a) => `DELETE FROM redirects WHERE id = ${pick([...copy.redirects, { id: 0 }], a).id}`,
  turnRedirect: (copy, a, b) =>
    `UPDATE redirects SET page_id = ${parent(copy, b)} WHERE id = ${pick([...copy.redirects, { id: 0 }], a).id}`,
  street: (_, a) => `UPDATE footer SET street = 'Vej ${a}'`,
  manyContacts: (_, a) => `UPDATE press_contacts SET title = title || ${a}`,
  manyPages: (_, a) => `UPDATE pages SET summary = 'M${a}'`,
} satisfies Record<string, (copy: Copy, a: number, b: number) => string>

export const sqlOf = ({ kind, a, b }: Edit, copy: Copy): string => EDITS[kind](copy, a, b)

const anyNumber = fc.nat({ max: 60 })

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])),
  a: anyNumber,
  b: anyNumber,
})
