import { addressKind, lastingAddresses, vcardAddress } from '../../domain/addresses.ts'
import type { Reader } from '../reading/reader.ts'

/** Every path that is answered from the store: pages, redirects, vCards, the sitemap and robots.txt. */
export async function sitePaths(reader: Reader): Promise<string[]> {
  const pages = reader.everyPage().map(({ href }) => href)
  const redirects = (await reader.all('redirects')).map(({ from }) => from)
  const vcards = (await reader.all('press-contacts')).map(({ slug }) => vcardAddress(slug))
  const paths = new Set([...pages, ...redirects, ...vcards, ...lastingAddresses()])
  // An editor's page or redirect must not take an address of the system.
  return [...paths].filter((path) => addressKind(path).answer === 'stored')
}
