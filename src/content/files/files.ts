import { addressKind, ADDRESSES, disallowedBeginnings, vcardSlug } from '../../domain/addresses.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { sitemap } from './sitemap.ts'
import { vcard } from './vcard.ts'

export type FileAnswer = { contentType: string; body: string }

/** The file made of content that stands at `path`: a vCard, the sitemap or a part of it, robots.txt. Null for any other path. */
export async function fileAt(path: string, siteUrl: string, reader: Reader): Promise<FileAnswer | null> {
  switch (addressKind(path).name) {
    case 'robots':
      return { contentType: 'text/plain; charset=utf-8', body: robots(siteUrl) }
    case 'sitemap':
    case 'sitemapPart': {
      const body = sitemap(path, siteUrl, reader)
      return body === null ? null : { contentType: 'application/xml; charset=utf-8', body }
    }
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

async function contactCard(path: string, reader: Reader): Promise<FileAnswer | null> {
  const contact = await reader.named('press-contacts', vcardSlug(path))
  if (!contact) return null
  const [{ siteName }, words] = await Promise.all([reader.global('header'), labels(reader)])
  return { contentType: 'text/vcard; charset=utf-8', body: vcard(contact, siteName, words.contact) }
}
