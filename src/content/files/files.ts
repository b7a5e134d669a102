import { addressKind, ADDRESSES, disallowedBeginnings, vcardSlug } from '../../domain/addresses.ts'
import type { Reader } from '../reading/reader.ts'
import { vcard } from './vcard.ts'

export type FileAnswer = { contentType: string; body: string }

/** The file made of content that stands at `path`: a vCard, the sitemap, robots.txt. Null for any other path. */
export async function fileAt(path: string, siteUrl: string, reader: Reader): Promise<FileAnswer | null> {
  switch (addressKind(path).name) {
    case 'robots':
      return { contentType: 'text/plain; charset=utf-8', body: robots(siteUrl) }
    case 'sitemap':
      return { contentType: 'application/xml; charset=utf-8', body: await sitemap(siteUrl, reader) }
    case 'vcard':
      return contactCard(path, reader)
    default:
      return null
  }
}

function robots(siteUrl: string): string {
  const disallowed = disallowedBeginnings().map((path) => `Disallow: ${path}\n`)
  return `User-agent: *\n${disallowed.join('')}\nSitemap: ${siteUrl}${ADDRESSES.sitemap.path}\n`
}

async function sitemap(siteUrl: string, reader: Reader): Promise<string> {
  const urls = [...reader.everyPage()]
    .filter(({ href }) => addressKind(href).engines === 'listed')
    .map(({ href, updatedAt }) => `<url><loc>${siteUrl}${href}</loc><lastmod>${updatedAt}</lastmod></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
}

async function contactCard(path: string, reader: Reader): Promise<FileAnswer | null> {
  const contact = await reader.named('press-contacts', vcardSlug(path))
  if (!contact) return null
  const { siteName } = await reader.global('header')
  return { contentType: 'text/vcard; charset=utf-8', body: vcard(contact, siteName) }
}
