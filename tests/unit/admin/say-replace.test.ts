import { expect, test } from 'vitest'
import { sayChoice, sayReplace } from '../../../src/admin/documents/uses/say-replace.ts'

const NAMES = ['Side »A«', 'Side »B«', 'Side »C«', 'Side »D«', 'Side »E«', 'Side »F«', 'Side »G«']

test.for<[total: number, told: string]>([
  [1, 'ét sted: Side »A«.'],
  [2, '2 steder: Side »A« og Side »B«.'],
  [7, '7 steder: Side »A«, Side »B«, Side »C«, Side »D«, Side »E«, Side »F« og ét sted til.'],
  [40, '40 steder: Side »A«, Side »B«, Side »C«, Side »D«, Side »E«, Side »F« og 34 steder til.'],
])('who goes, who comes and where is told, of %i places', ([total, told]) => {
  const said = sayReplace('Peter Munk', 'Signe Holm', total, NAMES.slice(0, total))
  expect(said).toContain('»Peter Munk« går ud, og »Signe Holm« kommer til at stå i stedet ')
  expect(said).toContain(told)
  expect(said).toContain('er offentliggjort, er ændret på siden med det samme')
})

test('the list says what is chosen', () => {
  expect(sayChoice('people', 'Peter Munk')).toBe('Vælg, hvem der skal stå i stedet for »Peter Munk«.')
  expect(sayChoice('contact-boxes', 'Boks')).toBe('Vælg, hvad der skal stå i stedet for »Boks«.')
})
