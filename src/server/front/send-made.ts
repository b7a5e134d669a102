import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { keepAnswer } from './keep-answer.ts'
import { acceptsGzip } from './accept-encoding.ts'
import { clearHeaders } from './replace-failure.ts'

/**
 * Keeps the page that the app makes for a request until it is whole, and then sends it compressed. `sendFailed` answers
 * instead if the app ends with a failure of the server. @param request as the app reads it
 */
export function sendMade(request: IncomingMessage, response: ServerResponse, sendFailed: () => void): void {
  const accepted = request.headers['accept-encoding']
  // The app would compress in a stream, which costs several times as much as these few kilobytes at once.
  delete request.headers['accept-encoding']
  keepAnswer(response, (body) => {
    request.headers['accept-encoding'] = accepted
    if (response.statusCode >= 500) {
      clearHeaders(response)
      sendFailed()
    } else sendWhole(body, acceptsGzip(accepted), response)
  })
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
