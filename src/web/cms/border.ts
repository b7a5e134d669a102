import type { SanitizedConfig } from 'payload'
import { sayError } from '../../database/errors/say-error.ts'
import { readableRequest } from './body.ts'
import { refuseUnknownPlace } from './place.ts'
import { errorAnswer, Refused } from './refused.ts'
import { handOverWorkOf } from './work.ts'

type Handler = (request: Request, context: { params: Promise<{ slug?: string[] }> }) => Promise<Response>

/**
 * The border of the CMS's REST: what it has nothing at, and what it could not read, is refused before it is asked; and every
 * error is told as all addresses under /api tell theirs. What a value must be like is said where fields are known, in
 * collections/shared/border.
 */
export const atBorder = (config: Promise<SanitizedConfig>, handler: Handler): Handler => {
  handOverWorkOf(config)
  return async (request, context) => {
    try {
      const { slug = [] } = await context.params
      const asked = await readableRequest(request)
      refuseUnknownPlace(await config, asked.method, slug)
      const response = await inOneVoice(await handler(asked, context))
      if (request.method !== 'HEAD') return response
      // Nobody reads it: a file would stay open.
      await response.body?.cancel()
      return new Response(null, response)
    } catch (error) {
      if (error instanceof Refused) return errorAnswer(error)
      console.error('cms', ...Object.values(sayError(error)))
      return errorAnswer(new Refused(503, 'Vi kan ikke svare lige nu. Prøv igen om lidt.'))
    }
  }
}

type Told = { errors?: { message?: string; data?: { errors?: { path?: string }[] } }[]; message?: string }

/** Adds to an error of the CMS what the site's own API promises: `error` with the message and the field. */
async function inOneVoice(response: Response): Promise<Response> {
  if (response.status < 400 || !/json/.test(response.headers.get('content-type') ?? '')) return response
  const told = (await response.json()) as Told
  const [first] = told.errors ?? []
  const message = first?.message || told.message || 'Forespørgslen kan ikke læses eller besvares.'
  const field = first?.data?.errors?.[0]?.path
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json(
    {
      ...told,
      errors: told.errors?.length ? told.errors : [{ message }],
      error: { message, ...(field && { field }) },
    },
    { status: response.status, headers },
  )
}
