import { expect, test } from 'vitest'
import { boundsOf, queryOf, readAsked } from '../../../src/admin/documents/trail/asked.ts'

const asked = (query: string) => readAsked(Object.fromEntries(new URLSearchParams(query)), '2026-11-28')

test('what cannot be read asks for nothing, and a day that is none is told', async () => {
  expect(asked('person=x&slags=y&efter=z')).toMatchObject({ person: null, kind: null, after: null })
  expect(asked('fra=31.4.2026').problem).toContain('31. april 2026 findes ikke')
  expect(asked('til=31.4.2026').problem).toContain('31. april 2026 findes ikke')
  expect(asked('fra=2.1.&til=1.1.').problem).toBe('»Fra« ligger efter »Til og med«.')
  expect(readAsked({ person: ['1', '2'], fra: ['a'], slags: {}, periode: 'x' }, '2026-11-28')).toMatchObject({
    kind: null,
    period: '7-dage',
    from: '2026-11-21',
    to: null,
  })
})

test.each([
  ['', { period: '7-dage', from: '2026-11-21', to: null }],
  ['periode=i-dag', { period: 'i-dag', from: '2026-11-28', to: null }],
  ['periode=30-dage', { period: '30-dage', from: '2026-10-29', to: null }],
  ['periode=alt', { period: 'alt', from: null, to: null }],
  ['fra=2.1.', { period: null, from: '2026-01-02', to: null }],
  ['til=27.11.', { period: null, from: null, to: '2026-11-27' }],
  ['fra=1.11.2026&til=3.11.2026&periode=30-dage', { period: null, from: '2026-11-01', to: '2026-11-03' }],
])('»%s« is a period, and its address says the same', (query, period) => {
  expect(asked(query)).toMatchObject({ ...period, problem: null })
  expect(asked(queryOf(asked(query)))).toEqual(asked(query))
})

test('a day is a day in Denmark, also when the clocks change', () => {
  expect(boundsOf('2026-03-29')).toEqual({ from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' })
  expect(boundsOf('2026-10-25')).toEqual({ from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z' })
})
