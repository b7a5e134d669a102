import { assert, asyncProperty, constantFrom, oneof, string, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { site, boxes, hoursOf, refusal } from '../../tools/hours-site.ts'

test('every contact box answers with what is promised, null where it has no such hours', async () => {
  const kinds: Record<string, string> = {}
  for (const box of boxes) {
    const { opening, phone } = await hoursOf(box)
    kinds[box] = [opening && 'opening', phone && 'phone'].filter(Boolean).join(' ')
  }
  expect(kinds).toEqual({
    'oekonomi-og-erhverv': '',
    'boern-og-unge': '',
    'job-og-velfaerd': 'opening',
    'klima-og-miljoe': 'phone',
    'senior-og-omsorg': 'phone',
    'sundhed-og-kultur': 'opening',
    'by-og-land': 'opening phone',
    'kommunikation-og-udvikling': '',
    pressevagt: 'phone',
  })
})

test.for([
  ['2026-11-23T07:59:59+01:00', false, '2026-11-23T08:00:00+01:00', null],
  ['2026-11-23T08:00:00+01:00', true, '2026-11-23T15:00:00+01:00', null],
  ['2026-11-23T14:59:59+01:00', true, '2026-11-23T15:00:00+01:00', null],
  ['2026-11-23T15:00:00+01:00', false, '2026-11-24T08:00:00+01:00', null],
  ['2026-11-26T16:59:59+01:00', true, '2026-11-26T17:00:00+01:00', null],
  ['2026-11-26T16:00:00Z', false, '2026-11-27T08:00:00+01:00', null],
  ['2026-12-25T09:00:00+01:00', false, '2026-12-28T08:00:00+01:00', '1. juledag'],
  ['2026-12-26T09:00:00+01:00', false, '2026-12-28T08:00:00+01:00', '2. juledag'],
  ['2027-03-28T02:30:00+01:00', false, '2027-03-30T08:00:00+02:00', 'Påskedag'],
] as const)('at %s the office is open: %s, until %s (%s)', async ([at, open, until, reason]) => {
  const { opening } = await hoursOf('job-og-velfaerd', at)
  expect(opening).toMatchObject({ open, until, reason, next: { open: !open, from: until } })
})

test.for([
  ['2026-11-23T06:59:59+01:00', false, '2026-11-23T07:00:00+01:00'],
  ['2026-11-23T07:00:00+01:00', true, '2026-11-23T23:00:00+01:00'],
  ['2026-11-23T23:00:00+01:00', false, '2026-11-24T07:00:00+01:00'],
  ['2026-10-25T02:30:00+02:00', false, '2026-10-25T07:00:00+01:00'],
  ['2026-10-25T02:30:00+01:00', false, '2026-10-25T07:00:00+01:00'],
  ['2026-12-25T09:00:00+01:00', true, '2026-12-25T23:00:00+01:00'],
] as const)('at %s the press duty can be called: %s, until %s', async ([at, open, until]) => {
  expect((await hoursOf('pressevagt', at)).phone).toMatchObject({ open, until, reason: null })
})

test('the instant that was asked for is given back, in the time of Copenhagen', async () => {
  expect((await hoursOf('pressevagt', '2026-07-01T22:30:00Z')).at).toBe('2026-07-02T00:30:00+02:00')
})

test.for(['findes-ikke', 'findes-ikke.ics', 'By-og-Land', '.ics', '__proto__', 'æøå'])(
  'a contact box named %s is not found, and that is said in Danish',
  async (box) => {
    const { status: code, text } = await ask(site.url, encodeURI(`/api/hours/${box}`))
    expect(code).toBe(404)
    expect(refusal.parse(JSON.parse(text)).error.field).toBe('slug')
  },
)

const bad: [address: string, field: string, values: string[]][] = [
  ...['/api/hours/by-og-land', '/api/press-duty'].map((address): [string, string, string[]] => [
    address,
    'at',
    [
      '',
      'nu',
      '2026-02-30T10:00:00Z',
      '2026-11-23',
      '2026-11-23T10:00:00',
      '2026-11-23T10:00:00+99:00',
      '1999-12-31T23:59:59Z',
      '2100-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '9'.repeat(1500),
      '2026-11-23T10:00:00Z&at=2026-11-24T10:00:00Z',
    ],
  ]),
  ['/api/contacts', 'limit', ['', '0', '101', '-1', '1.5', 'alle', '9'.repeat(1500), '1&limit=2']],
  ['/api/contacts', 'q', ['a'.repeat(201), 'a&q=b']],
]

test.for(bad.flatMap(([address, field, values]) => values.map((value) => [address, field, value] as const)))(
  '%s refuses %s=%s with the field and a Danish sentence',
  async ([address, field, value]) => {
    const { status: code, text } = await ask(site.url, `${address}?${field}=${value.replaceAll('+', '%2B')}`)
    expect([code, refusal.parse(JSON.parse(text)).error.field]).toEqual([400, field])
  },
)

test('whatever is written in a parameter, the answer is an answer or a refusal that names it', async () => {
  const addresses = constantFrom(
    ['/api/hours/by-og-land', 'at'] as const,
    ['/api/press-duty', 'at'] as const,
    ['/api/contacts', 'limit'] as const,
    ['/api/contacts', 'q'] as const,
  )
  const texts = oneof(
    string({ unit: 'binary', maxLength: 210 }),
    stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/),
  )
  await assert(
    asyncProperty(addresses, texts, async ([address, field], text) => {
      const answer = await ask(site.url, `${address}?${field}=${encodeURIComponent(text)}`)
      const told = answer.status === 400 ? refusal.parse(JSON.parse(answer.text)).error.field : field
      expect([[200, 400, 414].includes(answer.status), told]).toEqual([true, field])
    }),
    { numRuns: 200 },
  )
})
