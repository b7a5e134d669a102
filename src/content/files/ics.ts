import { createEvents, type DateArray, type EventAttributes } from 'ics'
import { Temporal } from 'temporal-polyfill'

/** Whole days, dates `YYYY-MM-DD`, both included; or instants, up to and not including the last. */
type EventTime = { firstDay: string; lastDay: string } | { from: Temporal.Instant; to: Temporal.Instant }

export type IcsEvent = EventTime & {
  /** The same for the same event each time the file is made: `svarfrist-2026-11-23@www.aalborg.dk`. */
  uid: string
  title: string
  description: string | null
  /** Whether the calendar calls attention to it, at 9.00 on its first day. */
  alarm: boolean
}

/**
 * An iCalendar file (RFC 5545), CRLF, instants in UTC. Its events take up nobody's time.
 * @param name what the calendar is called where it is subscribed to
 * @param now for DTSTAMP
 */
export function icsCalendar(name: string, events: readonly IcsEvent[], now: Temporal.Instant): string {
  const { error, value } = createEvents(
    events.map((event) => attributes(event, now)),
    { productId: '-//Aalborg Kommune//Websted//DA', calName: escapeText(name) },
  )
  if (value === null) throw new Error(`The calendar cannot be written: ${error?.message}`)
  return foldLines(value)
}

/** The library takes a `timestamp` that its types leave out; without it the machine's own clock is read. */
function attributes(event: IcsEvent, now: Temporal.Instant): EventAttributes & { timestamp: number } {
  const { uid, title, description, alarm } = event
  return {
    ...times(event),
    uid,
    title,
    ...(description ? { description } : {}),
    timestamp: now.epochMilliseconds,
    transp: 'TRANSPARENT',
    // Hours alone: the library writes days as `P1DT`, which is no duration.
    alarms: alarm ? [{ action: 'display', description: escapeText(title), trigger: { hours: 9 } }] : [],
  }
}

/** Numbers are written in UTC, triples as dates, the last excluded; the process's time zone has no part in either. */
function times(event: EventTime): { start: DateArray | number; end: DateArray | number } {
  if ('from' in event) return { start: event.from.epochMilliseconds, end: event.to.epochMilliseconds }
  const lastDay = Temporal.PlainDate.from(event.lastDay)
  return { start: triple(Temporal.PlainDate.from(event.firstDay)), end: triple(lastDay.add({ days: 1 })) }
}

const triple = ({ year, month, day }: Temporal.PlainDate): DateArray => [year, month, day]

/** For the two texts that the library writes as they are. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, String.raw`\$&`)

const MOST_OCTETS = 75

/** Folded anew: RFC 5545 counts octets, the library characters, and a Danish letter has two. */
function foldLines(calendar: string): string {
  return calendar
    .replaceAll('\r\n\t', '')
    .split('\r\n')
    .map((line) => {
      let folded = ''
      let octets = 0
      for (const character of line) {
        const length = Buffer.byteLength(character)
        if (octets + length > MOST_OCTETS) {
          folded += '\r\n '
          octets = 1
        }
        folded += character
        octets += length
      }
      return folded
    })
    .join('\r\n')
}
