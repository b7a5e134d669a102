import type { ServerResponse } from 'node:http'

/**
 * Lets `send` write the response in the app's place when the app ends with a failure. It is decided before anything
 * is sent, also where the app compresses: compression writes the head before it ends.
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
    // From here on the response is ours, without what the app has wrapped around it.
    for (const name of ['writeHead', 'flushHeaders', 'write', 'end']) Reflect.deleteProperty(response, name)
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    send()
    return response
  }
}
