import { addressKind, lastingAddresses, vcardAddress } from '../../domain/addresses.ts'
import type { Reader } from '../reading/reader.ts'

/** Every path that the site answers from its stored pages: pages, redirects, vCards and the files about them. */
export async function sitePaths(reader: Reader): Promise<string[]> {
  const pages = reader.everyPage().map(({ href }) => href)
  const redirects = (await reader.all('redirects')).map(({ from }) => from)
  const vcards = (await reader.all('press-contacts')).map(({ slug }) => vcardAddress(slug))
  const paths = new Set([...pages, ...redirects, ...vcards, ...lastingAddresses()])
  // What an editor wrote may not stand in the way of an address of the system.
  return [...paths].filter((path) => addressKind(path).answer === 'stored')
}
