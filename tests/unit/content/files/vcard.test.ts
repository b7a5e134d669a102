import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { vcard } from '../../../../src/content/files/vcard.ts'
import { anyText, asRead, expectWellFolded } from './file-laws.ts'

const WORDS = { subjects: 'Spørg mig om' }

const contact = {
  name: 'Line Christensen',
  title: 'Pressechef; kultur, fritid',
  phones: [{ number: '+4525201620' }, { number: '+4599311666' }],
  email: 'line.christensen@aalborg.example',
  updatedAt: '2026-11-23T09:00:00.000Z',
}

/** What another program reads at a property, the structured ones as their parts. */
function read(file: string, ...properties: string[]): unknown[] {
  const card = new ICAL.Component(ICAL.parse(file) as unknown[])
  return properties.map((name) => {
    const value: unknown = card.getFirstPropertyValue(name)
    // It reads the escape `\;` only where a value has parts; in RFC 2426 every text may have it.
    return typeof value === 'string' && name !== 'org' ? value.replaceAll('\\;', ';') : value
  })
}

test('a contact as phones read it', () => {
  expect(vcard(contact, 'Aalborg Kommune', WORDS).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//vcard-creator//vcard-creator 1.0.0//EN',
    'N:Christensen;Line;;;',
    'FN:Line Christensen',
    'ORG:Aalborg Kommune',
    String.raw`TITLE:Pressechef\; kultur\, fritid`,
    'REV:2026-11-23T09:00:00.000Z',
    'EMAIL;TYPE=PREF,WORK:line.christensen@aalborg.example',
    'TEL;TYPE=PREF,WORK:+4525201620',
    'TEL;TYPE=WORK:+4599311666',
    'END:VCARD',
    '',
  ])
})

test.each([
  ['Line Christensen', 'Christensen', 'Line'],
  ['  Line   Christensen ', 'Christensen', 'Line'],
  ['Line Christensen\u00a0', 'Christensen', 'Line'],
  ['\tLine Christensen\u0007\u200b', 'Christensen', 'Line'],
  ['Anders Aaen Larsen', 'Larsen', 'Anders Aaen'],
  ['Pressevagten', '', 'Pressevagten'],
])('%j: family name %j, given name %j', (name, family, given) => {
  const full = [given, family].filter(Boolean).join(' ')
  expect(read(vcard({ ...contact, name }, 'Aalborg Kommune', WORDS), 'n', 'fn')).toEqual([
    [family, given, '', '', ''],
    full,
  ])
})

test('whatever an editor writes comes back whole, read by another program', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, organisation) => {
      const file = vcard({ ...contact, title: `T${title}.` }, organisation, WORDS)
      expectWellFolded(file)
      expect(read(file, 'title', 'org')).toEqual([asRead(`T${title}.`), asRead(organisation)])
    }),
  )
})

test('the words of a name all come back, in their order', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const file = vcard({ ...contact, name: `A${name}.` }, 'Aalborg Kommune', WORDS)
      expectWellFolded(file)
      expect(read(file, 'fn')).toEqual([asRead(`A${name}.`.split(/\s+/).join(' '))])
    }),
  )
})

test('what a person answers about is a note', () => {
  const card = vcard({ ...contact, subjects: ['byggesager', 'skoler'] }, 'Aalborg Kommune', WORDS)
  expect(read(card, 'note')).toEqual(['Spørg mig om: byggesager, skoler'])
  expect(vcard({ ...contact, subjects: [] }, 'Aalborg Kommune', WORDS)).not.toContain('NOTE')
})
