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

/**
 * Works in a transaction of its own, which is kept if the work says so; else, and when it throws, all of it is taken back.
 * Throws what the work throws.
 */
export async function inOwnTransaction<Result>(
  { db }: Payload,
  work: (transaction: number | string) => Promise<{ result: Result; isKept: boolean }>,
): Promise<Result> {
  const transaction = await db.beginTransaction()
  if (transaction === null) throw new Error('The database begins no transaction')
  let isEnded = false
  try {
    const { result, isKept } = await work(transaction)
    if (isKept) {
      await db.commitTransaction(transaction)
      isEnded = true
    }
    return result
  } finally {
    if (!isEnded) await db.rollbackTransaction(transaction)
  }
}
