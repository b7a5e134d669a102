import './danish-errors.ts'
import { sayError } from '../database/errors/say-error.ts'
import { troubleOf } from '../database/errors/trouble.ts'
import config from '@payload-config'
import type { NextApiHandler, NextApiRequest } from 'next'
import { type APIError, getPayload, type Payload, type TypedUser, ValidationError } from 'payload'
import type { z } from 'zod'

/**
 * A POST address for the admin: JSON in, JSON out. It needs a login to the CMS; one sent by another site's page does not
 * count. Errors are `{ error: { message, field } }` in Danish: 405 for another method, 401 without a login, 400 if `schema` or a field's rule
 * refuses the body, the status of whoever else refuses, 503 if there is no answer now.
 */
export const editorAnswer =
  <Schema extends z.ZodType>(
    schema: Schema,
    answer: (
      body: z.output<Schema>,
      payload: Payload,
      request: NextApiRequest,
      user: TypedUser,
    ) => Promise<object>,
  ): NextApiHandler =>
  async (request, response) => {
    const refuse = (status: number, message = '', field?: string) =>
      response.status(status).json({ error: { message, field } })
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST')
      return refuse(405, 'Her kan man kun spørge med POST.')
    }
    response.setHeader('Cache-Control', 'no-store')
    try {
      const payload = await getPayload({ config })
      const { user } = await payload.auth({ headers: headersOf(request) })
      if (!user) return refuse(401, 'Du er ikke logget ind længere. Log ind igen i et andet vindue.')
      const body = schema.safeParse(request.body)
      if (!body.success) {
        const [issue] = body.error.issues
        return refuse(400, issue?.message, issue?.path.join('.'))
      }
      response.status(200).json(await answer(body.data, payload, request, user))
    } catch (error) {
      if (error instanceof ValidationError) {
        const [first] = error.data.errors
        return refuse(400, first?.message, first?.path)
      }
      const told = toldBy(error)
      if (told) return refuse(told.status, told.message)
      console.error('api', ...Object.values(sayError(error)))
      refuse(503, 'Vi kan ikke svare lige nu. Prøv igen om lidt.')
    }
  }

/** What is wrong with what was asked, in the words of whoever refused it; null: it is something of ours. */
function toldBy(error: unknown): { status: number; message: string } | null {
  const { status = 500, message, isInDanish, name } = error as Partial<APIError> & { isInDanish?: boolean }
  if (message && status < 500 && (isInDanish || name === 'NotFound' || name === 'Forbidden'))
    return { status, message }
  return troubleOf(error)?.kind === 'value'
    ? { status: 400, message: 'En værdi kan ikke bruges her: den er for stor eller af en anden slags.' }
    : null
}

function headersOf({ headers }: NextApiRequest): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
  )
  return new Headers(pairs)
}
