import { ADMIN, cmsGlobalAddress, documentAddress } from '../../../domain/addresses.ts'

/** Where the CMS has the document whose version the admin shows at `path`; null: it shows none. */
export function documentOfVersion(path: string): string | null {
  const [, collection, id, global] = VERSION.exec(path) ?? []
  if (global) return cmsGlobalAddress(global)
  return collection && id ? documentAddress(collection, id) : null
}
const VERSION = new RegExp(`^${ADMIN}/(?:collections/([\\w-]+)/(\\d+)|globals/([\\w-]+))/versions/\\d+$`)
