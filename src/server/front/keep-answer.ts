import type { ServerResponse } from 'node:http'

/**
 * Keeps what the app answers until it is whole. Then the response is again as it was, with the status and headers that
 * the app has set, and `send` gets the body.
 */
export function keepAnswer(response: ServerResponse, send: (body: Buffer) => void): void {
  const { writeHead, flushHeaders, write, end } = response
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
    send(Buffer.concat(parts))
    return response
  }
}
