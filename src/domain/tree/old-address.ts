import { addressKind } from '../addresses.ts'

/**
 * A path as redirects are found by it: composed Unicode in small letters, without a slash at its end.
 * @param path decoded
 */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC').replace(/\/+$/, '') || '/'
}

/**
 * A query as redirects are found by it: decoded, in small letters, its parameters in order. Empty if it has none.
 * @param query as it was asked for, with or without `?`
 */
export function foldQuery(query: string): string {
  const parameters = [...new URLSearchParams(query)]
    .map((pair) => pair.map((text) => spelled(text.normalize('NFC').toLowerCase().normalize('NFC'))))
    .filter(([name, value]) => name || value)
    .map(([name, value]) => (value ? `${name}=${value}` : name))
    .toSorted()
  return parameters.length > 0 ? `?${parameters.join('&')}` : ''
}

/** What would mean something else in a query, or cannot be seen, stays encoded. */
const spelled = (text: string): string => text.replace(/[\s%&=+#\\\p{C}]/gu, encodeURIComponent)

/** The path and the query of an old address as it is kept. */
export function splitOldAddress(address: string): { path: string; query: string } {
  const [path = ''] = address.split('?', 1)
  return { path, query: address.slice(path.length) }
}

/** Under what a redirect is stored: never the same as a further page of a list, `/kontakt?side=2`. */
export const redirectKey = (from: string): string => from.replace('?', '?&')

/** The old address of a redirect that is stored under `key`. */
export const redirectOfKey = (key: string): string => key.replace('?&', '?')

/** Under what redirects from an address are stored, the first that is there counts. @param path decoded */
export function redirectKeys(path: string, query: string): string[] {
  const folded = foldPath(path)
  const withQuery = redirectKey(folded + foldQuery(query))
  return withQuery === folded ? [folded] : [withQuery, folded]
}

/**
 * An old address as an editor types or pastes it, in the form in which it is kept (`/sider/side.aspx?id=12`), or what is
 * wrong with it, in Danish. Whole addresses of the site itself are read, whatever their scheme, with or without `www.`.
 * @param siteUrl the site's public origin
 */
export function readOldAddress(
  text: string,
  siteUrl: string,
): { address: string; problem?: never } | { address?: never; problem: string } {
  const local = withoutSite(text.trim(), siteUrl)
  if (local === null) {
    const site = new URL(siteUrl).host
    return {
      problem: `Adressen er ikke på denne hjemmeside. Skriv en adresse på ${site}, for eksempel /gammel/side.`,
    }
  }
  if (!local.startsWith('/') || local.startsWith('//')) return { problem: HOW }
  if (local.includes('#'))
    return { problem: 'Det, der står efter #, når aldrig frem til hjemmesiden. Skriv adressen uden.' }
  if (/%2f|%5c|\\/i.test(local)) return { problem: 'Adressen må ikke have omvendt skråstreg, %2F eller %5C.' }
  const { path: rawPath, query } = splitOldAddress(local)
  const path = decoded(rawPath)
  if (path === null) return { problem: 'Adressen har et procenttegn (%), som ikke kan læses.' }
  const folded = foldPath(path)
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}%?]/u.test(folded) || /[^\S ]/.test(folded))
    return { problem: 'Adressen har tegn, som ikke kan stå i en adresse.' }
  if (
    folded !== '/' &&
    folded
      .slice(1)
      .split('/')
      .some((part) => part !== part.trim() || ['', '.', '..'].includes(part))
  )
    return {
      problem: 'Adressen må ikke have tomme led, led af punktummer eller mellemrum ved skråstregerne.',
    }
  const address = folded + foldQuery(query)
  if (address === '/') return { problem: 'På »/« står forsiden.' }
  if (addressKind(folded).name !== 'page') return { problem: `Adressen »${folded}« bruges af systemet.` }
  return address.length > MAX_LENGTH
    ? { problem: `Adressen er for lang: højst ${MAX_LENGTH} tegn.` }
    : { address }
}

/** Where on the site a link leads, in the form in which old addresses are kept; null if it leads elsewhere. */
export function addressOnSite(link: string, siteUrl: string): string | null {
  const local = /^(\/(?!\/)|https?:)/i.test(link) ? withoutSite(link, siteUrl) : null
  if (!local?.startsWith('/') || !URL.canParse(local, siteUrl)) return null
  const { pathname, search } = new URL(local, siteUrl)
  const path = decoded(pathname)
  return path === null ? null : foldPath(path) + foldQuery(search)
}

/** An address without the site before it; null if it is another site's, or cannot be read. */
function withoutSite(address: string, siteUrl: string): string | null {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) return address
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return null
  const { host, username, password, pathname, search, hash } = new URL(address)
  const isOwn = bare(host) === bare(new URL(siteUrl).host) && !username && !password
  return isOwn ? pathname + search + hash : null
}

const bare = (host: string): string => host.replace(/^www\./, '')

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const HOW = 'Skriv adressen efter domænet, for eksempel /gammel/side eller /Sider/Side.aspx?id=12.'

const MAX_LENGTH = 500
