import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

type Asked = { payload: Payload } & Partial<Pick<PayloadRequest, 'headers' | 'i18n' | 'url' | 'user'>>

/**
 * A request of the same user in a transaction that no operation ends: as a promise it is nobody's to roll back, where one that
 * fails would take with it all that was done before (payload/dist/utilities/killTransaction.js).
 */
export function requestIn(
  transaction: number | string,
  { payload, user, ...asked }: Asked,
): Promise<PayloadRequest> {
  const { headers, i18n, url } = asked
  const req = {
    ...(headers && { headers }),
    ...(i18n && { i18n }),
    ...(url && { url }),
    transactionID: Promise.resolve(transaction),
  }
  return createLocalReq({ ...(user && { user }), context: {}, req }, payload)
}
