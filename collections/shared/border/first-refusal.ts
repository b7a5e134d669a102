import type {
  AfterErrorHook,
  BaseDatabaseAdapter,
  CollectionAfterOperationHook,
  DatabaseAdapterObj,
  PayloadRequest,
} from 'payload'

/**
 * The database adapter that notes, with a request, why a row could first not be changed or deleted. Payload then goes on
 * with the next of many documents, and what PostgreSQL says to that (25P02) no longer tells the reason.
 */
export function noteRefusals(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const made = adapter.init(args)
      return Object.assign(made, { deleteOne: noting(made.deleteOne), updateOne: noting(made.updateOne) })
    },
  }
}

/** Tells of the error that came first, where PostgreSQL says only that it takes no more after one. */
export const ofFirstRefusal =
  (tell: AfterErrorHook): AfterErrorHook =>
  (args) => {
    const first = args.req.context?.[FIRST]
    return tell(first instanceof Error && isAborted(args.error) ? { ...args, error: first } : args)
  }

/** Ends a change of many documents with that error, instead of an answer that knows no reason. */
export const endWithFirstRefusal: CollectionAfterOperationHook = ({ operation, req, result }) => {
  const first = req.context[FIRST]
  if (['update', 'delete'].includes(operation) && first instanceof Error) throw first
  return result
}

/** Makes a refusal the reason why a change of many documents ends, and changes none. */
export function asFirst(refusal: Error, req: PayloadRequest): Error {
  req.context[FIRST] ??= refusal
  return refusal
}

const isAborted = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '25P02') || isAborted(error.cause))

function noting<Asked extends { req?: Partial<PayloadRequest> }, Row>(
  method: (this: BaseDatabaseAdapter, asked: Asked) => Promise<Row>,
) {
  return async function (this: BaseDatabaseAdapter, asked: Asked): Promise<Row> {
    try {
      return await method.call(this, asked)
    } catch (error) {
      if (asked.req?.context) asked.req.context[FIRST] ??= error
      throw error
    }
  }
}

const FIRST = 'first refusal of the database'
