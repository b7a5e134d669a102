import type { ServerResponse } from 'node:http'
import { addressKind, failsInJson } from '../../domain/addresses.ts'
import { endUnread, hasUnreadBody } from './gate/bodies.ts'
import type { Headers } from './headers.ts'
import { pathOf, readPath } from './request-address.ts'

/** What the front answers itself, in a few words; `headers` go with each. */
export function createRefusals(headers: Headers) {
  /** Every error that the front itself answers: JSON under /api, plain text elsewhere. */
  function refuse(url: string, response: ServerResponse, status: number, message: string): void {
    // `errors` is what Payload's admin reads, `error` what the site's own API promises.
    if (isForProgram(url)) sendJson(response, status, { errors: [{ message }], error: { message } })
    else sendText(response, status, message)
  }

  function sendText(response: ServerResponse, status: number, text: string): void {
    send(response, status, 'text/plain; charset=utf-8', `${text}\n`)
  }

  function sendJson(response: ServerResponse, status: number, value: object): void {
    send(response, status, 'application/json; charset=utf-8', JSON.stringify(value))
  }

  function send(response: ServerResponse, status: number, type: string, body: string): void {
    for (const [name, value] of headers) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Length', Buffer.byteLength(body))
    const { req: request } = response
    const isUnread = hasUnreadBody(request)
    if (isUnread) response.setHeader('Connection', 'close')
    response.writeHead(status)
    if (isUnread) endUnread(request, response, body)
    else response.end(body)
  }

  return { refuse, sendText, sendJson }
}

/** Whether a program asks, judged by the raw request target, which may be unreadable. */
export const isForProgram = (url: string): boolean => failsInJson(addressKind(readPath(url) ?? pathOf(url)))
