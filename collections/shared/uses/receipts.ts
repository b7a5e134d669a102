import { setTimeout } from 'node:timers/promises'
import type { Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { z } from 'zod'
import { receiptOf, type Saved } from '../../../src/domain/text/told/receipts.ts'
import { SHARED, shownOn } from './shown.ts'

/**
 * A save answers with one receipt, which says whether visitors see it, and on how many pages: Payload's »Gemt.« says
 * neither. Done last, over the endpoints that Payload adds itself; the forms show what is answered.
 */
export function tellReceipts(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { slug, custom, versions } = collection
    const kind = { hasDrafts: Boolean(versions?.drafts), isShared: custom?.[SHARED] === true }
    if (!kind.hasDrafts && !kind.isShared) continue
    collection.endpoints = overSaves(collection.endpoints, (answer, isRestored, req) =>
      savedDocument(slug, kind, document.parse(answer.doc ?? answer), isRestored, req),
    )
  }
  // A global has no drafts: saved is published.
  for (const global of config.globals)
    global.endpoints = overSaves(global.endpoints, (_answer, isRestored) => ({
      isRestored,
      isPublic: true,
      shown: null,
    }))
  return config
}

type Answer = { doc?: unknown }
type SavedIn = (answer: Answer, isRestored: boolean, req: PayloadRequest) => Saved | Promise<Saved>

const overSaves = (endpoints: Endpoint[] | false, savedIn: SavedIn) =>
  endpoints && endpoints.map((endpoint) => overSave(endpoint, savedIn))

function overSave(endpoint: Endpoint, savedIn: SavedIn): Endpoint {
  const { handler, method, path } = endpoint
  if (!SAVES.has(`${method} ${path}`)) return endpoint
  return {
    ...endpoint,
    async handler(req) {
      const response = await handler(req)
      if (!response.ok) return response
      const answer = (await response.json()) as Answer
      const message = receiptOf(await savedIn(answer, path === RESTORE, req))
      const { headers, status } = response
      return Response.json(message === null ? answer : { ...answer, message }, { headers, status })
    },
  }
}

const RESTORE = '/versions/:id'

/** Creating, and saving a global; saving; bringing a version back. */
const SAVES = new Set(['post /', 'patch /:id', `post ${RESTORE}`])

/** Who asked for some of the fields gets those only. */
const document = z.object({ id: z.number(), _status: z.string() }).partial().catch({})

/** In milliseconds; src/database/keep/shown-on.sql asks for about as long at most. */
const MOST_WAITED = 1500

async function savedDocument(
  slug: string,
  { hasDrafts, isShared }: { hasDrafts: boolean; isShared: boolean },
  { id, _status }: z.output<typeof document>,
  isRestored: boolean,
  req: PayloadRequest,
): Promise<Saved> {
  if (hasDrafts && _status !== 'published')
    return { isRestored, isPublic: _status === undefined ? null : false, shown: null }
  // It is saved, and that is said whatever becomes of the question where it is shown.
  const shown =
    isShared && id !== undefined
      ? await Promise.race([
          shownOn(slug, id, req).catch(() => null),
          setTimeout(MOST_WAITED, null, { ref: false }),
        ])
      : null
  return { isRestored, isPublic: hasDrafts ? true : null, shown }
}
