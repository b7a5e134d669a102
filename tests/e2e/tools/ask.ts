import { once } from 'node:events'
import http from 'node:http'

export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string }

/** A request exactly as it is written: fetch would tidy the path and refuse some headers. `path` has no origin. */
export async function ask(
  siteUrl: string,
  path: string,
  { body, ...options }: http.RequestOptions & { body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(siteUrl)
  const request = http.request({ hostname, port, path, agent: false, ...options })
  request.end(body)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    // The marks around words that were searched for are no part of what one reads.
    text: Buffer.concat(chunks)
      .toString()
      .replaceAll(/<\/?mark>/g, ''),
  }
}
