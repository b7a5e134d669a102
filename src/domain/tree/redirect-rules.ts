import { addressKind } from '../addresses.ts'
import { addressOnSite, splitOldAddress } from './old-address.ts'

/** Where a redirect leads: the page takes precedence. */
export type Target = { page: number | null; url: string | null }

/** What stands where, as far as redirects must know. Addresses are in the form in which old ones are kept. */
export type Places = {
  /** The redirect from exactly this address. */
  redirect(from: string): Promise<Target | null>
  /** The title of the published page at a path. */
  pageAt(path: string): Promise<string | null>
  /** Where a page stands, published or not. */
  placeOf(page: number): Promise<{ path: string; isPublished: boolean } | null>
}

/**
 * Why there may be no redirect from an address, in Danish: a page has it. Null: there may. With a query of its own it may
 * also begin where a page stands; only the further pages of the page's lists are the page's.
 */
export async function takenProblem(from: string, places: Places): Promise<string | null> {
  const { path, query } = splitOldAddress(from)
  if (query && !/^\?side=\d+$/.test(query)) return null
  const title = await places.pageAt(path)
  return title === null
    ? null
    : `På »${path}« står siden »${title}«. Flyt eller afpublicér den først, eller skriv en anden adresse.`
}

/**
 * Why a redirect may not lead there, in Danish: nowhere, to itself, or in a circle by way of other redirects and of pages'
 * earlier addresses. Null: it may.
 */
export async function targetProblem(
  from: string,
  target: Target,
  places: Places,
  siteUrl: string,
): Promise<string | null> {
  if (target.page === null && !target.url)
    return 'Viderestillingen fører ingen steder hen. Vælg en side, eller skriv en adresse.'
  const way = [from]
  let next: Target | null = target
  while (next) {
    const address: string | null = await addressOf(next, places, siteUrl)
    if (address === null) return null
    way.push(address)
    if (address === from) return circle(way)
    const { path, query } = splitOldAddress(address)
    // A redirect with this very query goes before a page, and a page before a redirect without one.
    const exact = query ? await places.redirect(address) : null
    if (!exact && (await places.pageAt(path)) !== null) return null
    if (!exact && path === from) return circle(way)
    next = exact ?? (await places.redirect(path))
    if (way.length > MOST_STEPS) return circle(way.slice(0, 6))
  }
  return null
}

/** Why a redirect may not lead to an address, in Danish: nothing answers there. Null: something does, or it is elsewhere. */
export async function deadEnd(url: string, places: Places, siteUrl: string): Promise<string | null> {
  const address = addressOnSite(url, siteUrl)
  if (address === null) return null
  const { path } = splitOldAddress(address)
  // What the system has is not looked for.
  if (addressKind(path).name !== 'page' || (await places.pageAt(path)) !== null) return null
  const next = (await places.redirect(address)) ?? (await places.redirect(path))
  return next ? null : `Der er ingen side på »${path}«.`
}

/** Where a target leads on the site; null: elsewhere, or to a page that is shown. */
async function addressOf({ page, url }: Target, places: Places, siteUrl: string): Promise<string | null> {
  if (page === null) return addressOnSite(url ?? '', siteUrl)
  const place = await places.placeOf(page)
  return !place || place.isPublished ? null : place.path
}

const circle = (way: readonly string[]): string =>
  way.length === 2
    ? 'Viderestillingen fører til sig selv. Vælg den side eller skriv den adresse, som den gamle skal føre til.'
    : `Viderestillingerne fører i ring: ${way.join(' → ')}. Vælg en side eller adresse, der ikke selv fører hertil.`

const MOST_STEPS = 20
