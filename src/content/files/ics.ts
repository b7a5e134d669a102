import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'

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
    // The library writes the first `-` itself.
    prodId: '//Aalborg Kommune//Websted//DA',
    method: ICalCalendarMethod.PUBLISH,
    scale: 'GREGORIAN',
    // The library escapes every text but this one.
    name: name.replace(/[\\;,]/g, String.raw`\$&`),
    ttl: SECONDS_BETWEEN_READS,
  })
  for (const event of events) addEvent(calendar, event, now)
  return `${calendar.toString()}\r\n`
}

/** How often a calendar program should ask again. */
const SECONDS_BETWEEN_READS = 60 * 60

const NINE_HOURS = 9 * 60 * 60

function addEvent(calendar: ICalCalendar, event: IcsEvent, now: Temporal.Instant): void {
  const { uid, title, description, alarm } = event
  const added = calendar.createEvent({
    ...times(event),
    id: uid,
    stamp: dateOf(now),
    summary: title,
    description,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  if (!alarm) return
  added
    .createAlarm({ type: ICalAlarmType.display, triggerAfter: NINE_HOURS, description: title })
    // As an option above the library ignores it, and the alarm would be counted from the event's end.
    .relatesTo(ICalAlarmRelatesTo.start)
}

/** Whole days are written as dates, the last one excluded, in any time zone of the process. */
function times(event: EventTime): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if ('from' in event) return { start: dateOf(event.from), end: dateOf(event.to) }
  const end = Temporal.PlainDate.from(event.lastDay).add({ days: 1 })
  return { start: new Date(event.firstDay), end: new Date(end.toString()), allDay: true, timezone: 'UTC' }
}

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
