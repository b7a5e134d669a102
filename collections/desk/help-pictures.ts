import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { editorOf } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'

const asked = z.object({ picture: z.string().regex(/^[a-z0-9-]{1,60}\.webp$/) })

/** `GET /api/help/<name>.webp`: a picture of the help, docs/redaktoer.md, for whoever is logged in. */
export const helpPictures: Endpoint = {
  path: '/help/:picture',
  method: 'get',
  handler: async (req) => {
    editorOf(req)
    const { data } = asked.safeParse(req.routeParams)
    const picture =
      data && (await readFile(path.join(process.cwd(), 'docs/redaktoer', data.picture)).catch(() => null))
    if (!picture) throw new Refusal('Billedet findes ikke.', 404)
    return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/webp' } })
  },
}
