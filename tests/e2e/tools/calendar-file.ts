/** `DTSTART;VALUE=DATE:20261224` taken apart. */
type Property = { name: string; parameters: string; value: string }

export type CalendarEvent = { uid: string; summary: string; start: string; end: string }

/**
 * The name and events of an iCalendar file; throws where it breaks a rule of RFC 5545 that calendars trip over: lines
 * end with CRLF and have at most 75 octets, parts are closed, an event has its stamp, and times are dates or in UTC.
 */
export function readCalendar(file: string): { name: string | undefined; events: CalendarEvent[] } {
  const properties = linesOf(file).map(toProperty)
  const open: string[] = []
  const events: Property[][] = []
  const ofCalendar: Property[] = []
  for (const property of properties) {
    const part = open.at(-1)
    if (property.name === 'BEGIN') {
      open.push(property.value)
      if (property.value === 'VEVENT') events.push([])
    } else if (property.name === 'END') {
      if (open.pop() !== property.value) throw new Error(`${property.value} ends before it begins`)
    } else if (part === 'VEVENT') events.at(-1)?.push(property)
    else if (part === 'VCALENDAR') ofCalendar.push(property)
    else if (part === undefined) throw new Error(`${property.name} stands outside the calendar`)
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} is not closed`)
  if (one(ofCalendar, 'VERSION').value !== '2.0') throw new Error('Unknown version')
  one(ofCalendar, 'PRODID')
  return {
    name: unescaped(ofCalendar.find(({ name }) => name === 'X-WR-CALNAME')?.value ?? ''),
    events: events.map(toEvent),
  }
}

function linesOf(file: string): string[] {
  if (!file.endsWith('\r\n')) throw new Error('The last line does not end')
  const lines = file.slice(0, -2).split('\r\n')
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`A line ends without CRLF: ${line}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`A line is too long: ${line}`)
    if (/(?<!\\)(?:\\\\)*\\$/.test(line)) throw new Error(`An escape is split: ${line}`)
  }
  return lines
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
}

function toProperty(line: string): Property {
  const { name, parameters, value } =
    /^(?<name>[A-Z-]+)(?<parameters>(?:;[A-Z-]+=[^;:]+)*):(?<value>.*)$/u.exec(line)?.groups ?? {}
  if (!name) throw new Error(`No property: ${line}`)
  return { name, parameters: parameters ?? '', value: value ?? '' }
}

function toEvent(properties: Property[]): CalendarEvent {
  if (!/^\d{8}T\d{6}Z$/.test(one(properties, 'DTSTAMP').value)) throw new Error('DTSTAMP is not in UTC')
  return {
    uid: one(properties, 'UID').value,
    summary: unescaped(one(properties, 'SUMMARY').value),
    start: dateOrInstant(one(properties, 'DTSTART')),
    end: dateOrInstant(one(properties, 'DTEND')),
  }
}

function dateOrInstant({ name, parameters, value }: Property): string {
  const shape = parameters === ';VALUE=DATE' ? /^\d{8}$/ : /^\d{8}T\d{6}Z$/
  if (!shape.test(value))
    throw new Error(`${name}${parameters}:${value} is neither a date nor an instant in UTC`)
  return value
}

function one(properties: Property[], name: string): Property {
  const [property, ...others] = properties.filter((found) => found.name === name)
  if (!property || others.length > 0)
    throw new Error(`${name} stands there ${others.length ? 'twice' : 'not at all'}`)
  return property
}

function unescaped(text: string): string {
  if (/(^|[^\\])(\\\\)*[;,]/.test(text)) throw new Error(`A comma or semicolon is not escaped: ${text}`)
  return text.replaceAll(/\\([\\;,])/g, '$1').replaceAll(/\\n/gi, '\n')
}
