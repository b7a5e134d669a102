import type { NextApiHandler } from 'next'
import { isInternal, readerFor } from '../../../server/rendering.ts'
import { sitePaths } from '../../../content/site-paths.ts'

/** For the server itself: every path that it stores. */
const handler: NextApiHandler = async (request, response) => {
  if (!isInternal(request)) return response.status(404).end()
  response.status(200).json({ paths: await sitePaths(readerFor(request)) })
}

export default handler
