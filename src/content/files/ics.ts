import ical, {
  escape,
  ICalAlarmRelatesTo,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { foldLines } from './fold-lines.ts'

/** Whole days: dates `YYYY-MM-DD`, both included. Or instants: from the first up to, not including, the last. */
type EventTime = { firstDay: string; lastDay: string } | { from: Temporal.Instant; to: Temporal.Instant }

export type IcsEvent = EventTime & {
  /** Stays the same each time the file is made: `svarfrist-2026-11-23@www.aalborg.dk`. */
  uid: string
  title: string
  description: string | null
  /** Whether the calendar reminds of it, at 9.00 on its first day. */
  alarm: boolean
}

/**
 * An iCalendar file (RFC 5545) with CRLF and instants in UTC. Its events block no time in the calendar.
 * @param name the calendar's name for those who subscribe to it
 * @param now for DTSTAMP
 */
export function icsCalendar(name: string, events: readonly IcsEvent[], now: Temporal.Instant): string {
  const calendar = ical({
    prodId: '//Aalborg Kommune//Websted//DA',
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes every text but this one.
    name: escape(name, false),
    ttl: 3600,
  })
  for (const event of events) addEvent(calendar, event, now)
  // The library splits escapes where it folds, and leaves the last line without an end.
  return foldLines(`${calendar.toString()}\r\n`)
}

function addEvent(calendar: ICalCalendar, event: IcsEvent, now: Temporal.Instant): void {
  const { uid, title, description, alarm } = event
  const added = calendar.createEvent({
    ...times(event),
    id: uid,
    summary: title,
    description,
    stamp: now,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  // The library ignores `relatesTo` as an option, and would count from the event's end.
  if (alarm) added.createAlarm({ triggerAfter: 9 * 3600 }).relatesTo(ICalAlarmRelatesTo.start)
}

function times(event: EventTime): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if ('from' in event) return { start: event.from, end: event.to }
  return {
    allDay: true,
    start: Temporal.PlainDate.from(event.firstDay),
    // The last day is excluded.
    end: Temporal.PlainDate.from(event.lastDay).add({ days: 1 }),
  }
}
