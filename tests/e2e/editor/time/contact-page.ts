import { ask } from '../../tools/ask.ts'

/** What the page of all contact boxes says in one of them. */
export const boxOnPage = (siteUrl: string, box: string): Promise<string> =>
  said(siteUrl, new RegExp(`<article id="${box}">[\\s\\S]*?</article>`))

/** The special days that all boxes share, under them. */
export const commonDaysOnPage = (siteUrl: string): Promise<string> =>
  said(siteUrl, /data-live="[^"]+-common">[\s\S]*?<\/table>/)

async function said(siteUrl: string, part: RegExp): Promise<string> {
  const { text } = await ask(siteUrl, '/kontakt')
  const found = part.exec(text)?.[0] ?? ''
  return found
    .replaceAll(/<\/?span[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}
