import { ADDRESSES } from '../../domain/addresses.ts'
import { formatDate } from '../../domain/time/danish-time.ts'
import {
  accessDeadlines,
  ACT_IN_FORCE,
  workingCalendar,
  type AccessDeadlines,
  type Refusal,
} from '../../domain/time/deadlines.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'

/** A date that the form asks for. */
export type DeadlineField = {
  name: string
  label: string
  hint: string | null
  /** As it was typed. A date field shows only dates, so anything else makes it a text field. */
  value: string
  isDate: boolean
  error: string | null
}

/** A GET form to `action`; it works without scripts. */
export type DeadlineFormView = {
  action: string
  received: DeadlineField
  /** For someone who has complained; only on the page of the deadline. */
  complaint: { heading: string; hint: string; fields: DeadlineField[] } | null
  /** There is an answer for dates `YYYY-MM-DD` from `earliest` to `latest`; null: the calendar is empty. */
  earliest: string
  latest: string | null
  button: string
  /** How a date is written: in a date field, and in a field of text. */
  formats: { date: string; typed: string }
  /** Over the list of what is wrong. */
  errorHeading: string
}

/** The deadlines of a request received on a date `YYYY-MM-DD`, by today's calendar. */
export const deadlinesFor = async (received: string, reader: Reader): Promise<AccessDeadlines | Refusal> =>
  accessDeadlines(workingCalendar(await reader.calendar()), received)

/** Why a date has no deadline, and what to do. */
export function refusalSentence(refusal: Refusal, words: Words['deadline']): string {
  if (refusal.status === 'beforeTheAct') return fill(words.beforeTheAct, { date: formatDate(ACT_IN_FORCE) })
  const { calendarCompleteUntil } = refusal
  return calendarCompleteUntil === null
    ? words.noCalendar
    : fill(words.beyondCalendar, { date: formatDate(calendarCompleteUntil) })
}

/** The form as pages show it: one date, nothing typed. */
export async function deadlineForm(reader: Reader): Promise<DeadlineFormView> {
  const { deadline } = await labels(reader)
  return {
    action: ADDRESSES.deadline.path,
    received: {
      name: 'modtaget',
      label: deadline.received,
      hint: deadline.receivedHint,
      value: '',
      isDate: true,
      error: null,
    },
    complaint: null,
    earliest: ACT_IN_FORCE,
    latest: workingCalendar(await reader.calendar()).completeUntil,
    button: deadline.button,
    formats: { date: deadline.dateHint, typed: deadline.typedHint },
    errorHeading: deadline.errorList,
  }
}
