/** What is wrong with a request, told to whoever sent it. `headers`: e.g. Allow with 405. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}

/** An error as everything under /api tells it: `errors` is what Payload's admin reads, `error` what the site's own API promises. */
export const errorAnswer = ({ status, message, field, headers }: Refused): Response =>
  Response.json(
    { errors: [{ message }], error: { message, ...(field && { field }) } },
    { status, headers: { ...headers, 'Cache-Control': 'no-store' } },
  )
