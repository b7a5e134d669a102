import { vcardPath } from '../contacts/contacts.ts'
import type { Reader } from '../reading/reader.ts'
import { vcard } from './vcard.ts'

export type FileAnswer = { contentType: string; body: string }

/** What stands at `path` when it is a file made of content: a vCard, the sitemap, robots.txt; else null. */
export async function fileAt(path: string, siteUrl: string, reader: Reader): Promise<FileAnswer | null> {
  if (path === '/robots.txt') {
    return {
      contentType: 'text/plain; charset=utf-8',
      body: `User-agent: *\nDisallow: /admin\nDisallow: /api\nDisallow: /soeg\nDisallow: /aktindsigt/frist\n\nSitemap: ${siteUrl}/sitemap.xml\n`,
    }
  }
  if (path === '/sitemap.xml')
    return { contentType: 'application/xml; charset=utf-8', body: await sitemap(siteUrl, reader) }
  return path.endsWith('.vcf') ? contactCard(path, reader) : null
}

async function sitemap(siteUrl: string, reader: Reader): Promise<string> {
  const urls = reader
    .everyPage()
    .map(({ href, updatedAt }) => `<url><loc>${siteUrl}${href}</loc><lastmod>${updatedAt}</lastmod></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
}

async function contactCard(path: string, reader: Reader): Promise<FileAnswer | null> {
  const contact = await reader.find('press-contacts', (doc) => vcardPath(doc) === path)
  if (!contact) return null
  const { siteName } = await reader.global('header')
  return { contentType: 'text/vcard; charset=utf-8', body: vcard(contact, siteName) }
}
