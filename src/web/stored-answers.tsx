import { Temporal } from 'temporal-polyfill'
import { Page } from '../components/frame/page.tsx'
import { fileAt, type FileAnswer } from '../content/files/files.ts'
import { pageAt, type PageAnswer } from '../content/pages/page.ts'
import type { Reader } from '../content/reading/reader.ts'
import { ADDRESSES } from '../domain/addresses.ts'
import { type Render, type Rendered, siteUrl } from './handover.ts'
import { readerAt } from './rendering.ts'
import { documentOf } from './show-page.tsx'

/** What stands at an address that is stored. */
export async function answerAt(
  path: string,
  reader: Reader,
): Promise<PageAnswer | { found: 'file'; file: FileAnswer }> {
  const file = await fileAt(path, siteUrl(), reader)
  return file ? { found: 'file', file } : pageAt(path, siteUrl(), reader)
}

/** For the server in front, which keeps the answer until it changes. */
export const renderStored: Render = async ({ path, side, at, ahead }) => {
  const reader = readerAt(Temporal.Instant.fromEpochMilliseconds(at), side)
  reader.readAhead(ahead)
  const rendered = inHttp(path, await answerAt(path, reader))
  // A list has fewer pages than it had.
  if (!rendered || side > reader.sides) return { status: null, tags: reader.tags, freshUntil: null }
  return {
    ...rendered,
    tags: reader.tags,
    freshUntil: reader.freshUntil?.epochMilliseconds ?? null,
    sides: reader.sides,
  }
}

function inHttp(
  path: string,
  answer: Awaited<ReturnType<typeof answerAt>>,
): Pick<Rendered, 'status' | 'headers' | 'body'> | null {
  switch (answer.found) {
    case 'file':
      return { status: 200, headers: [['Content-Type', answer.file.contentType]], body: answer.file.body }
    case 'page':
      return {
        status: errorStatus[path] ?? 200,
        headers: [['Content-Type', 'text/html; charset=utf-8']],
        body: documentOf(<Page view={answer.view} />),
      }
    case 'redirect':
      return {
        status: 308,
        headers: [
          ['Content-Type', 'text/plain; charset=utf-8'],
          ['Location', inAscii(answer.to)],
        ],
        body: 'Adressen er flyttet.\n',
      }
    case 'nothing':
      return null
  }
}

/** An address as headers can hold it: letters such as æ are encoded, what is encoded already stays. */
function inAscii(address: string): string {
  if (!URL.canParse(address, siteUrl())) return encodeURI(address)
  const url = new URL(address, siteUrl())
  return address.startsWith('/') ? url.pathname + url.search + url.hash : url.href
}

/** The status with which the pages that tell of an error are sent. */
const errorStatus: Record<string, number> = {
  [ADDRESSES.notFound.path]: 404,
  [ADDRESSES.failed.path]: 503,
}
