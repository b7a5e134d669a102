import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { linkError } from '../../src/domain/link.ts'
import { addressOnSite, readOldAddress } from '../../src/domain/tree/old-address.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { environment } from '../shared/environment.ts'
import type { Column } from './columns.ts'
import { WrongCell } from './wrong-cell.ts'

type Page = { id: number; path: string; isPublished: boolean }

/** An old address in its one form, by which a row without an id is known; null if it is none. */
export const oldAddressOf = (cell: string): string | null =>
  readOldAddress(cell, environment.siteUrl).address ?? null

/** Where a redirect leads, in one column: the path of a page, or an address. */
export async function targetColumn(req: PayloadRequest): Promise<Column> {
  const pages = await inTransaction<Page>(
    req,
    sql`SELECT id, page_path(id) AS path, _status = 'published' AS "isPublished" FROM pages`,
  )
  const paths = new Map(pages.map(({ id, path }) => [id, path]))
  // Of two pages with one path the published one is meant.
  const ids = new Map(
    pages
      .toSorted((one, other) => Number(one.isPublished) - Number(other.isPublished))
      .map(({ id, path }) => [path, id]),
  )
  return {
    heading: 'Fører til',
    import: 'yes',
    isRequired: true,
    tell: ({ doc }) => {
      const { page, url } = doc as { page?: number | { id: number } | null; url?: string | null }
      const id = typeof page === 'object' ? page?.id : page
      return (id ? paths.get(id) : url) ?? ''
    },
    read: (cell) => {
      const problem = linkError(cell)
      if (problem) throw new WrongCell(problem)
      const address = addressOnSite(cell, environment.siteUrl)
      const page = address === null || cell.includes('#') ? undefined : ids.get(address)
      return page === undefined ? { page: null, url: cell } : { page, url: null }
    },
    put: (data, value) => Object.assign(data, value ?? { page: null, url: null }),
  }
}
