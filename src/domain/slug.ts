/** A title as part of an address: `Børn og Unge` gives `boern-og-unge`. Empty if it has no letters or digits. */
export const slugify = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[æøåß]/g, (letter) => SPELLED[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_LENGTH)
    .replace(/-$/, '')

/** True for lower-case a–z and digits with single hyphens between them, short enough for a file name. */
export const isSlug = (text: string): boolean =>
  text.length <= MAX_LENGTH && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)

const SPELLED: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss' }

const MAX_LENGTH = 100
