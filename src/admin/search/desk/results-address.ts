import { z } from 'zod'
import { ADMIN, DESK_SEARCH } from '../../../domain/addresses.ts'

/** Where the results are, below the admin. */
export const RESULTS_PATH = DESK_SEARCH.slice(ADMIN.length) as `/${string}`

/** What the page of results is asked for: words, the collection or global, and which part of the list, from 1. */
export type AskedResults = { q: string; kind?: string; side?: number }

const schema = z.object({
  q: z.string().max(500).catch(''),
  slags: z
    .string()
    .regex(/^[a-z-]{1,100}$/)
    .optional()
    .catch(undefined),
  side: z.coerce.number().int().min(1).max(1000).catch(1),
})

/** Reads the address of the results; what cannot be read asks for nothing. */
export function readResultsAddress(parameters: Record<string, unknown>): AskedResults {
  const { q, slags, side } = schema.parse(parameters)
  return { q, side, ...(slags && { kind: slags }) }
}

/** The results in the admin. */
export function resultsAddress({ q, kind, side = 1 }: AskedResults): string {
  const parameters = new URLSearchParams({ q: q.trim() })
  if (kind) parameters.set('slags', kind)
  if (side > 1) parameters.set('side', String(side))
  return `${DESK_SEARCH}?${parameters}`
}
