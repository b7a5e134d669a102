import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { icsCalendar, type IcsEvent } from '../../../../src/content/files/ics.ts'
import { anyText, asRead, expectWellFolded } from './file-laws.ts'

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

test('whatever an editor writes comes back whole, read by another program', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (name, title, description) => {
      const file = icsCalendar(name, [{ ...christmas, title, description, alarm: true }], now)
      expectWellFolded(file)
      // It does not know this property, and would not read its value as a text.
      const known = file.replace('\r\nX-WR-CALNAME:', '\r\nCOMMENT:')
      const calendar = new ICAL.Component(ICAL.parse(known) as unknown[])
      const event = calendar.getFirstSubcomponent('vevent')
      expect({
        name: calendar.getFirstPropertyValue('comment') ?? '',
        title: event?.getFirstPropertyValue('summary'),
        description: event?.getFirstPropertyValue('description') ?? '',
        alarm: event?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('description'),
      }).toEqual({
        name: asRead(name),
        title: asRead(title),
        description: asRead(description),
        alarm: asRead(title),
      })
    }),
  )
})
