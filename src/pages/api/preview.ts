import { preview, previewQuestion } from '../../content/preview/preview.ts'
import { editorAnswer } from '../../web/editor-answer.ts'
import { readerNow } from '../../web/rendering.ts'

/** A contact box with a long text; more than any form of the admin. */
export const config = { api: { bodyParser: { sizeLimit: '512kb' } } }

/**
 * `POST /api/preview` `{ slug, id, data, at }` → what visitors read of that document then; for editors. Nothing is
 * stored.
 */
export default editorAnswer(previewQuestion, (question) => preview(question, readerNow()))
