import { z } from 'zod'
import { addCalendarDays } from '../../server/calendar-proposal.ts'
import { editorAnswer } from '../../server/editor-answer.ts'

const proposal = z.object({
  year: z.number().int().min(2000).max(2099),
  dates: z.array(z.iso.date()).min(1, 'Sæt kryds ved mindst én dag.').max(20),
})

/** `POST /api/calendar-proposal` `{ year, dates }` adds those days of the year to the calendar, all or none → `{ added }`. */
export default editorAnswer(proposal, async ({ year, dates }, payload) => ({
  added: await addCalendarDays(payload, year, dates),
}))
