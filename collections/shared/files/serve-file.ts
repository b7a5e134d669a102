import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { UploadConfig } from 'payload'
import { parseRangeHeader } from 'payload/internal'

type FileHandler = (...asked: Parameters<NonNullable<UploadConfig['handlers']>[number]>) => Promise<Response>

/**
 * Sends an uploaded file from a folder, with ETag and Last-Modified, so that a browser asks for it once; 304 and parts (Range)
 * as RFC 9110 says; 404 for what is not there.
 */
export const serveFile =
  (folder: string): FileHandler =>
  async (request, { params }) => {
    const { filename } = params
    const type = TYPES[path.extname(filename).toLowerCase()]
    const file = path.join(folder, path.basename(filename))
    const stats = request.searchParams?.has('prefix') ? null : await stat(file).catch(() => null)
    if (!stats?.isFile() || !type) return Response.json({ message: 'Filen findes ikke.' }, { status: 404 })
    const headers = new Headers({
      ETag: tagOf(stats),
      'Last-Modified': stats.mtime.toUTCString(),
      // Kept and asked for again each time: cropping a picture changes a file in its place.
      'Cache-Control': 'no-cache',
      'Accept-Ranges': 'bytes',
    })
    if (isKnown(request.headers, stats)) return new Response(null, { status: 304, headers })
    headers.set('Content-Type', type)
    const ifRange = request.headers.get('if-range')
    const rangeHeader = ifRange && ifRange !== tagOf(stats) ? null : request.headers.get('range')
    const { type: kind, range } = parseRangeHeader({ fileSize: stats.size, rangeHeader })
    if (kind === 'invalid') {
      headers.set('Content-Range', `bytes */${stats.size}`)
      return new Response(null, { status: 416, headers })
    }
    const { start, end } = range ?? { start: 0, end: stats.size - 1 }
    headers.set('Content-Length', String(end - start + 1))
    if (range) headers.set('Content-Range', `bytes ${start}-${end}/${stats.size}`)
    const body = stats.size > 0 ? Readable.toWeb(createReadStream(file, { start, end })) : null
    return new Response(body as ReadableStream | null, { status: range ? 206 : 200, headers })
  }

const tagOf = ({ size, mtimeMs }: Stats): string =>
  `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`

/** Whether who asks has the file already. If-None-Match counts before a date (RFC 9110, 13.2.2). */
function isKnown(headers: Headers, stats: Stats): boolean {
  const tags = headers.get('if-none-match')
  if (tags) return tags.split(',').some((tag) => ['*', tagOf(stats)].includes(tag.trim().replace(/^W\//, '')))
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Math.floor(stats.mtimeMs / 1000) * 1000 <= since
}

/** The kinds of files that can be uploaded. */
const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.pdf': 'application/pdf',
}
