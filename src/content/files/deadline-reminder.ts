import type { AccessDeadlines } from '../../domain/time/deadlines.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { icsCalendar } from './ics.ts'

/** A calendar file with the day by which an answer is due and the first day to complain about the delay. */
export async function deadlineReminder(
  { received, answerBy, delayComplaintFrom }: AccessDeadlines,
  siteUrl: string,
  reader: Reader,
): Promise<string> {
  const { deadline } = await labels(reader)
  const { host } = new URL(siteUrl)
  const days = [
    { name: 'svar', day: answerBy, title: deadline.reminderAnswer, text: deadline.answerText },
    { name: 'klage', day: delayComplaintFrom, title: deadline.reminderDelay, text: deadline.delayText },
  ]
  return icsCalendar(
    deadline.title,
    days.map(({ name, day, title, text }) => ({
      uid: `aktindsigt-${received}-${name}@${host}`,
      title,
      description: `${text}\n\n${deadline.guidance}`,
      firstDay: day,
      lastDay: day,
      alarm: true,
    })),
    reader.now,
  )
}
