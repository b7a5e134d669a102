import { z } from 'zod'
import { deadlinesFor, refusalSentence } from '../../../content/deadlines/deadlines.ts'
import { deadlineReminder } from '../../../content/files/deadline-reminder.ts'
import { labels } from '../../../content/reading/words.ts'
import { BadParameter, fileAnswer } from '../../../web/json-answer.ts'
import { receivedParameter } from '../../../web/parameters.ts'
import { siteUrl } from '../../../web/handover.ts'

/** `GET /api/aktindsigt/deadline.ics?received=YYYY-MM-DD` → the days to remember, for a calendar. */
export default fileAnswer(z.object({ received: receivedParameter }), async ({ received }, reader) => {
  const deadlines = await deadlinesFor(received, reader)
  if (deadlines.status !== 'known') {
    const { deadline } = await labels(reader)
    throw new BadParameter('received', refusalSentence(deadlines, deadline))
  }
  const body = await deadlineReminder(deadlines, siteUrl(), reader)
  return { contentType: 'text/calendar; charset=utf-8', body, name: `aktindsigt-${received}.ics` }
})
