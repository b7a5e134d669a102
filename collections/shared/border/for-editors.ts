import type { Endpoint, PayloadRequest } from 'payload'
import { NOT_LOGGED_IN } from '../../../src/domain/accounts/not-logged-in.ts'
import { Refusal } from './refusal.ts'

/** Answers JSON to whoever is logged in, and refuses everybody else. */
export function forEditors(answer: (req: PayloadRequest) => Promise<object>): Endpoint['handler'] {
  return async (req) => {
    if (!req.user) throw new Refusal(NOT_LOGGED_IN, 403)
    return Response.json(await answer(req), { headers: { 'Cache-Control': 'no-store' } })
  }
}
