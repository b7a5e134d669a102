import { ADDRESSES, deadlineReminderAddress } from '../../domain/addresses.ts'
import { capitalised, dateIn, formatDate, formatDays, formatLongDate } from '../../domain/time/danish-time.ts'
import {
  accessDeadlines,
  appealDeadline,
  reconsiderationDeadline,
  workingCalendar,
  type AccessDeadlines,
  type Deadline,
  type Refusal,
  type SkippedDay,
} from '../../domain/time/deadlines.ts'
import { readDate } from '../../domain/time/typed-date.ts'
import { around, fill, type Around } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import { deadlineForm, refusalSentence, type DeadlineField, type DeadlineFormView } from './deadlines.ts'
import { framePage, type PageView } from '../pages/page.ts'
import { placesOf } from '../reading/places.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'

/** A day that was not counted: `torsdag den 2. april 2026`, `Skærtorsdag`. */
export type SkippedDayView = { date: string; day: string; reason: string }

export type DeadlineStep = {
  /** `Senest onsdag den 2. december 2026`; the length of the deadline in words if the day is not known. */
  when: string
  /** `YYYY-MM-DD` */
  date: string | null
  title: string
  text: string
  skipped: SkippedDayView[]
}

/** When an answer is due, and what one can do after that. */
export type DeadlineView = {
  /** The day, with the words around it: `Kommunen skal svare senest`. */
  answerBy: Around & { date: string; day: string }
  skippedHeading: string
  skipped: SkippedDayView[]
  /** `Lørdage og søndage tæller aldrig med.`; and, if so, that no other day was skipped, and which closed days count. */
  counting: string
  guidance: string
  reminder: { label: string; href: string }
  timeline: { heading: string; steps: DeadlineStep[] }
  refused: { heading: string; steps: DeadlineStep[] }
}

export type DeadlinePageView = {
  page: PageView
  form: DeadlineFormView
  /** The heading over the form when an answer stands above it. */
  formHeading: string
  /** Null: nothing was asked, or what was typed is not a date (the form says so). */
  deadline: DeadlineView | null
  back: { label: string; href: string } | null
}

/** What was typed in each field of the form; null: the field was not sent. */
export type AskedDates = Record<'received' | 'complaint' | 'appeal', string | null>

/**
 * The page that answers the form: the deadlines of a request, and of a complaint if its dates are given too. If nothing
 * was asked, or something is not a date, the form alone.
 */
export async function deadlinePage(
  asked: AskedDates,
  siteUrl: string,
  reader: Reader,
): Promise<DeadlinePageView> {
  const { deadline: words, shell } = await labels(reader)
  const calendar = workingCalendar(await reader.calendar())

  const today = dateIn(reader.now).toString()
  const read = <Known extends { status: 'known' }>(typed: string | null, follow: Follow<Known>) =>
    readTyped(typed, today, words, follow)
  const request = read(asked.received, (date) => accessDeadlines(calendar, date))
  const complaint = read(asked.complaint, (date) =>
    date < (request.date ?? '') ? words.complaintTooEarly : reconsiderationDeadline(calendar, date),
  )
  const appeal = read(asked.appeal, (date) =>
    date < (complaint.date ?? request.date ?? '') ? words.appealTooEarly : appealDeadline(calendar, date),
  )
  const isAsked = Object.values(asked).some((typed) => typed !== null)
  if (isAsked && request.typed === '') request.error = words.receivedMissing
  const isRight = [request, complaint, appeal].every(({ error }) => error === null)

  const form = await deadlineForm(reader)
  const guide = await guidancePage(reader)
  // If something is wrong, the browser's title says so first.
  const title = isRight ? words.title : words.errorHeading
  const frame = await framePage({ title, path: ADDRESSES.deadline.path, query: '', siteUrl }, reader)
  return {
    page: {
      ...frame,
      // What somebody has asked is theirs.
      indexed: frame.indexed && !isAsked,
      summary: isRight ? words.summary : null,
      breadcrumb: guide && {
        label: shell.breadcrumb,
        items: [
          { label: shell.home, href: '/' },
          ...guide.path.map(({ title, href }) => ({ label: title, href })),
          { label: words.title, href: null },
        ],
      },
    },
    form: {
      ...form,
      received: { ...form.received, ...shown(request) },
      complaint: {
        heading: words.complaintGroup,
        hint: words.complaintGroupHint,
        fields: [
          { name: 'klage', label: words.complaint, hint: null, ...shown(complaint) },
          { name: 'klageinstans', label: words.appeal, hint: null, ...shown(appeal) },
        ],
      },
    },
    formHeading: words.again,
    deadline:
      isRight && request.known ? deadlineView(request.known, complaint.known, appeal.known, words) : null,
    back: guide && { label: words.back, href: guide.href },
  }
}

/** What was typed in a field, its date, and what is known of that date; or a Danish sentence that says why not. */
type Typed<Known> = { typed: string; date: string | null; known: Known | null; error: string | null }

const LONGEST_DATE = 40

type Follow<Known> = (date: string) => Known | Refusal | string

/** A date without a year lies behind: what the form asks for has happened. */
function readTyped<Known extends { status: 'known' }>(
  asked: string | null,
  today: string,
  words: Words['deadline'],
  follow: Follow<Known>,
): Typed<Known> {
  const typed = (asked ?? '').trim().slice(0, LONGEST_DATE)
  if (typed === '') return { typed, date: null, known: null, error: null }
  const { date } = readDate(typed, { today, yearless: 'behind' })
  if (date === null) return { typed, date, known: null, error: fill(words.noDate, { typed }) }
  const found = follow(date)
  if (typeof found === 'string') return { typed, date, known: null, error: found }
  return found.status === 'known'
    ? { typed, date, known: found, error: null }
    : { typed, date, known: null, error: refusalSentence(found, words) }
}

const shown = ({
  typed,
  date,
  error,
}: Typed<unknown>): Pick<DeadlineField, 'value' | 'isDate' | 'error'> => ({
  value: date ?? typed,
  isDate: typed === '' || date !== null,
  error,
})

function deadlineView(
  deadlines: AccessDeadlines,
  complaint: Deadline | null,
  appeal: Deadline | null,
  words: Words['deadline'],
): DeadlineView {
  const { received, answerBy, delayComplaintFrom, skipped, skippedThen, calendarCompleteUntil } = deadlines
  const counted = deadlines.closedButCounted
  const complaintStep = (
    deadline: Deadline | null,
    title: string,
    length: string,
    text: string,
  ): DeadlineStep =>
    deadline === null
      ? { title, when: length, date: null, text, skipped: [] }
      : {
          title,
          when: fill(words.by, { date: formatLongDate(deadline.date) }),
          date: deadline.date,
          text: `${length}. ${text}`,
          skipped: deadline.skipped.map(skippedDay),
        }
  return {
    answerBy: { ...around(words.answer), date: answerBy, day: formatLongDate(answerBy) },
    skippedHeading: words.skipped,
    skipped: skipped.map(skippedDay),
    counting: [
      words.weekends,
      skipped.length === 0 && words.skippedNone,
      counted.length > 0 && fill(words.closedButCounted, { dates: formatDays(counted) }),
    ]
      .filter(Boolean)
      .join(' '),
    guidance: `${words.guidance} ${fill(words.complete, { date: formatDate(calendarCompleteUntil) })}`,
    reminder: { label: words.reminder, href: deadlineReminderAddress(received) },
    timeline: {
      heading: words.timeline,
      steps: [
        {
          when: capitalised(formatLongDate(received)),
          date: received,
          title: words.receivedTitle,
          text: words.receivedText,
          skipped: [],
        },
        {
          when: fill(words.by, { date: formatLongDate(answerBy) }),
          date: answerBy,
          title: words.answerTitle,
          text: words.answerText,
          skipped: [],
        },
        {
          when: fill(words.from, { date: formatLongDate(delayComplaintFrom) }),
          date: delayComplaintFrom,
          title: words.delayTitle,
          text: words.delayText,
          skipped: skippedThen.map(skippedDay),
        },
      ],
    },
    refused: {
      heading: words.refused,
      steps: [
        complaintStep(complaint, words.complaintTitle, words.complaintLength, words.complaintText),
        complaintStep(appeal, words.appealTitle, words.appealLength, words.appealText),
        complaintStep(null, words.ombudsmanTitle, words.ombudsmanLength, words.ombudsmanText),
      ],
    },
  }
}

const skippedDay = ({ date, reason }: SkippedDay): SkippedDayView => ({
  date,
  day: formatLongDate(date),
  reason,
})

/** The page with the guidance on access to documents, and its breadcrumb from the top. */
async function guidancePage(reader: Reader) {
  const { guidance: page = null } = await placesOf(reader)
  const node = reader.node(page)
  return page !== null && node
    ? { href: node.href, path: [...reader.ancestors(page), node].filter(({ isFront }) => !isFront) }
    : null
}
