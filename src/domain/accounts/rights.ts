/** What somebody may be here; stored with the account. */
export const ROLES = ['administrator', 'editor', 'local-editor', 'writer'] as const
export type Role = (typeof ROLES)[number]

/**
 * - `draft`: make one, and save it, beside what is public; of files: add one
 * - `publish`: whatever changes what visitors see: publish, unpublish, plan, replace, and save what has no drafts
 * - `delete`: put in the bin, and bring back from there
 */
export type Right = 'draft' | 'publish' | 'delete'

/** How far a right goes. `given`: as `own` for whoever has been given a part of the site, and else everywhere. */
type Reach = 'all' | 'own' | 'given' | 'none'

type Rights = Record<Right, Reach>

const NONE: Rights = { draft: 'none', publish: 'none', delete: 'none' }
const ALL: Rights = { draft: 'all', publish: 'all', delete: 'all' }
const OWN: Rights = { draft: 'own', publish: 'own', delete: 'own' }
const DRAFTS: Rights = { ...NONE, draft: 'given' }
const ADDING: Rights = { ...NONE, draft: 'all' }
const ADDING_OWN: Rights = { ...OWN, draft: 'all' }

/**
 * Who may what in each collection and global: the one table that every way of writing asks. Administrators may everything, and
 * everybody who is logged in may read all but others' accounts; their own they change themselves, but not what it may. What
 * is not in the table is the administrators'.
 */
// prettier-ignore
const TABLE: Record<string, { editor: Rights; 'local-editor': Rights; writer: Rights }> = {
  'pages':               { editor: ALL,  'local-editor': OWN,        writer: DRAFTS },
  'departments':         { editor: ALL,  'local-editor': OWN,        writer: DRAFTS },
  'contact-boxes':       { editor: ALL,  'local-editor': OWN,        writer: DRAFTS },
  'people':              { editor: ALL,  'local-editor': OWN,        writer: DRAFTS },
  'opening-hours':       { editor: ALL,  'local-editor': OWN,        writer: DRAFTS },
  'hours-exceptions':    { editor: ALL,  'local-editor': OWN,        writer: DRAFTS },
  'press-contacts':      { editor: ALL,  'local-editor': NONE,       writer: DRAFTS },
  'aktindsigt-guidance': { editor: ALL,  'local-editor': NONE,       writer: DRAFTS },
  'grundfortaelling':    { editor: ALL,  'local-editor': NONE,       writer: DRAFTS },
  'pejlemaerker':        { editor: ALL,  'local-editor': NONE,       writer: DRAFTS },
  'media':               { editor: ALL,  'local-editor': ADDING_OWN, writer: ADDING },
  'calendar-days':       { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'owners':              { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'search-words':        { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'redirects':           { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'press-duty':          { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'header':              { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'footer':              { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'labels':              { editor: ALL,  'local-editor': NONE,       writer: NONE },
  'users':               { editor: NONE, 'local-editor': NONE,       writer: NONE },
}

/** What parts of the site are given by: a department or a page, with all below it. */
export type Tree = 'departments' | 'pages'

/** By which tree one can tell whose a document is. The others belong to no part of the site. */
const PLACED: Record<string, Tree> = {
  pages: 'pages',
  departments: 'departments',
  'contact-boxes': 'departments',
  people: 'departments',
  'opening-hours': 'departments',
  'hours-exceptions': 'departments',
  media: 'departments',
}

/** What an account may, and the departments and pages it has been given. */
export type Account = { role: Role } & Record<Tree, readonly number[]>

type Given = readonly (number | { id: number })[] | null

/** An account as the CMS has it, as the table knows it. */
export const accountFrom = (user: { role: Role; departments?: Given; branches?: Given }): Account => ({
  role: user.role,
  departments: idsOf(user.departments),
  pages: idsOf(user.branches),
})

const idsOf = (given: Given | undefined): number[] =>
  (given ?? []).map((one) => (typeof one === 'number' ? one : one.id))

/** Where a document stands: a department or page and all above it, itself among them. Empty: nowhere, so that it is nobody's own. */
export type Place = readonly number[]

export const isAdministrator = (role: unknown): boolean => role === 'administrator'

/** By which tree one can tell whose a document of a collection is; null: it belongs to no part of the site. */
export const treeOf = (collection: string): Tree | null =>
  Object.hasOwn(PLACED, collection) ? (PLACED[collection] ?? null) : null

/** How far a right of an account goes in a collection or global; `none` also where it goes as far as nothing that was given. */
export function reachOf(account: Account, right: Right, collection: string): 'all' | 'own' | 'none' {
  const { role } = account
  if (role === 'administrator') return 'all'
  const reach = Object.hasOwn(TABLE, collection) ? TABLE[collection]?.[role]?.[right] : undefined
  const hasPart = account.departments.length + account.pages.length > 0
  if (reach === 'all' || (reach === 'given' && !hasPart)) return 'all'
  const tree = treeOf(collection)
  return (reach === 'own' || reach === 'given') && tree && account[tree].length > 0 ? 'own' : 'none'
}

/**
 * Whether an account may do something with a document.
 * @param places where the document stands now, and where it will: all of them must be the account's, or it would take something
 *   from others, or give it to itself
 */
export function mayDo(account: Account, right: Right, collection: string, places: readonly Place[]): boolean {
  const reach = reachOf(account, right, collection)
  const tree = treeOf(collection)
  if (reach !== 'own' || !tree) return reach === 'all'
  const given = new Set(account[tree])
  return places.length > 0 && places.every((place) => place.some((id) => given.has(id)))
}
