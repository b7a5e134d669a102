import type { NextApiHandler } from 'next'
import { readerFor } from '../../server/rendering.ts'

/** `GET /api/sites?site=<id>`: on to one of the municipality's other sites, as an editor entered it, and no other. */
const handler: NextApiHandler = async (request, response) => {
  const { sites } = await readerFor(request).global('header')
  const chosen = sites?.find(({ id }) => id === request.query.site)
  response.redirect(303, chosen?.url ?? '/')
}

export default handler
