import { z } from 'zod'
import { editorAnswer, EditorRefusal } from '../../web/editor-answer.ts'
import { poolFor, siteUrl } from '../../web/handover.ts'
import { importRedirects, UnreadableFile } from '../../web/import-redirects.ts'

const UNREADABLE = 'Filen kan ikke læses. Genindlæs siden, og prøv igen.'

const sent = z.object({
  csv: z
    .string(UNREADABLE)
    .max(900_000, 'Filen er for stor: højst 900.000 tegn ad gangen. Del den i flere.')
    .refine(
      (text) => !/[\0\uFFFD]/.test(text),
      'Filen har tegn, som ikke kan læses. Gem den som CSV i UTF-8.',
    ),
  isReal: z.boolean(UNREADABLE),
})

const pool = poolFor('import', 1)

/**
 * `POST /api/redirect-import` `{ csv, isReal }` tells what becomes of each row → `{ rows, written }`; with `isReal` it is
 * done, all or nothing.
 */
export default editorAnswer(sent, async ({ csv, isReal }, _payload, _request, user) => {
  try {
    return await importRedirects(csv, { isReal, siteUrl: siteUrl(), pool: pool(), user })
  } catch (error) {
    throw error instanceof UnreadableFile ? new EditorRefusal(error.message, 'csv') : error
  }
})
