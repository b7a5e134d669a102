import { sql } from '@payloadcms/db-postgres'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { FilesToTidy, Untidy } from '../../src/domain/text/file-tags.ts'
import { forEditors } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'

const kind = z.enum(['undescribed', 'same', 'unused'] satisfies Untidy[])

const FOUND = {
  // Only of before descriptions were asked for, and of imports past the CMS.
  undescribed: sql`SELECT id FROM media WHERE mime_type LIKE 'image/%' AND btrim(coalesce(alt, '')) = ''`,
  same: sql`
    SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY stored_hash) AS files FROM media WHERE stored_hash IS NOT NULL) AS file
    WHERE files > 1
    UNION
    SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY sent_hash) AS files FROM media WHERE sent_hash IS NOT NULL) AS file
    WHERE files > 1`,
  unused: sql`SELECT id FROM media EXCEPT SELECT used_among('media')`,
}

/** `GET /api/media/tidy?what=undescribed|same|unused` → `{ ids, total }`: files that may need something, for whoever is logged in. */
export const tidyEndpoint: Endpoint = {
  path: '/tidy',
  method: 'get',
  handler: forEditors(async (req): Promise<FilesToTidy> => {
    const what = kind.safeParse(req.query.what)
    if (!what.success) throw new Refusal('Det kan ikke findes.')
    const rows = await inTransaction<{ id: number; total: number }>(
      req,
      sql`SELECT id, count(*) OVER ()::int AS total FROM (${FOUND[what.data]}) AS found ORDER BY id LIMIT ${MOST}`,
    )
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
  }),
}

/** As many as an address can name. */
const MOST = 200
