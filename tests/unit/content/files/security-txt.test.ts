import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { securityTxt } from '../../../../src/content/files/security-txt.ts'

const at = (
  instant: string,
  contact: string | null = 'sikkerhed@eksempel.dk',
  expires: string | null = '2027-06-01',
) =>
  securityTxt(
    { contact, expires: expires && `${expires}T12:00:00.000Z` },
    'https://eksempel.dk',
    Temporal.Instant.from(instant),
  )

test('it says whom to tell, until when, and where it stands, as RFC 9116 has it', () => {
  expect(at('2026-11-23T10:00:00Z')?.body).toBe(
    [
      'Contact: mailto:sikkerhed@eksempel.dk',
      'Expires: 2027-06-01T22:00:00Z',
      'Preferred-Languages: da',
      'Canonical: https://eksempel.dk/.well-known/security.txt',
      '',
    ].join('\n'),
  )
  expect(at('2026-11-23T10:00:00Z', 'https://eksempel.dk/fejl')?.body).toMatch(
    /^Contact: https:\/\/eksempel\.dk\/fejl\n/,
  )
})

test('it holds through its last day in Denmark, and not a second longer', () => {
  expect(at('2027-06-01T21:59:59Z')?.until.toString()).toBe('2027-06-01T22:00:00Z')
  expect(at('2027-06-01T22:00:00Z')).toBeNull()
  expect(at('2028-01-01T00:00:00Z')).toBeNull()
})

test('without a contact or a date there is none', () => {
  expect(at('2026-11-23T10:00:00Z', null)).toBeNull()
  expect(at('2026-11-23T10:00:00Z', '')).toBeNull()
  expect(at('2026-11-23T10:00:00Z', 'sikkerhed@eksempel.dk', null)).toBeNull()
})
