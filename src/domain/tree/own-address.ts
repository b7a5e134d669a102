import { addressKind } from '../addresses.ts'
import { anchorProblem, linkError } from '../link.ts'
import { addressOnSite, splitOldAddress } from './old-address.ts'

/**
 * What an address of the site itself names: a page's path and a heading of it, if it has one, or an uploaded file. `query`
 * means nothing to a page, but a redirect may be from just this; empty if there is none.
 */
export type OwnAddress =
  { kind: 'page'; path: string; query: string; anchor: string | null } | { kind: 'file'; name: string }

/** Where on the site a typed address leads: to a page, with what it asks of it, or to an uploaded file. */
export type OwnPlace = { kind: 'page'; path: string; query: string } | { kind: 'file'; name: string }

/**
 * Where on the site a typed address leads, if that depends on the content; null if it leads elsewhere, or to what is always there.
 * @param siteUrl the site's public origin
 */
export function readOwnPlace(url: string, siteUrl: string): OwnPlace | null {
  const address = addressOnSite(url, siteUrl)
  if (address === null) return null
  const { path, query } = splitOldAddress(address)
  switch (addressKind(path).name) {
    case 'page':
      return { kind: 'page', path, query }
    case 'upload':
      return { kind: 'file', name: path.slice(path.lastIndexOf('/') + 1) }
    default:
      return null
  }
}

/**
 * What a typed address names on the site, so that a link to the document can take its place. Null: it leads elsewhere, or says
 * more than such a link can, as which part of a long list is meant.
 * @param siteUrl the site's public origin
 */
export function readOwnAddress(url: string, siteUrl: string): OwnAddress | null {
  if (linkError(url) !== null) return null
  const [, anchor = ''] = url.split(/#(.*)/s)
  const place = readOwnPlace(url, siteUrl)
  if (place === null || anchorProblem(anchor) !== null) return null
  if (place.kind === 'page') return isFurtherSide(place.query) ? null : { ...place, anchor: anchor || null }
  return anchor || URL.parse(url, siteUrl)?.search ? null : place
}

/** Whether a query says which part of a page's lists is meant. */
const isFurtherSide = (query: string): boolean => new URLSearchParams(query).has('side')
