import { vcardPath } from '../contacts/contacts.ts'
import { FAILED_PATH, NOT_FOUND_PATH } from '../../domain/tree.ts'
import type { Reader } from '../reading/reader.ts'

/** Every path that the site answers from its stored pages: pages, redirects, vCards and the files about them. */
export async function sitePaths(reader: Reader): Promise<string[]> {
  const pages = reader.everyPage().map(({ href }) => href)
  const redirects = (await reader.all('redirects')).map(({ from }) => from)
  const vcards = (await reader.all('press-contacts')).map(vcardPath)
  return [
    ...new Set([
      ...pages,
      NOT_FOUND_PATH,
      FAILED_PATH,
      ...redirects,
      ...vcards,
      '/sitemap.xml',
      '/robots.txt',
    ]),
  ]
}
