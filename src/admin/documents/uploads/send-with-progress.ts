import { sizeProblem } from '../../../domain/text/uploads.ts'
import { tellOf } from '../merge/watch-saves.ts'

export type Progress = { sent: number; bytes: number }

/**
 * Payload's form sends by `fetch`, which does not tell how much has been sent. While somebody listens, what holds a file is sent
 * by XMLHttpRequest instead, with the same answer; everything else as before. A file that is too large is not sent at all.
 * @param tell of what is being sent; null: nothing any more
 * @returns to end it
 */
export function sendWithProgress(tell: (progress: Progress | null) => void): () => void {
  const before = window.fetch
  let isOver = false
  const sender: typeof fetch = async (input, options) => {
    const body = options?.body
    const file = body instanceof FormData ? body.get('file') : null
    if (isOver || typeof input !== 'string' || !(body instanceof FormData) || !(file instanceof File))
      return before(input, options)
    const problem = sizeProblem(file.size)
    if (problem) return Response.json({ errors: [{ message: problem }] }, { status: 413 })
    try {
      const response = await send(input, { ...options, body }, tell)
      // What watches the saves may stand behind this, and see nothing of it.
      await tellOf(input, options, response)
      return response
    } finally {
      tell(null)
    }
  }
  window.fetch = sender
  return () => {
    isOver = true
    // Somebody else's may stand before it.
    if (window.fetch === sender) window.fetch = before
  }
}

function send(
  address: string,
  { method = 'GET', headers, body, signal }: RequestInit & { body: FormData },
  tell: (progress: Progress) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method.toUpperCase(), address)
    request.withCredentials = true
    new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', ({ loaded, total }) => tell({ sent: loaded, bytes: total }))
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => reject(new TypeError(NO_CONNECTION)))
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

const NO_CONNECTION = 'Filen blev ikke sendt: der er ingen forbindelse. Prøv igen om lidt.'

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const line of request.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const end = line.indexOf(':')
    if (end > 0) headers.append(line.slice(0, end), line.slice(end + 1).trim())
  }
  return new Response(request.responseText, {
    status: request.status,
    statusText: request.statusText,
    headers,
  })
}
