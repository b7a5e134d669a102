import type { Exception, ExceptionHours } from '../../domain/hours/schedule.ts'
import type { ContactBox, HoursException, OpeningHour } from '../../payload-types.ts'
import { refId, type Reader, type Ref } from '../reading/reader.ts'
import { storedDate } from './calendar.ts'

/** An exception as an editor made it, and as the rules read it. */
export type MadeException = { doc: HoursException; exception: Exception }

/**
 * The published exceptions that hold for a schedule where a contact box has it, the one made last first, as of two with the
 * same dates the first decides.
 * @param box null: where nothing else counts, such as at the press duty
 */
export async function exceptionsFor(
  schedule: OpeningHour,
  box: ContactBox | null,
  reader: Reader,
): Promise<MadeException[]> {
  const docs = await reader.all('hours-exceptions')
  const isOwnOf = box ? await ownOf(box, docs, reader) : () => false
  return docs
    .filter((doc) => appliesTo(doc, schedule) || isOwnOf(doc))
    .toSorted((a, b) => madeAt(b) - madeAt(a))
    .map((doc) => ({ doc, exception: toException(doc) }))
}

/** Whether an exception was made for a schedule: it was chosen for it, or applies to all that follow the calendar. */
export function appliesTo(exception: HoursException, schedule: OpeningHour): boolean {
  if (exception.appliesTo === 'boxes') return false
  return exception.appliesTo === 'chosen'
    ? (exception.schedules ?? []).some((ref) => refId(ref) === schedule.id)
    : (schedule.followsCalendar ?? false)
}

/** Tells which of the exceptions were made for a contact box, for its department or for one above that. */
export async function ownOf(
  box: ContactBox,
  exceptions: readonly HoursException[],
  reader: Reader,
): Promise<(exception: HoursException) => boolean> {
  const isAboutDepartments = exceptions.some((one) => one.appliesTo === 'boxes' && one.departments?.length)
  const departments = isAboutDepartments ? await departmentsOf(box.department, reader) : []
  return ({ appliesTo, boxes, departments: closed }) =>
    appliesTo === 'boxes' && (hasSome(boxes, [box.id]) || hasSome(closed, departments))
}

const hasSome = (refs: readonly Ref[] | null | undefined, ids: readonly number[]): boolean =>
  (refs ?? []).some((ref) => ids.includes(refId(ref) ?? 0))

/** The published contact boxes that an exception was made for, also through their departments. */
export async function boxesOf(exception: HoursException, reader: Reader): Promise<ContactBox[]> {
  const boxes = await reader.all('contact-boxes')
  const isOwn = await Promise.all(boxes.map((box) => ownOf(box, [exception], reader)))
  return boxes.filter((_, index) => isOwn[index]?.(exception))
}

/** A department and those above it. */
async function departmentsOf(lowest: Ref, reader: Reader): Promise<number[]> {
  const found: number[] = []
  let id = refId(lowest)
  while (id !== null && !found.includes(id)) {
    found.push(id)
    id = refId((await reader.one('departments', id))?.parent)
  }
  return found
}

/** What is not saved yet comes last. */
const madeAt = ({ id }: HoursException): number => id || Infinity

const toException = (doc: HoursException): Exception => ({
  from: storedDate(doc.from),
  to: storedDate(doc.to || doc.from),
  hours: exceptionHours(doc),
  reason: doc.reason || null,
  isOwn: doc.appliesTo === 'boxes',
})

function exceptionHours({ kind, closesFrom, spans }: HoursException): ExceptionHours {
  switch (kind) {
    case 'closed':
      return { type: 'closed' }
    case 'closesFrom':
      return { type: 'closesFrom', time: closesFrom ?? '00:00' }
    case 'spans':
      return { type: 'spans', spans: (spans ?? []).map((span) => ({ from: span.from, to: span.to })) }
  }
}
