import type { NextApiHandler, NextApiRequest } from 'next'
import { z } from 'zod'
import { readerFor } from './rendering.ts'
import type { Reader } from '../content/reader.ts'

/**
 * A GET address that answers JSON. Parameters are parsed by `schema`; unknown ones are ignored, bad ones get
 * 400 and `{ error: { message, field } }`; a database that does not answer gets 503.
 */
export const jsonAnswer =
  <Schema extends z.ZodObject>(
    schema: Schema,
    answer: (parameters: z.output<Schema>, reader: Reader, request: NextApiRequest) => Promise<object>,
  ): NextApiHandler =>
  async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return response.status(405).json({ error: { message: 'Her kan man kun læse.' } })
    }
    const parameters = schema.safeParse(request.query)
    if (!parameters.success) {
      const [issue] = parameters.error.issues
      return response.status(400).json({ error: { message: issue?.message, field: issue?.path.join('.') } })
    }
    response.setHeader('Cache-Control', 'no-cache')
    try {
      return response.status(200).json(await answer(parameters.data, readerFor(request), request))
    } catch (error) {
      console.error('api', error instanceof Error ? error.message : error)
      return response
        .status(503)
        .json({ error: { message: 'Vi kan ikke svare lige nu. Prøv igen om lidt.' } })
    }
  }
