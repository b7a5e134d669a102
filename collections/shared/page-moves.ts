import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { addressKind } from '../../src/domain/addresses.ts'
import { Tree } from '../../src/domain/tree.ts'
import { idOf } from './tree-rules.ts'

/** Notes, before a page is saved, where each published page stands now. */
export const rememberPath: CollectionBeforeChangeHook = async ({ operation, req }) => {
  if (operation !== 'update') return
  const paths = await publishedPaths(req)
  // Only now: reading with `req` replaces its context with a copy.
  req.context.pathsBefore = paths
}

/**
 * A page that moved, and every page below it, leaves a permanent redirect at its old address, in the same
 * transaction. The redirect names the page, not the new address, so a second move needs nothing more.
 */
export const leaveRedirects: CollectionAfterChangeHook = async ({ operation, req }) => {
  if (operation !== 'update') return
  const before = req.context.pathsBefore as Map<number, string>
  const after = await publishedPaths(req)
  for (const [page, from] of before) {
    const to = after.get(page)
    // `/` belongs to the next front page, and the system's addresses were never a page's.
    if (!to || to === from || from === '/' || addressKind(from).name !== 'page') continue
    // The page's new address must not have a redirect any more.
    await req.payload.delete({ collection: 'redirects', where: { from: { in: [from, to] } }, req })
    await req.payload.create({ collection: 'redirects', data: { from, page }, req })
  }
}

async function publishedPaths(req: PayloadRequest): Promise<Map<number, string>> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    depth: 0,
    pagination: false,
    select: { parent: true, slug: true, _status: true },
    req,
  })
  const tree = new Tree(docs.map(({ id, parent, slug }) => ({ id, parent: idOf(parent), slug })))
  return new Map(docs.filter(({ _status }) => _status === 'published').map(({ id }) => [id, tree.path(id)]))
}
