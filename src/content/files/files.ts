import {
  addressKind,
  ADDRESSES,
  allowedBeginnings,
  disallowedBeginnings,
  vcardSlug,
} from '../../domain/addresses.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { changesFeed, MOST_IN_FEED } from './changes-feed.ts'
import { securityTxt } from './security-txt.ts'
import { sitemap } from './sitemap.ts'
import { vcard } from './vcard.ts'

export type FileAnswer = { contentType: string; body: string }

/**
 * The file made of content that stands at `path`: a vCard, the sitemap or a part of it, robots.txt, the
 * feed of changed pages, security.txt. Null for any other path.
 */
export async function fileAt(path: string, siteUrl: string, reader: Reader): Promise<FileAnswer | null> {
  switch (addressKind(path).name) {
    case 'robots':
      return { contentType: 'text/plain; charset=utf-8', body: robots(siteUrl) }
    case 'sitemap':
    case 'sitemapPart': {
      const body = sitemap(path, siteUrl, reader)
      return body === null ? null : { contentType: 'application/xml; charset=utf-8', body }
    }
    case 'changesFeed':
      return feed(siteUrl, reader)
    case 'securityTxt':
      return security(siteUrl, reader)
    case 'vcard':
      return contactCard(path, reader)
    default:
      return null
  }
}

function robots(siteUrl: string): string {
  const allowed = allowedBeginnings().map((path) => `Allow: ${path}\n`)
  const disallowed = disallowedBeginnings().map((path) => `Disallow: ${path}\n`)
  return `User-agent: *\n${[...allowed, ...disallowed].join('')}\nSitemap: ${siteUrl}${ADDRESSES.sitemap.path}\n`
}

async function contactCard(path: string, reader: Reader): Promise<FileAnswer | null> {
  const contact = await reader.named('press-contacts', vcardSlug(path))
  if (!contact) return null
  const [{ siteName }, words] = await Promise.all([reader.global('header'), labels(reader)])
  return { contentType: 'text/vcard; charset=utf-8', body: vcard(contact, siteName, words.contact) }
}

async function feed(siteUrl: string, reader: Reader): Promise<FileAnswer> {
  const [{ siteName }, { shell }] = await Promise.all([reader.global('header'), labels(reader)])
  const names = { title: `${shell.changesFeed} – ${siteName}`, author: siteName }
  const body = changesFeed(names, reader.pagesByChange(MOST_IN_FEED), siteUrl)
  return { contentType: 'application/atom+xml; charset=utf-8', body }
}

async function security(siteUrl: string, reader: Reader): Promise<FileAnswer | null> {
  const file = securityTxt((await reader.global('footer')).security ?? {}, siteUrl, reader.now)
  reader.changesAt(file?.until ?? null)
  return file && { contentType: 'text/plain; charset=utf-8', body: file.body }
}
