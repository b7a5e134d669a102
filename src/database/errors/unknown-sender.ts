import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseAdapterObj } from 'payload'

/** A request that the app is answering, and whether the database could not say who sent it. */
export type UnderWay = { isSenderUnknown: boolean }

// The server and each of Next's bundles have their own copy of this module.
const key = Symbol.for('aalborg-kommune-web.requests-under-way')
const place = globalThis as { [key]?: AsyncLocalStorage<UnderWay> }
const requests = (place[key] ??= new AsyncLocalStorage())

/** Runs `answer`; `underWay` tells during it and afterwards whether the sender is unknown. */
export const whileAnswering = <T>(underWay: UnderWay, answer: () => T): T => requests.run(underWay, answer)

/**
 * The database adapter, which notes when it cannot say who has sent a request. Payload itself takes that for nobody being
 * logged in (payload/dist/auth/strategies/jwt.js), and would tell an editor to log in, or show what strangers see.
 */
export function noteUnknownSenders(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const { findOne } = database
      return Object.assign(database, {
        async findOne(this: typeof database, asked: Parameters<typeof findOne>[0]) {
          try {
            return await findOne.call(this, asked)
          } catch (error) {
            const underWay = requests.getStore()
            if (underWay && asked.collection === 'users') underWay.isSenderUnknown = true
            throw error
          }
        },
      })
    },
  }
}
