import type { CollectionAfterReadHook, SanitizedConfig } from 'payload'
import { startTime } from '../../../domain/time/danish-time.ts'
import { toInstant } from '../../../domain/time/copenhagen.ts'
import { now } from '../../../web/handover.ts'

/**
 * Says in Danish who else has a document open: »Anne Hansen (sidst i dag kl. 14.05)«, also to editors, who may not read
 * accounts. Payload's dialog shows an address where it is told one, and puts the time as an American one behind our words;
 * it is not told the time, then it shows none. Its collection is added after all plugins.
 */
export function lockWords(config: SanitizedConfig): SanitizedConfig {
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  locks?.hooks.afterRead.push(sayWho)
  return config
}

type Lock = { user?: { relationTo: string; value: unknown }; updatedAt?: string }

const sayWho: CollectionAfterReadHook = async ({ doc, query, req }) => {
  const { user, updatedAt } = doc as Lock
  const id = idOf(user?.value)
  if (!req.user || id === null || id === req.user.id) return doc
  const [found] = (
    await req.payload.find({
      collection: 'users',
      where: { id: { equals: id } },
      select: { name: true },
      depth: 0,
      limit: 1,
      pagination: false,
      req,
    })
  ).docs
  const when = updatedAt ? ` (sidst ${startTime(toInstant(Date.parse(updatedAt)), now())})` : ''
  const said = { ...doc, user: { ...user, value: { id, email: `${found?.name ?? 'En anden'}${when}` } } }
  return isOfOne(query) ? { ...said, updatedAt: undefined } : said
}

const idOf = (value: unknown): number | null => {
  const id: unknown = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return typeof id === 'number' ? id : null
}

/** Whether it was asked for one document, as its form does. The lists count by the time, and show none. */
const isOfOne = (query: unknown): boolean =>
  /"(document\.value|globalSlug)":\{"equals"/.test(JSON.stringify(query ?? {}))
