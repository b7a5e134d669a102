import { expect, test } from 'vitest'
import { closedWeek } from '../../../../src/domain/hours/week.ts'
import { weekWords } from '../../../../src/domain/hours/week-words.ts'
import { overridesWords } from '../../../../src/domain/words/words.ts'

test('a week reads as a week', () => {
  const monday = [
    { from: '08:00', to: '12:00' },
    { from: '12:30', to: '24:00' },
  ]
  expect(weekWords({ ...closedWeek, monday, tuesday: 'monday' })).toEqual([
    'Mandag: 8.00–12.00 og 12.30–24.00',
    'Tirsdag: som mandag',
    'Onsdag: lukket',
    'Torsdag: lukket',
    'Fredag: lukket',
    'Lørdag: lukket',
    'Søndag: lukket',
  ])
})

test('fixed words read by what they are for', () => {
  expect(overridesWords({ 'shell.menu': 'Menu', 'former.word': 'Ukendt' })).toEqual([
    'Hovedmenuens navn: Menu',
    'former.word: Ukendt',
  ])
  expect(overridesWords(null)).toEqual([])
})
