import { Temporal } from 'temporal-polyfill'
import { openingStatus, type OpeningStatus, toldStatus } from './hours.ts'
import type { CalendarDay, Schedule } from './schedule.ts'

export type PressDuty = {
  /** When anybody answers. */
  reachable: Schedule
  /** When the press staff themselves answer. */
  staff: Schedule
  /** The duty phone, E.164. */
  phone: string
}

type Answering = 'staff' | 'duty' | 'closed'

/**
 * `until` is the instant at which `status` next changes, and `next` what it becomes; both null if it does not within 400
 * days. `again`: when somebody answers next, if nobody does from `until` on. `reason` names the exception or calendar day that decides today's hours, null on an ordinary day.
 */
export type PressDutyStatus = {
  status: Answering
  until: Temporal.Instant | null
  next: { status: Answering; from: Temporal.Instant } | null
  again: Temporal.Instant | null
  reason: string | null
}

/**
 * Who answers the press at `now`: the staff while they are at work, otherwise the duty phone while it is reachable,
 * otherwise nobody. The rule is from the municipality's press page.
 */
export function pressDutyStatus(
  duty: PressDuty,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
): PressDutyStatus {
  const staff = openingStatus(duty.staff, calendar, now)
  const reachable = openingStatus(duty.reachable, calendar, now)
  // While staff are at work, only the end of their day changes the answer; otherwise either schedule can.
  const until = staff.open ? staff.until : earlier(staff.until, reachable.until)
  const next = until && {
    status: answering(
      openingStatus(duty.staff, calendar, until),
      openingStatus(duty.reachable, calendar, until),
    ),
    from: until,
  }
  const again = next?.status === 'closed' ? pressDutyStatus(duty, calendar, next.from).until : null
  return { status: answering(staff, reachable), until, next, again, reason: staff.reason ?? reachable.reason }
}

/** As `pressDutyStatus`, for people: while nobody answers, only a reason that changes when somebody will is told. */
export function toldPressDuty(
  duty: PressDuty,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
): PressDutyStatus {
  const told = pressDutyStatus(duty, calendar, now)
  const isOfDuty = told.status === 'closed' && told.next?.status === 'duty'
  return isOfDuty ? { ...told, reason: toldStatus(duty.reachable, calendar, now).reason } : told
}

/** The next `count` changes of who answers, each with who answers from then on. */
export function pressDutyChanges(
  duty: PressDuty,
  calendar: readonly CalendarDay[],
  from: Temporal.Instant,
  count: number,
): { from: Temporal.Instant; status: Answering }[] {
  const changes: { from: Temporal.Instant; status: Answering }[] = []
  let { next } = pressDutyStatus(duty, calendar, from)
  while (next && changes.length < count) {
    changes.push(next)
    next = pressDutyStatus(duty, calendar, next.from).next
  }
  return changes
}

const answering = (staff: OpeningStatus, reachable: OpeningStatus): Answering =>
  staff.open ? 'staff' : reachable.open ? 'duty' : 'closed'

function earlier(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (!a || !b) return a ?? b
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}
