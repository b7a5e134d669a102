import { type AddressFacts, type AddressRow, MOST_BYTES } from './tree/address-kind.ts'

export { MOST_BYTES }

/** A kind of address of the site: what stands there and for whom. */
export type AddressKind = AddressFacts & { name: AddressName }

export type AddressName = keyof typeof TABLE

const READ = ['GET', 'HEAD']
const POST = ['POST']
const CMS = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']
const FORM = ['GET', 'HEAD', 'POST']

/**
 * Every kind of address, once; the first row that matches counts. A new address is a row here, and a file in src/pages if
 * the app answers it. tests/unit/domain/addresses.test.ts fails if one of the two is missing.
 */
// prettier-ignore
const TABLE = {
  // Pages made for each request
  search:           ['/soeg',                         'made',   'all',    'reads',     'none',  null,    'disallowed', READ],
  contactResults:   ['/soeg/pressekontakt',           'made',   'all',    'reads',     'none',  null,    'disallowed', READ],
  deadline:         ['/aktindsigt/frist',             'made',   'all',    'reads',     'none',  null,    'listed',     READ],
  // Drafts, for whoever has a link. Not in robots.txt, so that an engine that finds one reads that it may not keep it.
  sharedDrafts:     ['/udkast/*',                     'made',   'all',    'reads',     'form',  null,    'noindex',    FORM],

  // For programs and our own script
  contactsApi:      ['/api/contacts',                 'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  searchApi:        ['/api/search',                   'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  suggestionsApi:   ['/api/suggestions',              'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  pressDutyApi:     ['/api/press-duty',               'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  boxFeed:          ['/api/hours/:box.ics',           'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  boxHoursApi:      ['/api/hours/:box',               'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  deadlineReminder: ['/api/aktindsigt/deadline.ics',  'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  deadlineApi:      ['/api/aktindsigt/deadline',      'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  otherSites:       ['/api/sites',                    'api',    'all',    'reads',     'none',  null,    'disallowed', READ],
  live:             ['/api/health/live',              'front',  'all',    null,        'none',  null,    'disallowed', READ],
  ready:            ['/api/health/ready',             'front',  'all',    null,        'none',  null,    'disallowed', READ],
  // For a program that watches the site, and not found by others.
  metrics:          ['/api/metrics',                  'front',  'all',    null,        'none',  null,    'disallowed', READ],

  // For editors
  preview:          ['/api/preview',                  'api',    'login',  null,        'json',  null,    'disallowed', POST],
  pagePreview:      ['/api/page-preview',             'api',    'login',  null,        'json',  null,    'disallowed', POST],
  pageHeadings:     ['/api/page-headings',            'api',    'login',  null,        'json',  null,    'disallowed', POST],
  touchedBoxes:     ['/api/touched-boxes',            'api',    'login',  null,        'json',  null,    'disallowed', POST],
  calendarProposal: ['/api/calendar-proposal',        'api',    'login',  null,        'json',  null,    'disallowed', POST],

  // For the server itself
  internal:         ['/api/internal/*',               'api',    'server', null,        'none',  null,    'disallowed', READ],
  pageData:         ['/_next/data/*',                 'built',  'server', null,        'none',  null,    'allowed',    READ],

  // Payload: what logging in needs, then everything else
  // Those who show a shared page fetch its picture.
  upload:           ['/api/media/file/:name',         'upload', 'all',    'reads',     'none',  null,    'allowed',    READ],
  login:            ['/api/users/login',              'cms',    'all',    'logins',    'login', null,    'disallowed', POST],
  forgotPassword:   ['/api/users/forgot-password',    'cms',    'all',    'logins',    'login', null,    'disallowed', POST],
  resetPassword:    ['/api/users/reset-password',     'cms',    'all',    'logins',    'login', null,    'disallowed', POST],
  unlock:           ['/api/users/unlock',             'cms',    'login',  'logins',    'json',  null,    'disallowed', POST],
  // The server makes the first administrator itself, before its port opens.
  firstRegister:    ['/api/users/first-register',     'cms',    'server', null,        'none',  null,    'disallowed', POST],
  logout:           ['/api/users/logout',             'cms',    'all',    'reads',     'none',  null,    'disallowed', POST],
  me:               ['/api/users/me',                 'cms',    'all',    'reads',     'none',  null,    'disallowed', READ],
  init:             ['/api/users/init',               'cms',    'all',    'reads',     'none',  null,    'disallowed', READ],
  // A list as a file, sent as a form.
  listImport:       ['/api/:list/import',             'cms',    'login',  'reads',     'file',  null,    'disallowed', POST],
  accounts:         ['/api/users/*',                  'cms',    'login',  'changes',   'json',  null,    'disallowed', CMS],
  rights:           ['/api/access',                   'cms',    'all',    'reads',     'none',  null,    'disallowed', READ],
  files:            ['/api/media/*',                  'cms',    'login',  'reads',     'file',  null,    'disallowed', CMS],
  cms:              ['/api/*',                        'cms',    'login',  'reads',     'json',  null,    'disallowed', CMS],
  // The admin asks for the login itself.
  admin:            ['/admin/*',                      'admin',  'all',    'strangers', 'json',  null,    'disallowed', FORM],

  // Files
  favicon:          ['/favicon.svg',                  'file',   'all',    null,        'none',  null,    'allowed',    READ],
  // For what asks for it unasked, such as older browsers and readers of feeds.
  oldFavicon:       ['/favicon.ico',                  'file',   'all',    null,        'none',  null,    'allowed',    READ],
  // What is shown where a page without a picture of its own is shared.
  sharePicture:     ['/deling.png',                   'file',   'all',    null,        'none',  null,    'allowed',    READ],
  draftStyles:      ['/udkast.css',                   'file',   'all',    null,        'none',  null,    'allowed',    READ],
  font:             ['/fonts/:name',                  'file',   'all',    null,        'none',  null,    'allowed',    READ],
  script:           ['/build/:name',                  'script', 'all',    null,        'none',  null,    'allowed',    READ],
  built:            ['/_next/static/*',               'built',  'all',    null,        'none',  null,    'allowed',    READ],

  // Made of content, and stored
  robots:           ['/robots.txt',                   'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  sitemap:          ['/sitemap.xml',                  'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  // Its parts, if it is too long for one file.
  sitemapPart:      ['/sitemap/:part.xml',            'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  // Pages that have changed, for readers of feeds.
  changesFeed:      ['/aendringer.xml',               'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  // Who wants to know of a weakness; RFC 9116 says where.
  securityTxt:      ['/.well-known/security.txt',     'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  // Leads to the accessibility statement; the law's authority says where.
  statement:        ['/was',                          'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  vcard:            ['/visitkort/:contact.vcf',       'stored', 'all',    null,        'none',  null,    'allowed',    READ],
  // Shown with status 404 at every address without a page. (Next keeps `/404` for itself.)
  notFound:         ['/ikke-fundet',                  'stored', 'all',    null,        'none',  null,    'noindex',    READ],
  // Shown with status 503 where the app could not answer.
  failed:           ['/fejl',                         'stored', 'all',    null,        'none',  null,    'noindex',    READ],
  // Editors' pages, and redirects from their old addresses.
  page:             ['/*',                            'stored', 'all',    null,        'none',  'visit', 'listed',     READ],
} satisfies Record<string, AddressRow>

/** The rows by name. */
export const ADDRESSES = Object.fromEntries(
  Object.entries<AddressRow>(TABLE).map(
    ([name, [path, answer, access, limit, body, visit, engines, methods]]) => [
      name,
      { name, path, answer, access, limit, body, isVisit: visit !== null, engines, methods },
    ],
  ),
) as Record<AddressName, AddressKind>

/**
 * The kind of an address; `page` if no other row matches.
 * @param path decoded, with or without a slash at the end, no query
 */
export function addressKind(path: string): AddressKind {
  const rows = byFirstPart.get(firstPartOf(path))
  return rows?.find(({ pattern }) => pattern.test(path))?.kind ?? ADDRESSES.page
}

/** First parts that editors' pages share with the system: the page on access to documents stands above its deadline. */
const SHARED = ['aktindsigt']

/**
 * Whether an address belongs to the system, so that no page may have it: it is answered by one of the rows, or has the first
 * part of one and that is not shared.
 * @param path starts with `/`
 */
export const isReserved = (path: string): boolean =>
  addressKind(path) !== ADDRESSES.page || reservedFirstParts().includes(firstPartOf(path))

/** Whether addresses of the system lie below an address. */
export const standsAboveSystem = (path: string): boolean =>
  Object.values(ADDRESSES).some((kind) => kind.path.startsWith(`${path}/`))

/** The first parts of addresses of the system, but for those that pages share. */
export const reservedFirstParts = (): string[] =>
  [...byFirstPart.keys()].filter((part) => !SHARED.includes(part))

/** Whether errors at an address are answered in JSON. */
export const failsInJson = ({ answer }: AddressKind): boolean =>
  ['api', 'cms', 'upload', 'front'].includes(answer)

/** The addresses that are always stored, whatever editors write. */
export const lastingAddresses = (): string[] =>
  Object.values(ADDRESSES)
    .filter(({ path, answer }) => answer === 'stored' && !/[:*]/.test(path))
    .map(({ path }) => path)

/** For robots.txt: the beginnings below those that should not be read, which may be. */
export const allowedBeginnings = (): string[] => [ADDRESSES.upload.path.replace(/:.*$/, '')]

/** For robots.txt: the beginnings of all addresses that search engines should not read. */
export function disallowedBeginnings(): string[] {
  const beginnings = Object.values(ADDRESSES)
    .filter(({ engines }) => engines === 'disallowed')
    .map(({ path }) => path.replace(/\/[:*].*$/, ''))
  return [...new Set(beginnings)].filter((path) => !beginnings.some((other) => path.startsWith(`${other}/`)))
}

/** @param types kinds of results, as they stand in addresses; @param page from 1 */
export function searchAddress(asked: { query: string; types: readonly string[]; page: number }): string {
  const parameters = new URLSearchParams([['q', asked.query], ...asked.types.map((type) => ['type', type])])
  if (asked.page > 1) parameters.set('page', String(asked.page))
  return `${ADDRESSES.search.path}?${parameters}`
}

/** The page of results of the contact search. @param side which page of them, from 1 */
export function contactResultsAddress({ query, side }: { query: string; side: number }): string {
  const parameters = new URLSearchParams(query ? [['q', query]] : [])
  if (side > 1) parameters.set('side', String(side))
  return [ADDRESSES.contactResults.path, String(parameters)].filter(Boolean).join('?')
}

/** A part of the sitemap. @param number from 1 */
export const sitemapPartAddress = (number: number): string => filled(ADDRESSES.sitemapPart, String(number))

/** Which part of the sitemap stands at a path; null if none can. */
export const sitemapPart = (path: string): number | null => {
  const number = Number(/\/([1-9]\d{0,3})\.xml$/.exec(path)?.[1])
  return path === sitemapPartAddress(number) ? number : null
}

/** A press contact's vCard. The address stays the same when the press page moves. */
export const vcardAddress = (slug: string): string => filled(ADDRESSES.vcard, slug)

/** The slug of the press contact whose vCard stands at a path. */
export const vcardSlug = (path: string): string =>
  path.slice(vcardAddress('').length - '.vcf'.length, -'.vcf'.length)

/** The calendar file with a contact box's closed days and special hours. */
export const boxFeedAddress = (slug: string): string => filled(ADDRESSES.boxFeed, slug)

/** The calendar file with the deadlines; `received` is `YYYY-MM-DD`. */
export const deadlineReminderAddress = (received: string): string =>
  `${ADDRESSES.deadlineReminder.path}?received=${received}`

/** An uploaded file or one of its sizes, and a file of public/fonts, by their names. */
export const uploadAddress = (name: string): string => filled(ADDRESSES.upload, name)
export const fontAddress = (name: string): string => filled(ADDRESSES.font, name)

/** A script of public/build; `hash` of its content lets browsers keep it. */
export const scriptAddress = (name: string, hash: string): string =>
  `${filled(ADDRESSES.script, name)}?v=${hash}`

/** Where the admin begins, the CMS behind it, and what Next built. */
export const ADMIN = ADDRESSES.admin.path.replace('/*', '')
const API = ADDRESSES.cms.path.replace('/*', '')
export const BUILT = ADDRESSES.built.path.replace('/*', '')

/** The admin's pages to log in (`?redirect=` says where to after that), to log out, for who has forgotten the password, and where a link for a new one leads. */
export const LOGIN = `${ADMIN}/login`
export const LOGOUT = `${ADMIN}/logout`
export const FORGOT = `${ADMIN}/forgot`
export const resetAddress = (token: string): string => `${ADMIN}/reset/${token}`

/** The admin's list of a collection, and its form of a global. */
export const collectionAddress = (slug: string): string => `${ADMIN}/collections/${slug}`
export const globalAddress = (slug: string): string => `${ADMIN}/globals/${slug}`

/** Where the CMS has the documents of a collection, a document, and a global. */
export const documentsAddress = (slug: string): string => `${API}/${slug}`
export const documentAddress = (slug: string, id: number | string): string => `${API}/${slug}/${id}`
export const cmsGlobalAddress = (slug: string): string => `${API}/globals/${slug}`

/** Where the CMS tells what uses a document, what is planned, its links to a draft, its approval; and replaces it. */
const at = (what: string) => (slug: string, id: number | string) => `${documentAddress(slug, id)}/${what}`
export const usesAddress = at('uses')
export const replaceAddress = at('replace')
export const planAddress = at('plan')
export const approvalAddress = at('approval')
export const APPROVALS = `${API}/approvals`
export const draftLinksAddress = at('draft-links')
export const withdrawLinkAddress = (id: number): string => `${documentAddress('draft-links', id)}/withdraw`

/** What a link to drafts shows: all of it, or one page. It holds a secret, so it stands in no log. */
export const sharedDraftAddress = (token: string, page?: number): string =>
  [ADDRESSES.sharedDrafts.path.replace('/*', ''), token, page].filter(Boolean).join('/')
export const isSecret = (kind: AddressKind): boolean => kind === ADDRESSES.sharedDrafts

/** Where the CMS moves a page, and settles what lies below it. */
export const moveAddress = (id: number | string): string => `${documentAddress('pages', id)}/move`
export const belowAddress = (id: number | string): string => `${documentAddress('pages', id)}/below`

/** The tree of the pages in the admin, and where the CMS tells of it. @param rest such as `?parent=12` */
export const TREE = `${ADMIN}/sidetrae`
export const treeAddress = (rest = ''): string => `${API}/pages/tree${rest}`

/** Where an account's second factors are told and changed. */
export const SECOND_FACTOR = `${API}/users/second-factor`

/** The bin in the admin, and where the CMS tells of it. @param rest such as `/12/restore` */
export const BIN = `${ADMIN}/papirkurv`
export const binAddress = (rest = ''): string => `${API}/bin${rest}`

/** What is planned: in the admin, and where the CMS tells of it. @param rest such as `/12/withdraw` */
export const PLANNED = `${ADMIN}/planlagt`
export const plannedAddress = (rest = ''): string => `${API}/planned${rest}`

/** The results of what editors search for, in the admin. */
export const DESK_SEARCH = `${ADMIN}/soeg`

/** The hours of everything in the coming weeks, in the admin. */
export const COMING = `${ADMIN}/aabningstider`

const byFirstPart = new Map<string, { kind: AddressKind; pattern: RegExp }[]>()
for (const kind of Object.values(ADDRESSES)) {
  if (kind === ADDRESSES.page) continue
  const rows = byFirstPart.get(firstPartOf(kind.path)) ?? []
  byFirstPart.set(firstPartOf(kind.path), [...rows, { kind, pattern: patternOf(kind) }])
}

function patternOf({ path }: AddressKind): RegExp {
  const source = path.replaceAll('.', '\\.').replace(/:\w+/, '[^/]+').replace(/\/\*$/, '(?:/.*)?')
  return new RegExp(`^${source}/*$`, 's')
}

const filled = ({ path }: AddressKind, value: string): string => path.replace(/:\w+/, value)

function firstPartOf(path: string): string {
  const end = path.indexOf('/', 1)
  return end === -1 ? path.slice(1) : path.slice(1, end)
}
