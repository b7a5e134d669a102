import { expect, test } from 'vitest'
import { unsavedShapes } from '../../../../src/content/preview/unsaved.ts'

const week = {
  monday: [{ from: '8', to: '15.00' }],
  tuesday: 'monday',
  wednesday: 'monday',
  thursday: [],
  friday: 'monday',
  saturday: [],
  sunday: [],
}
const exception = {
  from: '2026-12-24T11:00:00.000Z',
  kind: 'closed',
  reason: 'Lukket',
  appliesTo: 'calendar',
}
const duty = { contactBox: 1, reachable: 2, staff: 3 }

const problemOf = (slug: keyof typeof unsavedShapes, form: object) =>
  unsavedShapes[slug].safeParse(form).error?.issues[0]?.message ?? null

test.each([
  [
    'opening-hours',
    { week: { ...week, sunday: [{ from: '10', to: '9' }] } },
    /^Søndag: 10\.00–9\.00 slutter/,
  ],
  ['opening-hours', { week: { ...week, monday: [...week.monday, { from: '14', to: '16' }] } }, /overlapper/],
  ['opening-hours', { week: { ...week, monday: [{ from: '8', to: '' }] } }, /^Mandag: Skriv både fra og til/],
  ['opening-hours', { week: { ...week, sunday: [{ from: '', to: '8' }] } }, /^Søndag: Skriv både fra og til/],
  ['opening-hours', {}, /^Udfyld ugen/],
  ['opening-hours', { week: { monday: [] } }, /^Udfyld ugen/],
  ['opening-hours', { week, laterWeeks: [{ from: null, week }] }, /^Vælg, fra hvornår/],
  ['opening-hours', { week, laterWeeks: [{ from: '2027-13-01', week }] }, /^»2027-13-01« er ikke en dato/],
  ['opening-hours', { week, laterWeeks: [{ from: '31.4.2027', week }] }, /^»31\.4\.2027« er ikke en dato/],
  ['hours-exceptions', { ...exception, from: undefined }, /^Vælg den første dato/],
  ['hours-exceptions', { ...exception, from: '31.4.2027' }, /^»31\.4\.2027« er ikke en dato/],
  ['hours-exceptions', { ...exception, to: '31.4.2027' }, /^»31\.4\.2027« er ikke en dato/],
  ['hours-exceptions', { ...exception, to: '2026-12-20T11:00:00.000Z' }, /^Perioden slutter 20\. december/],
  ['hours-exceptions', { ...exception, kind: 'closesFrom', closesFrom: '' }, /^Skriv, hvornår der lukkes/],
  ['hours-exceptions', { ...exception, kind: 'spans', spans: 0 }, /^Skriv mindst ét tidsrum/],
  ['hours-exceptions', { ...exception, kind: 'spans', spans: [{ from: '8' }] }, /^Skriv både fra og til/],
  [
    'hours-exceptions',
    { ...exception, from: '2027-03-28T11:00:00.000Z', kind: 'closesFrom', closesFrom: '2.30' },
    /^Kl\. 2\.30 findes ikke den 28\. marts 2027/,
  ],
  ['contact-boxes', { phone: '12' }, /^»12« er ikke et telefonnummer/],
  ['press-duty', { ...duty, staff: null }, /^Vælg, hvornår pressemedarbejderne/],
] as const)('%s: what is to be mended is named in Danish (%#)', (slug, form, message) => {
  expect(problemOf(slug, form)).toMatch(message)
})

test("the form's ways of saying nothing are understood: 0 rows, null, and fields that are not there", () => {
  expect(problemOf('opening-hours', { name: null, week, laterWeeks: 0, exceptions: { docs: [] } })).toBeNull()
  expect(problemOf('hours-exceptions', { ...exception, to: null, closesFrom: null, spans: 0 })).toBeNull()
  expect(problemOf('contact-boxes', { phone: null, openingHours: null })).toBeNull()
  expect(problemOf('press-duty', duty)).toBeNull()
})

test('times are read as people write them, and a phone number too', () => {
  expect(unsavedShapes['opening-hours'].parse({ week })).toMatchObject({
    week: { monday: [{ from: '08:00', to: '15:00' }], tuesday: 'monday' },
  })
  expect(unsavedShapes['contact-boxes'].parse({ phone: '99 31 40 00' })).toMatchObject({
    phone: '+4599314000',
  })
  expect(unsavedShapes['contact-boxes'].parse({ phone: '18 13' })).toMatchObject({ phone: '1813' })
})
