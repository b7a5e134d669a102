import { sql } from '@payloadcms/db-postgres'
import type { Endpoint, FieldHook, PayloadRequest, TextField } from 'payload'
import type { FileTag } from '../../../src/domain/text/file-tags.ts'
import { editorOf } from '../border/for-editors.ts'
import { inTransaction } from '../database/in-transaction.ts'

/** What has been written so far, the most used first. */
const usedTags = (req: PayloadRequest): Promise<FileTag[]> =>
  inTransaction<FileTag>(
    req,
    sql`SELECT text AS tag, count(*)::int AS files FROM media_texts WHERE path = 'tags' AND text <> ''
        GROUP BY text ORDER BY count(*) DESC, text LIMIT 200`,
  )

/** »presse« becomes »Presse« if it is written so on other files, and nothing stands there twice. */
const asUsed: FieldHook = async ({ value, req }) => {
  if (!Array.isArray(value) || value.length === 0) return value as unknown
  const used = await usedTags(req)
  const tags = new Map<string, string>()
  for (const one of value as unknown[]) {
    if (typeof one !== 'string') return value
    const folded = one.trim().toLocaleLowerCase('da')
    const before = used.find(({ tag }) => tag.toLocaleLowerCase('da') === folded)
    if (folded && !tags.has(folded)) tags.set(folded, before?.tag ?? one.trim())
  }
  return [...tags.values()]
}

/** What a file belongs to, in words of the editors' own. */
export const tagsField: TextField = {
  name: 'tags',
  label: 'Emner',
  type: 'text',
  hasMany: true,
  maxRows: 10,
  maxLength: 40,
  hooks: { beforeValidate: [asUsed] },
  admin: {
    description:
      'Hvad filen hører til, for eksempel »Presse«. Listen og vælgeren kan vise ét emne ad gangen.',
    placeholder: 'Skriv et emne',
    components: {
      Cell: '/src/admin/documents/uploads/tags-cell.tsx#TagsCell',
      afterInput: ['/src/admin/documents/uploads/used-tags.tsx#UsedTags'],
    },
  },
}

/** `GET /api/media/tags` → `{ tags: [{ tag, files }] }`, for whoever is logged in. */
export const tagsEndpoint: Endpoint = {
  path: '/tags',
  method: 'get',
  async handler(req) {
    editorOf(req)
    return Response.json({ tags: await usedTags(req) })
  },
}
