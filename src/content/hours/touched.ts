import { z } from 'zod'
import { dateOf, dayOf } from '../../domain/time/copenhagen.ts'
import { formatDate } from '../../domain/time/danish-time.ts'
import { dayHours, exceptionOn } from '../../domain/hours/day-hours.ts'
import { formatSpans } from '../../domain/hours/sentences.ts'
import type { ContactBox, HoursException, OpeningHour } from '../../payload-types.ts'
import { unsavedShapes } from '../preview/unsaved.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import { refId } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { storedDate } from './calendar.ts'
import { appliesTo, exceptionsFor, ownOf, type MadeException } from './exceptions.ts'
import { scheduleWith } from './schedules.ts'

/** What an exception would do, as it stands in a form, saved or not. */
export type Touched = {
  /** What is wrong with it, in Danish; then it is told for whom it would be, and no more. Null: nothing. */
  problem: string | null
  /** The published contact boxes whose hours it changes, by name; those that it is made for also if they show none. */
  boxes: TouchedBox[]
  /** Whether the hours of the press duty's phone change, or only those of its `staff`; `beside`: only its contact box has such. */
  duty: 'changed' | 'staff' | 'beside' | 'no'
  /** The published pages that show those boxes, or the press duty. */
  pages: { id: number; title: string; href: string }[]
  /** The exceptions that hold on some of the same days already. */
  others: OtherException[]
}

type TouchedBox = {
  id: number
  name: string
  /** The hours it shows; of an exception for one day, what they are then without it and with it. */
  hours: { isPhone: boolean; day: { before: string; after: string } | null }[]
}

type OtherException = {
  id: number
  reason: string
  /** `18. december 2026` or `14. december 2026 – 18. december 2026` */
  dates: string
  /** Which of the two decides on the days that both have; `both`: each on some of them. */
  decides: 'this' | 'other' | 'both'
}

/** `id` null: not saved yet; `data`: as the form has it. */
export const touchedQuestion = z.object({
  id: z.number().int().positive().max(2_147_483_647).nullable(),
  data: z.record(z.string(), z.unknown()),
})

const forWhom = z.object({
  appliesTo: z.enum(['calendar', 'chosen', 'boxes']),
  schedules: z.array(z.number()).nullish().catch([]),
  boxes: z.array(z.number()).nullish().catch([]),
  departments: z.array(z.number()).nullish().catch([]),
})

/** Whom an exception touches, and what it changes, before it is saved. */
export async function touched(
  { id, data }: z.output<typeof touchedQuestion>,
  published: Reader,
): Promise<Touched> {
  const whole = unsavedShapes['hours-exceptions'].safeParse(data)
  const known = id ?? 0
  const reader = whole.success
    ? published.withUnsaved('hours-exceptions', { ...whole.data, id: known })
    : published
  const problem = whole.success ? null : (whole.error.issues[0]?.message ?? '')
  const exception = whole.success ? await reader.one('hours-exceptions', known) : asFarAs(data)
  if (!exception) return { problem, boxes: [], duty: 'no', pages: [], others: [] }

  const found = await Promise.all(
    (await reader.all('contact-boxes')).map((box) => boxTouched(box, exception, reader, whole.success)),
  )
  const boxes = found.flatMap((one) => one?.box ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
  const duty = await dutyTouched(exception, boxes, reader)
  return {
    problem,
    boxes,
    duty,
    pages: await pagesWith(boxes, duty === 'changed' || duty === 'staff', reader),
    others: othersOf(found.flatMap((one) => one?.meetings ?? [])),
  }
}

/** Who an exception is for, while the rest of it cannot be read. */
function asFarAs(data: object): HoursException | null {
  const who = forWhom.safeParse(data)
  const rest = { id: 0, from: '', kind: 'closed', reason: '', updatedAt: '', createdAt: '' } as const
  return who.success ? { ...rest, ...who.data } : null
}

/** Another exception on a day that this one has, too. */
type Meeting = { other: HoursException; decides: 'this' | 'other' }

async function boxTouched(
  box: ContactBox,
  exception: HoursException,
  reader: Reader,
  isWhole: boolean,
): Promise<{ box: TouchedBox; meetings: Meeting[] } | null> {
  const isOwn = (await ownOf(box, [exception], reader))(exception)
  const shown = await Promise.all(
    [box.openingHours, box.phoneHours].map((ref) => reader.one('opening-hours', ref)),
  )
  const hours: TouchedBox['hours'] = []
  const meetings: Meeting[] = []
  for (const [index, schedule] of shown.entries()) {
    if (!schedule || !(isOwn || appliesTo(exception, schedule))) continue
    const made = isWhole ? await exceptionsFor(schedule, box, reader) : []
    const day = isWhole ? await dayTouched(schedule, made, exception, reader) : null
    hours.push({ isPhone: index === 1, day })
    meetings.push(...meetingsOf(made, exception))
  }
  if (hours.length === 0 && !isOwn) return null
  return { box: { id: box.id, name: box.name, hours }, meetings }
}

/** What holds on the day of an exception without it and with it; null if it is for more than one. */
async function dayTouched(
  schedule: OpeningHour,
  made: readonly MadeException[],
  { id, from, to }: HoursException,
  reader: Reader,
): Promise<{ before: string; after: string } | null> {
  if (to && storedDate(to) !== storedDate(from)) return null
  const { hours: words } = await labels(reader)
  const hoursWith = async (exceptions: readonly MadeException[]) => {
    const dated = await scheduleWith(schedule, exceptions, reader)
    return formatSpans(dayHours(dated.schedule, dated.calendar, dayOf(storedDate(from))).spans, words)
  }
  return { before: await hoursWith(made.filter(({ doc }) => doc.id !== id)), after: await hoursWith(made) }
}

function meetingsOf(made: readonly MadeException[], { id }: HoursException): Meeting[] {
  const ours = made.find(({ doc }) => doc.id === id)
  if (!ours) return []
  const { from, to } = ours.exception
  const schedule = { weeks: [], exceptions: made.map(({ exception }) => exception), followsCalendar: false }
  return made
    .filter(({ doc, exception }) => doc.id !== id && exception.from <= to && from <= exception.to)
    .flatMap(({ doc, exception }) => {
      const first = dayOf(from > exception.from ? from : exception.from)
      const last = dayOf(to < exception.to ? to : exception.to)
      const days = Array.from({ length: Math.min(last - first + 1, MOST_DAYS) }, (_, ahead) => first + ahead)
      const deciding = days.map((day) => exceptionOn(schedule, dateOf(day)))
      return [
        ...(deciding.includes(ours.exception) ? [{ other: doc, decides: 'this' as const }] : []),
        ...(deciding.includes(exception) ? [{ other: doc, decides: 'other' as const }] : []),
      ]
    })
}

/** Of longer closures, so many days are looked at. */
const MOST_DAYS = 400

function othersOf(meetings: readonly Meeting[]): OtherException[] {
  const others = new Map(meetings.map(({ other }) => [other.id, other]))
  return [...others.values()]
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.id - b.id)
    .map(({ id, reason, from, to }) => {
      const decide = new Set(meetings.filter(({ other }) => other.id === id).map(({ decides }) => decides))
      const dates = [...new Set([from, to || from].map(storedDate))].map((date) => formatDate(date))
      const [one = 'this'] = decide
      return { id, reason, dates: dates.join(' – '), decides: decide.size > 1 ? 'both' : one }
    })
}

async function dutyTouched(
  exception: HoursException,
  boxes: readonly TouchedBox[],
  reader: Reader,
): Promise<Touched['duty']> {
  const { reachable, staff, contactBox } = await reader.global('press-duty')
  const follows = async (ref: Ref) => {
    const schedule = await reader.one('opening-hours', ref)
    return schedule !== null && appliesTo(exception, schedule)
  }
  if (await follows(reachable)) return 'changed'
  if (await follows(staff)) return 'staff'
  return boxes.some(({ id }) => id === refId(contactBox)) ? 'beside' : 'no'
}

async function pagesWith(
  boxes: readonly TouchedBox[],
  withDuty: boolean,
  reader: Reader,
): Promise<Touched['pages']> {
  if (boxes.length === 0 && !withDuty) return []
  const { rows } = await reader.database.query<{ id: number }>(PAGES_WITH, [
    boxes.map(({ id }) => id),
    withDuty,
  ])
  return rows
    .flatMap(({ id }) => reader.node(id) ?? [])
    .map(({ id, title, href }) => ({ id, title, href }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'da'))
}

/** The pages that show one of the contact boxes $1, also with all of them; and if $2, those with the press duty. */
const PAGES_WITH = `
  SELECT block._parent_id AS id FROM pages_blocks_contact_boxes AS block
  WHERE cardinality($1::int[]) > 0 AND (
    NOT EXISTS (SELECT FROM pages_rels AS chosen WHERE chosen.parent_id = block._parent_id
                AND chosen.path = block._path || '.' || block._order - 1 || '.boxes')
    OR EXISTS (SELECT FROM pages_rels AS chosen WHERE chosen.parent_id = block._parent_id
               AND chosen.path = block._path || '.' || block._order - 1 || '.boxes'
               AND chosen.contact_boxes_id = ANY ($1)))
  UNION SELECT _parent_id FROM pages_blocks_press_duty WHERE $2`
