import type { NextApiHandler } from 'next'
import { isInternal, readerFor } from '../../../server/rendering.ts'
import { searchEntries } from '../../../content/search.ts'
import { sitePaths } from '../../../content/site-paths.ts'

/** For the server itself: every path that it stores. */
const handler: NextApiHandler = async (request, response) => {
  if (!isInternal(request)) return response.status(404).end()
  const reader = readerFor(request)
  const paths = await sitePaths(reader)
  // Read now, so that search answers even if the database is gone before anybody has searched.
  await searchEntries(reader)
  response.status(200).json({ paths })
}

export default handler
