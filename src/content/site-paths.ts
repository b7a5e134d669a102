import { contactsPage, vcardPath } from './contacts.ts'
import { NOT_FOUND_PATH } from './page.ts'
import type { Reader } from './reader.ts'

/** Every path that the site answers from its stored pages: pages, redirects, vCards and the files about them. */
export async function sitePaths(reader: Reader): Promise<string[]> {
  await reader.loadTree()
  const pages = (await reader.allPages()).flatMap(({ id }) => reader.node(id)?.href ?? [])
  const redirects = (await reader.all('redirects')).map(({ from }) => from)
  const base = await contactsPage(reader)
  const vcards = (await reader.all('press-contacts')).map((contact) => vcardPath(contact, base))
  return [...new Set([...pages, NOT_FOUND_PATH, ...redirects, ...vcards, '/sitemap.xml', '/robots.txt'])]
}
