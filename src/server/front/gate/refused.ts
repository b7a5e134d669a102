/** Thrown when a request is not let in: the status and what whoever asked is told, in Danish. */
export class Refused extends Error {
  /** @param retryAfter seconds until it is worth trying again */
  constructor(
    readonly status: number,
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}
