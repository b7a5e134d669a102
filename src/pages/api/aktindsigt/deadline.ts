import { z } from 'zod'
import { deadlinesFor, refusalSentence } from '../../../content/deadlines/deadlines.ts'
import { labels } from '../../../content/reading/words.ts'
import { BadParameter, jsonAnswer } from '../../../web/json-answer.ts'
import { receivedParameter } from '../../../web/parameters.ts'

/**
 * `GET /api/aktindsigt/deadline?received=YYYY-MM-DD` → `{ received, answerBy, delayComplaintFrom,
 * skipped: [{ date, reason }], calendarCompleteUntil }`, all dates `YYYY-MM-DD`; guidance, no legal decision.
 */
export default jsonAnswer(z.object({ received: receivedParameter }), async ({ received }, reader) => {
  const deadlines = await deadlinesFor(received, reader)
  if (deadlines.status !== 'known') {
    const { deadline } = await labels(reader)
    throw new BadParameter('received', refusalSentence(deadlines, deadline))
  }
  const { answerBy, delayComplaintFrom, skipped, calendarCompleteUntil } = deadlines
  return { received, answerBy, delayComplaintFrom, skipped, calendarCompleteUntil }
})
