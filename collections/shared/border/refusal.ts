import { APIError } from 'payload'

/** Refuses a request for a reason that is told to whoever asked, in Danish. */
export class Refusal extends APIError {
  /** By which the answer knows it: classes of two bundles are not the same. */
  readonly isInDanish = true

  constructor(message: string, status = 400) {
    super(message, status, null, true)
  }
}
