import { type IncomingHttpHeaders, IncomingMessage, type ServerResponse } from 'node:http'
import { MOST_BYTES } from '../../../domain/addresses.ts'
import { hasBoundedShape, textsOfForm } from './json-shape.ts'
import { Refused } from './refused.ts'

/** Whether the length of a request's body is not said before it comes. */
export const isChunked = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined

/** Whether a request has a body, or says that one follows. */
export const hasBody = (request: IncomingMessage): boolean =>
  isChunked(request) || Number(request.headers['content-length'] ?? 0) !== 0

/** Whether a part of the body has not arrived, so that the connection cannot serve another request yet. */
export const hasUnreadBody = (request: IncomingMessage): boolean => hasBody(request) && !request.complete

/**
 * Receives the body of a request before anything else sees it. Counted as it arrives, whatever was declared.
 * Throws Refused: 413 if it is or gets larger than `most` bytes, 415 if it is compressed, 408 if it takes longer than
 * `milliseconds` or nothing comes for a quarter of a minute, 400 if it ends early or its shape is not bounded.
 */
export async function receiveBody(
  request: IncomingMessage,
  response: ServerResponse,
  { most, milliseconds }: { most: number; milliseconds: number },
): Promise<Buffer> {
  const { headers } = request
  if (most === 0) throw new Refused(413, 'Her tages der ikke imod noget indhold.')
  if (Number(headers['content-length'] ?? 0) > most) throw tooLarge(most)
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? ''))
    throw new Refused(415, 'Indholdet må ikke være komprimeret.')
  if (headers.expect !== undefined) response.writeContinue()
  const body = await readAll(request, most, milliseconds)
  const texts = textsIn(body, headers['content-type'] ?? '')
  if (!texts?.every(hasBoundedShape))
    throw new Refused(400, 'Indholdet har for mange dele eller for mange lag.')
  if (texts.reduce((length, text) => length + text.length, 0) > MOST_BYTES.json)
    throw tooLarge(MOST_BYTES.json)
  return body
}

/** What of a body will be parsed as JSON; null if it has too many parts. */
function textsIn(body: Buffer, type: string): Buffer[] | null {
  if (!/multipart/i.test(type)) return [body]
  // Only as browsers write it, which every reader takes for the same.
  const [, boundary] = /^multipart\/form-data; ?boundary=([\w'()+,./:=?-]{1,70})$/i.exec(type) ?? []
  if (boundary === undefined) throw new Refused(415, 'Formularen kan ikke læses.')
  return textsOfForm(body, boundary)
}

/** The same request with a body that has been received, for whoever reads it next. `headers` come on top. */
export function withBody(
  request: IncomingMessage,
  body: Buffer,
  headers: IncomingHttpHeaders = {},
): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders })
  again.headers = { ...request.headers, ...headers, 'content-length': String(body.length) }
  again.complete = true
  again.push(body)
  again.push(null)
  return again
}

/**
 * Ends an answer to a request whose body will not be read, and with it the connection. Not at once: closing it with
 * unread bytes would take the answer from whoever is still sending. Emits `answered` on the response, for whoever counts
 * answers: the client may close the connection before the response has ended.
 */
export function endUnread(request: IncomingMessage, response: ServerResponse, body: string): void {
  // So that node does not read the rest when the answer ends.
  request.read(0)
  request.pause()
  response.write(body)
  response.emit('answered')
  setTimeout(() => response.end(), UNREAD_MILLISECONDS).unref()
}

const UNREAD_MILLISECONDS = 500

/** How long a sender may send nothing. */
const SILENT_MILLISECONDS = 15_000

function readAll(request: IncomingMessage, most: number, milliseconds: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const refuseSlow = () => refuse(new Refused(408, 'Indholdet kom for langsomt. Prøv igen.'))
    const timer = setTimeout(refuseSlow, milliseconds)
    // Whose machine has been closed sends nothing more, and says nothing either.
    const silence = setTimeout(refuseSlow, SILENT_MILLISECONDS)
    const stop = () => {
      clearTimeout(timer)
      clearTimeout(silence)
      request.off('data', take).off('end', finish).off('close', breakOff)
    }
    const refuse = (refusal: Refused) => {
      stop()
      request.pause()
      reject(refusal)
    }
    const take = (chunk: Buffer) => {
      silence.refresh()
      length += chunk.length
      chunks.push(chunk)
      if (length > most) refuse(tooLarge(most))
    }
    const finish = () => {
      stop()
      resolve(Buffer.concat(chunks))
    }
    const breakOff = () => refuse(new Refused(400, 'Indholdet kom ikke helt frem.'))
    request.on('data', take).on('end', finish).on('close', breakOff)
  })
}

const tooLarge = (most: number) =>
  new Refused(
    413,
    `Det er for stort: her kan højst sendes ${most < 1_000_000 ? `${most / 1000} kB` : `${most / 1_000_000} MB`}.`,
  )
