import { addressKind } from '../addresses.ts'
import { anchorProblem, linkError } from '../link.ts'
import { addressOnSite, splitOldAddress } from './old-address.ts'

/**
 * What an address of the site itself names: a page's path and a heading of it, if it has one, or an uploaded file. `query`
 * means nothing to a page, but a redirect may be from just this; empty if there is none.
 */
export type OwnAddress =
  { kind: 'page'; path: string; query: string; anchor: string | null } | { kind: 'file'; name: string }

/**
 * What a typed address names on the site, so that a link to the document can take its place. Null: it leads elsewhere, or says
 * more than such a link can, as which part of a long list is meant.
 * @param siteUrl the site's public origin
 */
export function readOwnAddress(url: string, siteUrl: string): OwnAddress | null {
  if (linkError(url) !== null) return null
  const [, anchor = ''] = url.split(/#(.*)/s)
  const address = addressOnSite(url, siteUrl)
  if (address === null || anchorProblem(anchor) !== null) return null
  const { path, query } = splitOldAddress(address)
  switch (addressKind(path).name) {
    case 'page':
      return isFurtherSide(query) ? null : { kind: 'page', path, query, anchor: anchor || null }
    case 'upload':
      return anchor || query ? null : { kind: 'file', name: path.slice(path.lastIndexOf('/') + 1) }
    default:
      return null
  }
}

/** Whether a query says which part of a page's lists is meant. */
const isFurtherSide = (query: string): boolean => new URLSearchParams(query).has('side')
