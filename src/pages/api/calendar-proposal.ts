import { z } from 'zod'
import { addCalendarDays } from '../../web/add-calendar-days.ts'
import { editorAnswer } from '../../web/editor-answer.ts'

const UNREADABLE = 'Forslaget kan ikke læses. Genindlæs siden.'

const proposal = z.object({
  year: z.number(UNREADABLE).int(UNREADABLE).min(2000, UNREADABLE).max(2099, UNREADABLE),
  dates: z
    .array(z.iso.date(UNREADABLE), UNREADABLE)
    .min(1, 'Sæt kryds ved mindst én dag.')
    .max(20, UNREADABLE),
})

/** `POST /api/calendar-proposal` `{ year, dates }` adds those days of the year to the calendar, all or none → `{ added }`. */
export default editorAnswer(proposal, async ({ year, dates }, payload, _request, user) => ({
  added: await addCalendarDays(payload, year, dates, user),
}))
