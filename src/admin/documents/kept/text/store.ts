import { z } from 'zod'
import { readable } from '../../../../domain/text/readable.ts'
import type { Change } from './changes.ts'

/** Which form of whom: a document, a new one or a global. */
export type Place = { user: number | string; slug: string; document: number | string | 'create' | 'global' }

/** What was typed in a form and not saved. */
export type Kept = {
  /** When it was last typed in, in milliseconds since 1970 by the site's clock. */
  at: number
  /** Which version of the document it was typed in; null for a new one. */
  builtOn: string | null
  changes: Change[]
}

/** The part of the browser's storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** How long it is kept. */
const MOST_DAYS = 30
/** Characters of one text, and of all: browsers keep some five million for a site. */
const MOST_CHARACTERS = 1_000_000
const MOST_OF_ALL = 3_000_000

const PREFIX = 'kept-text'

/** The last that can be told as a date, in milliseconds since 1970. */
const LAST_TIME = 8.64e15

const schema = z.object({
  // What is no time cannot be told as one.
  at: z.int().min(0).max(LAST_TIME),
  builtOn: z.string().nullable(),
  changes: z.array(z.object({ path: z.array(z.string()).min(1), base: z.unknown(), mine: z.unknown() })),
})

const startOf = (...parts: (number | string)[]): string => [PREFIX, ...parts, ''].join(':')

/** The key of what is typed from now on in a form. @param session tells two windows with the same form apart */
export const keyOf = ({ user, slug, document }: Place, session: string): string =>
  startOf(user, slug, document) + session

/**
 * Keeps a text. For want of space the oldest others give way.
 * @returns whether it is kept: not when it is too long, or the browser keeps nothing
 */
export function keep(shelf: Shelf, key: string, { at, builtOn, changes }: Kept): boolean {
  const text = JSON.stringify({
    at,
    builtOn,
    // JSON has no `undefined`.
    changes: readable(
      changes.map(({ path, base, mine }) => ({ path, base: base ?? null, mine: mine ?? null })),
    ),
  })
  if (text.length > MOST_CHARACTERS) return false
  const others = all(shelf)
    .filter((other) => other.key !== key)
    .toSorted((a, b) => a.kept.at - b.kept.at)
  // The oldest gives way until there is room, by our count and by the browser's.
  for (let left = sizeOf(others) + text.length; ;) {
    if (left <= MOST_OF_ALL && tryKeeping(shelf, key, text)) return true
    const oldest = others.shift()
    if (!oldest) return false
    shelf.removeItem(oldest.key)
    left -= oldest.size
  }
}

const sizeOf = (texts: readonly { size: number }[]): number => texts.reduce((sum, { size }) => sum + size, 0)

/** Whether the browser takes it: it is full, or keeps nothing at all. */
function tryKeeping(shelf: Shelf, key: string, text: string): boolean {
  try {
    shelf.setItem(key, text)
    return true
  } catch {
    return false
  }
}

export const forget = (shelf: Shelf, key: string): void => shelf.removeItem(key)

/** What is kept for a form, newest first. */
export const keptFor = (shelf: Shelf, { user, slug, document }: Place): { key: string; kept: Kept }[] =>
  all(shelf)
    .filter(({ key }) => key.startsWith(startOf(user, slug, document)))
    .toSorted((a, b) => b.kept.at - a.kept.at)
    .map(({ key, kept }) => ({ key, kept }))

/** The forms in which a user has typed what was not saved, the latest first, each once. */
export function keptOf(shelf: Shelf, user: number | string): Omit<Place, 'user'>[] {
  const places = all(shelf)
    .filter(({ key }) => key.startsWith(startOf(user)))
    .toSorted((a, b) => b.kept.at - a.kept.at)
    .map(({ key }) => key.split(':').slice(2, 4).join(':'))
  return [...new Set(places)].map((place) => {
    const [slug = '', document = ''] = place.split(':')
    return { slug, document }
  })
}

/** Removes everything of a user who logs out. */
export function forgetUser(shelf: Shelf, user: number | string): void {
  for (const key of keysOf(shelf)) if (key.startsWith(startOf(user))) shelf.removeItem(key)
}

/** Removes what is too old, whoever wrote it, and what cannot be read. @param now milliseconds since 1970 */
export function forgetOld(shelf: Shelf, now: number): void {
  const oldest = now - MOST_DAYS * 24 * 60 * 60 * 1000
  for (const key of keysOf(shelf)) {
    const kept = read(shelf, key)
    if (!kept || kept.at < oldest) shelf.removeItem(key)
  }
}

const all = (shelf: Shelf): { key: string; kept: Kept; size: number }[] =>
  keysOf(shelf).flatMap((key) => {
    const kept = read(shelf, key)
    return kept ? [{ key, kept, size: shelf.getItem(key)?.length ?? 0 }] : []
  })

const keysOf = (shelf: Shelf): string[] =>
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((key) =>
    key.startsWith(`${PREFIX}:`),
  )

function read(shelf: Shelf, key: string): Kept | null {
  try {
    const read = schema.safeParse(JSON.parse(shelf.getItem(key) ?? ''))
    return read.success ? (read.data as Kept) : null
  } catch {
    return null
  }
}
