import type { PayloadRequest } from 'payload'
import type { Use } from './uses.ts'

/** Notes pages that go together: that they use each other keeps none of them. */
export function goingAway(req: PayloadRequest, pages: readonly number[]): void {
  req.context[GOING] = new Set(pages)
}

/** Whether a use is by something that stays. */
export const byWhatStays =
  (req: PayloadRequest) =>
  ({ slug, id }: Use): boolean =>
    !(slug === 'pages' && (req.context[GOING] as ReadonlySet<number | null> | undefined)?.has(id))

const GOING = 'pages that go together'
