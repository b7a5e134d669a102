import type { NextApiHandler } from 'next'
import { linkError } from '../../domain/link.ts'
import { readerNow } from '../../web/rendering.ts'

/**
 * `GET /api/sites?site=<address>`: on to one of the municipality's other sites, as an editor entered it, and to no
 * other. A redirect would be stopped by the pages' `form-action 'self'`; `Refresh` starts anew from here.
 */
const handler: NextApiHandler = async (request, response) => {
  const { sites } = await readerNow().global('header')
  const chosen = sites?.find(({ url }) => url === request.query.site)
  // What was stored before the rule for links was is no way out either.
  if (!chosen || linkError(chosen.url)) return response.redirect(303, '/')
  const href = new URL(chosen.url).href
  response.setHeader('Refresh', `0; url=${href}`)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  // The URL parser leaves no quotes or angle brackets in an address.
  response
    .status(200)
    .send(`<!doctype html><html lang="da"><title>Videre</title><a href="${href}">Videre</a></html>`)
}

export default handler
