import { z } from 'zod'
import { headingsOf } from '../../content/pages/anchors-of-page.ts'
import { editorAnswer } from '../../web/editor-answer.ts'
import { readerNow } from '../../web/rendering.ts'

const question = z.object({ page: z.number().int().positive().max(2_147_483_647) })

/** `POST /api/page-headings` `{ page }` → `{ headings: { id, text }[] }` that visitors can be led to there; for editors. */
export default editorAnswer(question, async ({ page }) => ({
  headings: await headingsOf(page, readerNow()),
}))
