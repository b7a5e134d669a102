import './danish-errors.ts'
import { sayError } from '../database/errors/say-error.ts'
import type { NextApiHandler, NextApiResponse } from 'next'
import { z } from 'zod'
import { readerNow } from './rendering.ts'
import type { FileAnswer } from '../content/files/files.ts'
import type { Reader } from '../content/reading/reader.ts'

type Answer<Schema extends z.ZodObject, Value> = (
  parameters: z.output<Schema>,
  reader: Reader,
) => Promise<Value>

/** Thrown for a parameter that is well-formed but has no answer: 400 with a Danish sentence. */
export class BadParameter extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
  }
}

/** Thrown for something that does not exist: 404 with a Danish sentence. */
export class NotFound extends BadParameter {}

/**
 * A GET address that answers JSON. Parameters are parsed by `schema`; unknown ones are ignored, bad ones get
 * 400 and `{ error: { message, field } }`; a database that does not answer gets 503.
 */
export const jsonAnswer = <Schema extends z.ZodObject>(schema: Schema, answer: Answer<Schema, object>) =>
  readAnswer(schema, answer, (response, value) => response.json(value))

/** As `jsonAnswer`, for a file to download as `name` (ASCII letters, digits, `-` and `.`). */
export const fileAnswer = <Schema extends z.ZodObject>(
  schema: Schema,
  answer: Answer<Schema, FileAnswer & { name: string }>,
) =>
  readAnswer(schema, answer, (response, { contentType, body, name }) => {
    response.setHeader('Content-Type', contentType)
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
    response.send(body)
  })

function readAnswer<Schema extends z.ZodObject, Value>(
  schema: Schema,
  answer: Answer<Schema, Value>,
  send: (response: NextApiResponse, value: Value) => void,
): NextApiHandler {
  return async (request, response) => {
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
      send(response.status(200), await answer(parameters.data, readerNow()))
    } catch (error) {
      if (error instanceof BadParameter) {
        const { message, field } = error
        return response.status(error instanceof NotFound ? 404 : 400).json({ error: { message, field } })
      }
      console.error('api', ...Object.values(sayError(error)))
      response.status(503).json({ error: { message: 'Vi kan ikke svare lige nu. Prøv igen om lidt.' } })
    }
  }
}
