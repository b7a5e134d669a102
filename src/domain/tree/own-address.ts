import { addressKind } from '../addresses.ts'
import { anchorProblem, linkError } from '../link.ts'
import { addressOnSite } from './old-address.ts'

/** What an address of the site itself names: a page's path and a heading of it, if it has one, or an uploaded file. */
export type OwnAddress =
  { kind: 'page'; path: string; anchor: string | null } | { kind: 'file'; name: string }

/**
 * What a typed address names on the site, so that a link to the document can take its place. Null: it leads elsewhere, or says
 * more than such a link can, as with a query.
 * @param siteUrl the site's public origin
 */
export function readOwnAddress(url: string, siteUrl: string): OwnAddress | null {
  if (linkError(url) !== null || url.includes('?')) return null
  const [, anchor = ''] = url.split(/#(.*)/s)
  const path = addressOnSite(url, siteUrl)
  if (path === null || anchorProblem(anchor) !== null) return null
  switch (addressKind(path).name) {
    case 'page':
      return { kind: 'page', path, anchor: anchor || null }
    case 'upload':
      return anchor ? null : { kind: 'file', name: path.slice(path.lastIndexOf('/') + 1) }
    default:
      return null
  }
}
