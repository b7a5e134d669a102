import { touched, touchedQuestion } from '../../content/hours/touched.ts'
import { editorAnswer } from '../../web/editor-answer.ts'
import { readerNow } from '../../web/rendering.ts'

/** `POST /api/touched-boxes` `{ id, data }` → whom an exception in a form touches, and what it changes; for editors. Nothing is stored. */
export default editorAnswer(touchedQuestion, (question) => touched(question, readerNow()))
