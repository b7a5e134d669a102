import type { NextApiHandler } from 'next'
import { describeAnswer, isInternal, readerFor } from '../../../web/rendering.ts'
import { placesOf } from '../../../content/reading/places.ts'
import { sitePaths } from '../../../content/pages/site-paths.ts'

/** For the server itself: every path that it stores. */
const handler: NextApiHandler = async (request, response) => {
  if (!isInternal(request)) return response.status(404).end()
  const reader = await readerFor(request)
  // Pages that are made for each request lead there; it shall be known before the database is gone.
  await placesOf(reader)
  const paths = await sitePaths(reader)
  describeAnswer(response, reader)
  response.status(200).json({ paths })
}

export default handler
