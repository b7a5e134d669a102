import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  formatSpans,
  openingSentence,
  pressDutySentence,
  todaySentence,
  weekTable,
} from '../../../../src/domain/hours/sentences.ts'
import { formatSpan } from '../../../../src/domain/hours/spans.ts'
import {
  formatDate,
  formatDays,
  isoInCopenhagen,
  weekdayName,
} from '../../../../src/domain/time/danish-time.ts'
import type { Span, Weekday } from '../../../../src/domain/hours/schedule.ts'
import { wordsWith } from '../../../../src/domain/words/words.ts'
import { at, days, EVERY_DAY } from '../hours/times.ts'

const words = wordsWith({})
const { hours } = words

const open = (until: string | null, reason: string | null = null) => ({
  open: true as const,
  until: until ? at(until) : null,
  reason,
})

test.for([
  [open('2026-11-23T15:00'), 'Åbent nu, lukker kl. 15.00'],
  [open('2026-11-23T12:30', 'Byfest'), 'Åbent nu, lukker kl. 12.30 (Byfest)'],
  [open('2026-11-24T00:00'), 'Åbent nu, lukker kl. 24.00'],
  [open('2026-11-24T02:00'), 'Åbent nu, lukker i morgen kl. 2.00'],
  [open('2026-11-25T00:00'), 'Åbent nu, lukker i morgen kl. 24.00'],
  [open('2026-11-27T18:00'), 'Åbent nu, lukker fredag den 27. november kl. 18.00'],
  [open(null), 'Åbent hele døgnet'],
] as const)('while open: %o is "%s"', ([status, sentence]) => {
  expect(openingSentence(status, null, at('2026-11-23T09:00'), hours)).toBe(sentence)
})

test.for([
  ['2026-11-20T15:00', '2026-11-23T08:00', null, 'Lukket nu, åbner mandag den 23. november kl. 8.00'],
  ['2026-11-22T15:00', '2026-11-23T08:00', null, 'Lukket nu, åbner i morgen kl. 8.00'],
  ['2026-11-23T07:59:59', '2026-11-23T08:00', null, 'Lukket nu, åbner i dag kl. 8.00'],
  ['2026-11-23T07:00', '2026-11-23T10:00', 'Byfest', 'Lukket nu, åbner i dag kl. 10.00 (Byfest)'],
  [
    '2026-12-26T12:00',
    '2026-12-28T08:00',
    '2. juledag',
    'Lukket: 2. juledag. Åbner mandag den 28. december kl. 8.00',
  ],
  ['2026-12-31T12:00', '2027-01-04T08:00', null, 'Lukket nu, åbner mandag den 4. januar 2027 kl. 8.00'],
  ['2026-12-31T12:00', '2027-01-01T08:00', null, 'Lukket nu, åbner i morgen kl. 8.00'],
  ['2026-11-23T12:00', null, null, 'Lukket. Næste åbning er ikke fastsat'],
  ['2026-11-23T12:00', null, 'Flyttet', 'Lukket: Flyttet. Næste åbning er ikke fastsat'],
] as const)('while closed: at %s, next opening %s, reason %s: "%s"', ([now, next, reason, sentence]) => {
  const until = next ? at(next) : null
  expect(openingSentence({ open: false, until, reason }, until, at(now), hours)).toBe(sentence)
})

test.for([
  [
    'staff',
    '2026-11-23T15:00',
    'duty',
    'Pressemedarbejderne svarer nu',
    'indtil kl. 15.00',
    'Derefter svarer pressevagten',
  ],
  [
    'duty',
    '2026-11-23T08:00',
    'staff',
    'Pressevagten svarer nu',
    'indtil kl. 8.00',
    'Derefter svarer pressemedarbejderne',
  ],
  [
    'duty',
    '2026-11-23T23:00',
    'closed',
    'Pressevagten svarer nu',
    'indtil kl. 23.00',
    'Derefter er der lukket',
  ],
  ['closed', '2026-11-23T07:00', 'duty', 'Lukket nu', '', 'Åbner igen i dag kl. 7.00', 'Ring fra kl. 7.00'],
  [
    'closed',
    '2026-11-24T07:00',
    'duty',
    'Lukket nu',
    '',
    'Åbner igen i morgen kl. 7.00',
    'Ring fra kl. 7.00',
  ],
  [
    'closed',
    '2026-11-26T08:00',
    'staff',
    'Lukket nu',
    '',
    'Åbner igen torsdag den 26. november kl. 8.00. Så svarer pressemedarbejderne',
    'Ring fra torsdag den 26. november kl. 8.00',
  ],
  ['closed', null, null, 'Lukket nu', '', 'Det er ikke fastsat, hvornår pressevagten svarer igen'],
  ['duty', null, null, 'Pressevagten svarer nu', '', ''],
] as const)('press duty: %s until %s, then %s reads well', ([status, until, then, ...sentence]) => {
  const from = until ? at(until) : null
  const next = from && then ? { status: then, from } : null
  const names = {
    staff: 'Pressemedarbejderne svarer nu',
    duty: 'Pressevagten svarer nu',
    closed: 'Lukket nu',
  }
  const now = at('2026-11-23T06:30')
  const told = pressDutySentence({ status, until: from, next, again: null, reason: null }, now, names, words)
  expect([told.now, told.until, told.afterwards, told.call]).toEqual([...sentence, '', ''].slice(0, 4))
})

test('before a closed time it is said until when, and the reason of a day stands in the sentence', () => {
  const names = { staff: 'Personalet', duty: 'Pressevagten svarer nu', closed: 'Lukket nu' }
  const from = at('2026-12-26T23:00')
  const status = {
    status: 'duty',
    until: from,
    next: { status: 'closed', from },
    again: at('2026-12-27T07:00'),
    reason: '2. juledag',
  } as const
  expect(pressDutySentence(status, at('2026-12-26T09:00'), names, words)).toEqual({
    now: 'Pressevagten svarer nu (2. juledag)',
    until: 'indtil kl. 23.00',
    afterwards: 'Derefter er der lukket til i morgen kl. 7.00',
    call: '',
  })
})

test.for([
  [['2026-12-24'], '24. december'],
  [['2026-12-24', '2026-12-31'], '24. og 31. december'],
  [['2026-12-24', '2026-12-31', '2027-01-02'], '24. og 31. december og 2. januar'],
] as const)('days are told with each month once', ([dates, told]) => expect(formatDays(dates)).toBe(told))

test('dates, weekdays and spans are written as Danes write them', () => {
  expect(formatDate('2026-11-22')).toBe('22. november 2026')
  expect(formatDate(Temporal.Instant.from('2026-11-21T23:00:00Z'))).toBe('22. november 2026')
  expect(([1, 2, 3, 4, 5, 6, 7] as const).map(weekdayName).join(' ')).toBe(
    'mandag tirsdag onsdag torsdag fredag lørdag søndag',
  )
  expect(formatSpan({ from: '08:00', to: '15:00' })).toBe('8.00–15.00')
  expect(formatSpan({ from: '00:30', to: '24:00' })).toBe('0.30–24.00')
})

test('instants are written with the offset of Copenhagen, summer and winter', () => {
  expect(isoInCopenhagen(Temporal.Instant.from('2026-11-23T07:00:00Z'))).toBe('2026-11-23T08:00:00+01:00')
  expect(isoInCopenhagen(Temporal.Instant.from('2026-07-01T06:00:00.999Z'))).toBe('2026-07-01T08:00:00+02:00')
})

const spans = (...times: string[]): Span[] =>
  times.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }))

test.for([
  [[], 'Lukket', 'I dag: lukket'],
  [['08:00-15:00'], '8.00–15.00', 'I dag: 8.00–15.00'],
  [['13:00-15:00', '08:00-12:00'], '8.00–12.00 og 13.00–15.00', 'I dag: 8.00–12.00 og 13.00–15.00'],
  [
    ['18:00-02:00', '13:00-15:00', '08:00-12:00'],
    '8.00–12.00, 13.00–15.00 og 18.00–2.00',
    'I dag: 8.00–12.00, 13.00–15.00 og 18.00–2.00',
  ],
  [['00:00-24:00'], 'Hele døgnet', 'I dag: hele døgnet'],
  [['00:00-00:00'], 'Hele døgnet', 'I dag: hele døgnet'],
  [['00:30-24:00'], '0.30–24.00', 'I dag: 0.30–24.00'],
  [['00:00-15:00'], '0.00–15.00', 'I dag: 0.00–15.00'],
  [['08:00-08:00'], '8.00–8.00', 'I dag: 8.00–8.00'],
] as const)('the spans %j are "%s", and of today "%s"', ([times, text, today]) => {
  expect(formatSpans(spans(...times), hours)).toBe(text)
  expect(todaySentence({ spans: spans(...times), reason: null }, hours)).toBe(today)
})

test('what decided today stands after its hours, as it was written', () => {
  expect(todaySentence({ spans: [], reason: '2. juledag' }, hours)).toBe('I dag: lukket (2. juledag)')
  expect(todaySentence({ spans: spans('08:00-12:00'), reason: 'Byfest' }, hours)).toBe(
    'I dag: 8.00–12.00 (Byfest)',
  )
})

const rows = (week: [Weekday, string, string][]) =>
  weekTable(
    week.map(([weekday, from, to]) => ({ weekday, from, to })),
    hours,
  ).map(({ days, hours }) => `${days} ${hours}`)

test('the week joins neighbouring days with the same hours', () => {
  const office = weekTable([...days([1, 2, 3, 5], '08:00', '15:00'), ...days([4], '08:00', '17:00')], hours)
  expect(office).toEqual([
    { days: 'Mandag–onsdag', hours: '8.00–15.00' },
    { days: 'Torsdag', hours: '8.00–17.00' },
    { days: 'Fredag', hours: '8.00–15.00' },
    { days: 'Lørdag–søndag', hours: 'Lukket' },
  ])
})

test('a day with several spans lists them in the order of the clock', () => {
  const split = rows([
    [1, '13:00', '15:00'],
    [1, '08:00', '12:00'],
    [1, '18:00', '02:00'],
  ])
  expect(split[0]).toBe('Mandag 8.00–12.00, 13.00–15.00 og 18.00–2.00')
  expect(rows([[7, '00:00', '24:00']]).at(-1)).toBe('Søndag Hele døgnet')
})

test('days that are the same but for another between are not joined', () => {
  expect(weekTable(days([1, 3], '08:00', '15:00'), hours).map((row) => row.days)).toEqual([
    'Mandag',
    'Tirsdag',
    'Onsdag',
    'Torsdag–søndag',
  ])
})

test('a week of equal days is one row', () => {
  expect(rows([])).toEqual(['Alle dage Lukket'])
  expect(weekTable(days(EVERY_DAY, '07:00', '23:00'), hours)).toEqual([
    { days: 'Alle dage', hours: '7.00–23.00' },
  ])
})
