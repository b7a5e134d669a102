import type { PayloadRequest } from 'payload'
import { foundIn, freshOf, keyOfNumbers, seenIn } from './ask-first.ts'
import { textsOf } from './texts-of.ts'

/** What to ask about before something is shown: `key` is sent back by whoever has looked. */
type Question = { key: string; places: ReturnType<typeof seenIn> }

/**
 * What looks like CPR numbers in the newest draft of a page and is not public already.
 * @returns what to ask before strangers are shown it; null if there is nothing
 */
export async function askedBeforeSharing(page: number, req: PayloadRequest): Promise<Question | null> {
  const [old, found] = await Promise.all([numbersIn(page, false, req), numbersIn(page, true, req)])
  const fresh = freshOf(found, old)
  return fresh.length > 0 ? { key: keyOfNumbers(fresh, req.payload.secret), places: seenIn(fresh) } : null
}

async function numbersIn(id: number, draft: boolean, req: PayloadRequest) {
  const page = await req.payload.findByID({ collection: 'pages', id, draft, depth: 0, req })
  if (!draft && page._status !== 'published') return []
  return foundIn(
    textsOf(req.payload.collections.pages.config.flattenedFields, page as object as Record<string, unknown>),
  )
}
