import { createElement } from 'react'
import { z } from 'zod'
import { Page } from '../../components/frame/page.tsx'
import { pagePreview } from '../../content/pages/page.ts'
import { instantAt, wallClockProblem } from '../../domain/time/wall-clock.ts'
import { draftOfPage } from '../../web/drafts/draft-of-page.ts'
import { editorAnswer } from '../../web/editor-answer.ts'
import { siteUrl } from '../../web/handover.ts'
import { readerNow } from '../../web/rendering.ts'
import { documentOf } from '../../web/show-page.tsx'

/** A page with sixty blocks; as much as a form of the admin may send. */
export const config = { api: { bodyParser: { sizeLimit: '1mb' } } }

const UNREADABLE = 'Forhåndsvisningen kan ikke læse, hvad du vil se. Genindlæs siden.'

const question = z.object({
  id: z.number(UNREADABLE).int(UNREADABLE).positive(UNREADABLE).max(2_147_483_647, UNREADABLE).nullable(),
  data: z.record(z.string(), z.unknown(), UNREADABLE).nullable(),
  at: z
    .object({ date: z.string(UNREADABLE), time: z.string(UNREADABLE) }, UNREADABLE)
    .superRefine((clock, context) => {
      const problem = wallClockProblem(clock)
      if (problem) context.addIssue(problem)
    })
    .nullable(),
})

/**
 * `POST /api/page-preview` `{ id, data, at }` → `{ html }`, the page as visitors would read it then, with what a form holds (`data`
 * null: as it is public; html null: it is not); for editors. Nothing is stored.
 */
export default editorAnswer(question, async ({ id, data, at }, payload, _request, user) => {
  const now = readerNow()
  const reader = at ? now.at(instantAt(at)) : now
  const doc = data ? await draftOfPage(id, data, payload, user) : await reader.one('pages', id)
  if (!doc) return { html: null }
  const view = await pagePreview(doc, siteUrl(), reader)
  return { html: documentOf(createElement(Page, { view }), true) }
})
