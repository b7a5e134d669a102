import http, { type ServerResponse } from 'node:http'

/**
 * Lets `send` write the response when the app ends with a failure. The decision falls before anything is sent, even if
 * the app compresses: its compression writes the head early.
 */
export function replaceFailure(
  response: ServerResponse,
  isFailure: (response: ServerResponse) => boolean,
  send: () => void,
): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  const flushHeaders = response.flushHeaders.bind(response)
  let failed = false
  const hasFailed = () => (failed ||= !response.headersSent && isFailure(response))

  response.writeHead = (status: number, ...args: unknown[]) => {
    response.statusCode = status
    return hasFailed() ? response : writeHead(status, ...args)
  }
  response.flushHeaders = () => {
    if (!hasFailed()) flushHeaders()
  }
  response.write = (...args: unknown[]) => hasFailed() || write(...args)
  response.end = (...args: unknown[]) => {
    if (!hasFailed()) return end(...args)
    // From here on the response is ours, without the app's wrappers.
    for (const name of ['writeHead', 'flushHeaders', 'write', 'end']) Reflect.deleteProperty(response, name)
    clearHeaders(response)
    send()
    return response
  }
}

/** Takes back what the app said, but not the number by which the request is found in the log. */
export function clearHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) if (name !== 'x-request-id') response.removeHeader(name)
}

/** A response whose status is what was sent: the app may set another one afterwards, as Next does. */
export class SentResponse<
  Request extends http.IncomingMessage = http.IncomingMessage,
> extends http.ServerResponse<Request> {
  #status = 200

  static {
    Object.defineProperty(SentResponse.prototype, 'statusCode', {
      get(this: SentResponse) {
        return this.#status
      },
      set(this: SentResponse, status: number) {
        if (!this.headersSent) this.#status = status
      },
    })
  }
}
