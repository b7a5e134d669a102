import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { missedQuery } from '../../../../src/domain/text/missed-query.ts'

test.each([
  ['svømmebriller', 'svømmebriller'],
  ['  Blå   BIL ', 'blå bil'],
  ['post-it', 'post it'],
  ['hvor er min nye affaldsspand', 'hvor er min nye affaldsspand'],
  ['co2', 'co2'],
  ['5g mast', '5g mast'],
  ['Café Müller', 'café müller'],
])('»%s« is counted as »%s«', (typed, query) => {
  expect(missedQuery(typed)).toBe(query)
})

test.each([
  ['a CPR number', '010190-1234'],
  ['a CPR number in one', '0101901234'],
  ['a CPR number with spaces', '01 01 90 12 34'],
  ['a CPR number among words', 'sag 010190 1234 hansen'],
  ['a CPR number with other signs', '0.1.0.1.9.0/1.2.3.4'],
  ['a phone number', '+45 25 20 16 20'],
  ['a phone number in brackets', '(25) (20) 1620'],
  ['the end of a phone number', '1620'],
  ['digits of another script', '٠١٠١٩٠١٢٣٤'],
  ['wide digits', '０１０１９０'],
  ['digits in circles', '①②③④'],
  ['digits with invisible signs between', '0\u200b1\u200b0\u200b1'],
  ['an e-mail address', 'line@aalborg.dk'],
  ['an e-mail address with a wide sign', 'line＠aalborg.dk'],
  ['a street and a number', 'Vestergade 12'],
  ['a street, a number and a letter', 'vestergade 12b st tv'],
  ['six words', 'en to tre fire fem seks'],
  ['sixty-one characters', 'a'.repeat(61)],
  ['nothing', ''],
  ['signs only', '?!–'],
])('%s is not counted', (_, typed) => {
  expect(missedQuery(typed)).toBeNull()
})

test('the result never has four digits in a row, an @ or more than sixty characters, whatever is typed', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789 -./@aæø①٣½\u200b'), maxLength: 80 })
  fc.assert(
    fc.property(typed, (text) => {
      const query = missedQuery(text) ?? ''
      expect(query.replaceAll(/[^\p{L}\p{N}]/gu, '')).not.toMatch(/\p{N}{4}|@/u)
      expect(query.length).toBeLessThanOrEqual(60)
    }),
  )
})
