import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { vcard } from '../../../src/content/files/vcard.ts'

const contact = {
  name: 'Line Christensen',
  title: 'Pressechef',
  phones: [{ number: '+4525201620' }, { number: '+4599311666' }],
  email: 'presse@aalborg.example',
  updatedAt: '2026-11-23T09:00:00.000Z',
}

const linesOf = (changes: Partial<typeof contact> = {}, organisation = 'Aalborg Kommune') =>
  vcard({ ...contact, ...changes }, organisation)
    .replaceAll('\r\n ', '')
    .split('\r\n')

test('a contact has name, title, organisation, e-mail and its phones, the first preferred', () => {
  expect(linesOf()).toEqual(
    expect.arrayContaining([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Line Christensen',
      'N:Christensen;Line;;;',
      'ORG:Aalborg Kommune',
      'TITLE:Pressechef',
      'EMAIL;TYPE=PREF,WORK:presse@aalborg.example',
      'TEL;TYPE=PREF,WORK:+4525201620',
      'TEL;TYPE=WORK:+4599311666',
      'END:VCARD',
    ]),
  )
})

test.each([
  ['Line Christensen ', 'Christensen;Line;;;'],
  ['  Line  Kjær  Christensen', 'Christensen;Line Kjær;;;'],
  ['Line\u00a0Christensen', 'Christensen;Line;;;'],
  ['Christensen', 'Christensen;;;;'],
])('»%s« has its family name', (name, written) => {
  expect(linesOf({ name })).toContain(`N:${written}`)
})

test('whatever an editor writes comes back whole, in lines of at most 75 octets', () => {
  const unit = fc.constantFrom('a', 'æ', 'Å', '…', '🎄', ' ', ',', ';', ':', '\\', '"')
  const text = fc.string({ unit, minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(text, text, (title, organisation) => {
      const card = vcard({ ...contact, title }, organisation)
      for (const line of card.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        // An odd number of backslashes at the end of a line is half an escape.
        expect(line).not.toMatch(/(?<!\\)(\\\\)*\\$/)
      }
      const read = (property: string) =>
        new RegExp(`\r\n${property}[^:]*:(.*)\r\n`)
          .exec(card.replaceAll('\r\n ', ''))?.[1]
          ?.replaceAll(/\\(.)/g, '$1')
      expect(read('TITLE')).toBe(title)
      expect(read('ORG')).toBe(organisation)
    }),
  )
})
