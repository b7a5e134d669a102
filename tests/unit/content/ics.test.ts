import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { icsCalendar, type IcsEvent } from '../../../src/content/files/ics.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00+01:00')

const christmas: IcsEvent = {
  uid: 'jul@aalborg.example',
  title: 'Lukket, jul; og nytår',
  description: null,
  firstDay: '2026-12-24',
  lastDay: '2026-12-31',
  alarm: false,
}

/** The lines as a calendar program reads them: unfolded. */
const linesOf = (events: IcsEvent[], name = 'Åbningstider') =>
  icsCalendar(name, events, now).replaceAll('\r\n ', '').split('\r\n')

test('whole days end with the day after the last, and the stamp is the given clock in UTC', () => {
  expect(linesOf([christmas])).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Aalborg Kommune//Websted//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Åbningstider',
    'X-WR-CALNAME:Åbningstider',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    'UID:jul@aalborg.example',
    'SEQUENCE:0',
    'DTSTAMP:20261123T090000Z',
    'DTSTART;VALUE=DATE:20261224',
    'DTEND;VALUE=DATE:20270101',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    String.raw`SUMMARY:Lukket\, jul\; og nytår`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test.each([
  ['2026-12-24T08:00+01:00', '2026-12-24T12:00+01:00', '20261224T070000Z', '20261224T110000Z'],
  ['2026-06-05T08:00+02:00', '2026-06-06T00:00+02:00', '20260605T060000Z', '20260605T220000Z'],
])('from %s to %s is written in UTC', (from, to, start, end) => {
  const { uid, title, description, alarm } = christmas
  const span = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) }
  expect(linesOf([{ uid, title, description, alarm, ...span }])).toEqual(
    expect.arrayContaining([`DTSTART:${start}`, `DTEND:${end}`]),
  )
})

test('an alarm sounds at nine on the first day, with the title', () => {
  const lines = linesOf([{ ...christmas, alarm: true }])
  expect(lines.slice(lines.indexOf('BEGIN:VALARM'), lines.indexOf('END:VALARM') + 1)).toEqual([
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER;RELATED=START:PT9H',
    String.raw`DESCRIPTION:Lukket\, jul\; og nytår`,
    'END:VALARM',
  ])
})

test('nothing to tell is a calendar without events', () => {
  const lines = linesOf([], 'Lukkedage; jul, nytår')
  expect(lines).toContain(String.raw`X-WR-CALNAME:Lukkedage\; jul\, nytår`)
  expect(lines).not.toContain('BEGIN:VEVENT')
})

const textOf = (file: string, property: string): string => {
  const [, written = ''] = new RegExp(`\\r\\n${property}:(.*)\\r\\n`).exec(file.replaceAll('\r\n ', '')) ?? []
  return written.replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
}

test('whatever an editor writes comes back whole, in lines of at most 75 octets', () => {
  const unit = fc.constantFrom('a', 'æ', 'Å', '…', '🎄', ' ', ',', ';', ':', '\\', '"')
  const line = fc.string({ unit, minLength: 1, maxLength: 200 })
  const lines = fc.string({ unit: fc.oneof(unit, fc.constant('\n')), minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(line, line, lines, (name, title, description) => {
      const file = icsCalendar(name, [{ ...christmas, title, description }], now)
      for (const written of file.split('\r\n')) {
        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(75)
        // An odd number of backslashes at the end of a line is half an escape: Outlook shows it as it stands.
        expect(written).not.toMatch(/(?<!\\)(\\\\)*\\$/)
      }
      expect(textOf(file, 'X-WR-CALNAME')).toBe(name)
      expect(textOf(file, 'SUMMARY')).toBe(title)
      expect(textOf(file, 'DESCRIPTION')).toBe(description)
    }),
  )
})
