import type { NextApiHandler } from 'next'
import { isInternal, readerFor } from '../../../server/rendering.ts'
import { searchEntries } from '../../../content/search.ts'
import { sitePaths } from '../../../content/site-paths.ts'

let isSearchReady = false

/** For the server itself: every path that it stores. */
const handler: NextApiHandler = async (request, response) => {
  if (!isInternal(request)) return response.status(404).end()
  const reader = readerFor(request)
  const paths = await sitePaths(reader)
  // Once, so that search has something to answer from if the database is gone before anybody has searched.
  if (!isSearchReady) await searchEntries(reader)
  isSearchReady = true
  response.status(200).json({ paths })
}

export default handler
