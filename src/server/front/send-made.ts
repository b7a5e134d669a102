import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { acceptsGzip } from './accept-encoding.ts'
import { clearHeaders } from './replace-failure.ts'

/**
 * Keeps the page that the app makes for a request until it is whole, and then sends it compressed. `sendFailed` answers
 * instead if the app ends with a failure of the server.
 */
export function sendMade(request: IncomingMessage, response: ServerResponse, sendFailed: () => void): void {
  const { writeHead, flushHeaders, write, end } = response
  const accepted = request.headers['accept-encoding']
  // The app would compress in a stream, which costs several times as much as these few kilobytes at once.
  delete request.headers['accept-encoding']
  const parts: Buffer[] = []
  const keep = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part))
    return true
  }
  response.writeHead = (status: number) => {
    response.statusCode = status
    return response
  }
  response.flushHeaders = () => undefined
  response.write = keep
  response.end = (part?: unknown) => {
    keep(part)
    // From here on the response is ours, without the app's wrappers.
    Object.assign(response, { writeHead, flushHeaders, write, end })
    request.headers['accept-encoding'] = accepted
    if (response.statusCode >= 500) {
      clearHeaders(response)
      sendFailed()
    } else sendWhole(Buffer.concat(parts), acceptsGzip(accepted), response)
    return response
  }
}

function sendWhole(body: Buffer, asGzip: boolean, response: ServerResponse): void {
  response.setHeader('Vary', 'Accept-Encoding')
  // For HEAD, with the length that the app told.
  if (body.length === 0) return void response.end()
  const sent = asGzip ? gzipSync(body) : body
  if (asGzip) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Length', sent.length)
  response.end(sent)
}
