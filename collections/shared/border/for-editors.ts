import type { Endpoint, PayloadRequest } from 'payload'
import { Refusal } from './refusal.ts'

/** Answers JSON to whoever is logged in, and refuses everybody else. */
export function forEditors(answer: (req: PayloadRequest) => Promise<object>): Endpoint['handler'] {
  return async (req) => {
    if (!req.user) throw new Refusal('Log ind for at gøre det.', 403)
    return Response.json(await answer(req), { headers: { 'Cache-Control': 'no-store' } })
  }
}
