import { createLocalReq, type PayloadRequest } from 'payload'

/**
 * A request of the same user in a transaction that no operation ends: as a promise it is nobody's to roll back, where one that
 * fails would take with it all that was done before (payload/dist/utilities/killTransaction.js).
 */
export function requestIn(
  transaction: number | string,
  { headers, i18n, payload, url, user }: PayloadRequest,
): Promise<PayloadRequest> {
  const req = { headers, i18n, url, transactionID: Promise.resolve(transaction) }
  return createLocalReq({ ...(user && { user }), context: {}, req: req as Partial<PayloadRequest> }, payload)
}
