import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  approvalSchema,
  draftToken,
  expiryOf,
  LONGEST_NAME,
  LONGEST_WORD,
  shareSchema,
  stateOf,
} from '../../../../src/domain/time/shared-drafts.ts'

const at = (text: string) => Temporal.Instant.from(text)
const seen = 'a'.repeat(43)
const approval = (sent: object) => approvalSchema.safeParse({ name: 'Anna', word: '', seen, ...sent })

test.each([
  ['2026-11-30T09:00+01:00', 14, '2026-12-14T09:00+01:00'],
  ['2026-11-30T09:00+01:00', 90, '2027-02-28T09:00+01:00'],
  // The same time of day, although the clock is changed in between.
  ['2026-10-20T09:00+02:00', 14, '2026-11-03T09:00+01:00'],
  ['2027-03-20T09:00+01:00', 14, '2027-04-03T09:00+02:00'],
])('made at %s for %i days it works until %s', (made, days, until) => {
  expect(expiryOf(at(made), days).equals(at(until))).toBe(true)
})

test('a link ends at its instant, or when it is withdrawn', () => {
  const link = { expiresAt: '2026-12-14T08:00:00.000Z', withdrawnAt: null }
  expect(stateOf(link, at('2026-12-14T07:59:59.999Z'))).toBe('open')
  expect(stateOf(link, at('2026-12-14T08:00:00Z'))).toBe('expired')
  const withdrawn = { ...link, withdrawnAt: '2026-12-01T08:00:00.000Z' }
  for (const now of ['2026-11-01T08:00:00Z', '2027-01-01T08:00:00Z'])
    expect(stateOf(withdrawn, at(now))).toBe('withdrawn')
})

test('a token is forty signs, and nothing else', () => {
  const token = '0123456789abcdef'.repeat(3).slice(0, 40)
  expect(draftToken.safeParse(token).success).toBe(true)
  for (const wrong of [
    '',
    token.slice(1),
    `${token}0`,
    token.toUpperCase(),
    `${token}\n`,
    token.replace('0', 'g'),
  ])
    expect([wrong, draftToken.safeParse(wrong).success]).toEqual([wrong, false])
})

test.each([
  [
    { link: null, title: ' Til skolen ', days: 14 },
    { link: null, title: 'Til skolen', days: 14 },
  ],
  [{ link: 7, title: 'x' }, { link: 7 }],
  [{ link: null, title: 'x', days: 0 }, null],
  [{ link: null, title: 'x', days: 91 }, null],
  [{ link: null, title: '…', days: 1 }, null],
  [{ link: 0 }, null],
  [null, null],
])('%j is shared as %j', (sent, read) => {
  expect(shareSchema.safeParse(sent).data ?? null).toEqual(read)
})

test.each([
  [{ name: ' Anna\tBerg\n' }, { name: 'Anna Berg', word: null, seen, answer: 'yes' }],
  [{ name: 'Anna\u0000Berg\ud800' }, { name: 'Anna Berg', word: null, seen, answer: 'yes' }],
  [
    { word: ' Fint.\r\nMen ret\u0007 010203-1234 ' },
    { name: 'Anna', word: 'Fint.\nMen ret  010203-••••', seen, answer: 'yes' },
  ],
  [
    { word: 'Ret telefonen', answer: 'no' },
    { name: 'Anna', word: 'Ret telefonen', seen, answer: 'no' },
  ],
  [{ name: 'a'.repeat(LONGEST_NAME), word: 'a'.repeat(LONGEST_WORD) }, expect.anything()],
])('%j is approved as %j', (sent, read) => {
  expect(approval(sent).data).toEqual(read)
})

test.each([
  [{ name: '' }, 'Skriv dit navn.'],
  [{ name: ' \u200b ' }, 'Skriv dit navn.'],
  [{ name: '!!' }, 'Skriv dit navn.'],
  [{ name: 7 }, 'Skriv dit navn.'],
  [{ name: 'a'.repeat(LONGEST_NAME + 1) }, 'Navnet må højst have 100 tegn.'],
  [{ word: 'a'.repeat(LONGEST_WORD + 1) }, 'Bemærkningen må højst have 2.000 tegn.'],
  [{ seen: '' }, 'Genindlæs den'],
  [{ seen: null }, 'Genindlæs den'],
  [{ answer: 'no' }, 'Skriv, hvad der skal ændres'],
  [{ answer: 'no', word: ' \u200b ' }, 'Skriv, hvad der skal ændres'],
  [{ answer: 'måske' }, 'Genindlæs den'],
])('%j is refused', (sent, message) => {
  expect(approval(sent).error?.issues[0]?.message).toContain(message)
})
