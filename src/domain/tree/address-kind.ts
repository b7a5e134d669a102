/** What is known of a kind of address: what stands there and for whom. The kinds themselves are in ../addresses.ts. */
export type AddressFacts = {
  /** `:name` stands for one part of an address, `/*` at the end for the folder and all below it. */
  path: string
  answer: Answer
  /** `login`: refused without one before the CMS is asked. `server`: for the server itself, not found by others. */
  access: 'all' | 'login' | 'server'
  /**
   * Of one visitor. `reads`: GET and HEAD. `logins`: failed attempts, which are POST; the reads as well. `changes`: the same for
   * refused changes of accounts, which are PATCH and may guess at a password. `strangers`: what those without a session ask.
   */
  limit: 'reads' | 'logins' | 'changes' | 'strangers' | null
  /** How much a request may send. `login` and `form`: without a session; the others only with one. */
  body: keyof typeof MOST_BYTES
  /** Whether opening it is counted as a visit. */
  isVisit: boolean
  /** `listed` in the sitemap; `noindex` in the page itself; `disallowed` in robots.txt, and `noindex` where it is a page. */
  engines: 'listed' | 'allowed' | 'noindex' | 'disallowed'
  methods: readonly string[]
}

/**
 * - `stored`: kept ready, and sent without asking the app. What is not in the store is not found.
 * - `made`: a page that the app makes for each request
 * - `api`: our own JSON and calendar files, each with its file in src/pages/api
 * - `cms`, `upload`, `admin`: Payload's REST, the files that editors uploaded, its user interface
 * - `file`: in public/; `script`: our own script there, kept for good as its address has a hash of it
 * - `built`: what Next built
 * - `front`: answered by the server in front of the app
 */
type Answer = 'stored' | 'made' | 'api' | 'cms' | 'upload' | 'admin' | 'file' | 'script' | 'built' | 'front'

/** A row of the table. */
export type AddressRow = [
  path: string,
  answer: Answer,
  access: AddressFacts['access'],
  limit: AddressFacts['limit'],
  body: AddressFacts['body'],
  visit: 'visit' | null,
  engines: AddressFacts['engines'],
  methods: AddressFacts['methods'],
]

/** The largest body of a request, in bytes. */
export const MOST_BYTES = { none: 0, login: 10_000, form: 25_000, json: 1_000_000, file: 25_000_000 } as const
