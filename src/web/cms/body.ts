import { unreadable } from '../../domain/text/readable.ts'
import { Refused } from './refused.ts'

/**
 * The request as the CMS can take it: a question that was sent as a form, because it is long, is a GET; JSON is an object of
 * readable texts; without a body it is an empty one. A form with a file (multipart) is left to the CMS's reader.
 * Throws a `Refused` for anything else.
 */
export async function readableRequest(request: Request): Promise<Request> {
  refuseOddParameters(new URL(request.url).searchParams)
  // The CMS knows no HEAD.
  if (request.method === 'HEAD')
    return new Request(request.url, { method: 'GET', headers: request.headers, signal: request.signal })
  if (!['POST', 'PATCH', 'PUT'].includes(request.method)) return request
  const [type = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const isQuestion = ['x-http-method-override', 'x-payload-http-method-override'].some((name) =>
    request.headers.has(name),
  )
  if (isQuestion) return asGet(request, type)
  if (type === 'multipart/form-data') {
    if (!/;\s*boundary=[^;\s]/i.test(request.headers.get('content-type') ?? ''))
      throw new Refused(400, UNREADABLE)
    return request
  }
  const text = await request.text()
  if (text !== '' && type !== 'application/json')
    throw new Refused(415, 'Send indholdet som JSON eller som en formular med filer.')
  const body = text === '' ? '{}' : text
  refuseOddJson(body)
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}

async function asGet(request: Request, type: string): Promise<Request> {
  const names = ['x-http-method-override', 'x-payload-http-method-override']
  const isGet = names.every((name) => ['GET', null].includes(request.headers.get(name)))
  if (!isGet || request.method !== 'POST' || type !== 'application/x-www-form-urlencoded')
    throw new Refused(400, UNREADABLE)
  const url = new URL(request.url)
  const form = await request.text()
  url.search = [url.search.slice(1), form].filter(Boolean).join('&')
  refuseOddParameters(url.searchParams)
  const headers = new Headers(request.headers)
  // By its own header the CMS still knows what Payload's pickers ask (collections/shared/tree/path-titles.ts).
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  return new Request(url, { method: 'GET', headers, signal: request.signal })
}

function refuseOddJson(text: string): void {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refused(400, 'Indholdet kan ikke læses som JSON.')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refused(400, UNREADABLE)
  const problem = unreadable(body)
  if (problem) throw new Refused(400, problem)
}

/** Every parameter, whatever it means: few, short enough, readable; the counted ones are whole numbers. */
function refuseOddParameters(parameters: URLSearchParams): void {
  if (parameters.size > MOST_PARAMETERS) throw new Refused(400, 'Der er for mange parametre.')
  for (const [name, value] of parameters) {
    // Files have none; Payload would look for a field of that name.
    if (name === 'prefix') throw new Refused(404, 'Filen findes ikke.')
    const problem = unreadable({ name, value })
    // What cannot be decoded has become this sign.
    if (problem || `${name}${value}`.includes('\uFFFD'))
      throw new Refused(400, problem ?? UNREADABLE, name.slice(0, 60))
    if (/^(page|limit|depth)\b/.test(name) && !(COUNTED.has(name) && /^\d{1,7}$/.test(value)))
      throw new Refused(400, `Skriv et helt tal i ${name.slice(0, 60)}.`, name.slice(0, 60))
    if (/(^|[[.])(__proto__|constructor|prototype)([\].]|$)/.test(name))
      throw new Refused(400, UNREADABLE, name.slice(0, 60))
  }
}

const COUNTED = new Set(['page', 'limit', 'depth'])

const MOST_PARAMETERS = 2000

const UNREADABLE = 'Forespørgslen kan ikke læses.'
