import type { Endpoint, PayloadRequest, TypedUser } from 'payload'
import { NOT_LOGGED_IN } from '../../../src/domain/accounts/not-logged-in.ts'
import { Refusal } from './refusal.ts'

/** Who asks. @throws Refusal for whoever is not logged in */
export function editorOf({ user }: PayloadRequest): TypedUser {
  if (!user) throw new Refusal(NOT_LOGGED_IN, 403)
  return user
}

/** Answers JSON to whoever is logged in, and refuses everybody else. */
export function forEditors(answer: (req: PayloadRequest) => Promise<object>): Endpoint['handler'] {
  return async (req) => {
    editorOf(req)
    return Response.json(await answer(req), { headers: { 'Cache-Control': 'no-store' } })
  }
}
