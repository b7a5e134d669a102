import type { Endpoint } from 'payload'
import { z } from 'zod'
import { forEditors } from '../border/for-editors.ts'
import { Refusal } from '../border/refusal.ts'
import { leadsNowhere } from './redirect-places.ts'

/**
 * `POST /api/pages/leads` with `{ url }`: whether a link may be dead. → `{ deadEnd }`: why it
 * leads nowhere, in Danish; null if it leads somewhere.
 */
export const addressLeads: Omit<Endpoint, 'root'> = {
  path: '/leads',
  method: 'post',
  handler: forEditors(async (req) => {
    const body: unknown = await req.json?.().catch(() => null)
    const asked = z.object({ url: z.string().max(2000) }).safeParse(body)
    if (!asked.success) throw new Refusal('Skriv en adresse.')
    return { deadEnd: await leadsNowhere(asked.data.url, req) }
  }),
}
