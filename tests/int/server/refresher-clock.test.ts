import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  pages,
  asked,
  underWay,
  mostAtOnce,
  instants,
  openGate,
  store,
  contentVersion,
  closeGate,
  textOf,
  notify,
  until,
  forgetAsked,
  setClock,
} from './refresher-site.ts'

test('the clock refreshes exactly the pages that it makes old', async () => {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: '2026-11-23T08:00:00+01:00' }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff', tags: 'pages:2', freshUntil: '2026-11-23T15:00:00+01:00' }
  forgetAsked()
  setClock(Temporal.Instant.from('2026-11-23T08:00:00+01:00'))
  await until(() => textOf('/presse') === 'staff')
  expect(asked).toEqual(['/presse'])
})

test('what the clock will make old is rendered before, and swapped at the instant', async () => {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: '2026-11-23T08:00:00+01:00' }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff', tags: 'pages:2' }
  forgetAsked()
  setClock(Temporal.Instant.from('2026-11-23T07:59:56+01:00'))
  await until(() => asked.length > 0)
  expect(instants.at(-1)).toBe('2026-11-23T07:00:00Z')
  expect(textOf('/presse')).toBe('duty')
  closeGate()
  setClock(Temporal.Instant.from('2026-11-23T08:00:00+01:00'))
  await until(() => textOf('/presse') === 'staff')
  expect(asked).toEqual(['/presse'])
  openGate()
})

test('a change just before the instant is not undone by what was rendered ahead of it', async () => {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: '2026-11-23T08:00:00+01:00' }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff, old words', tags: 'pages:2' }
  forgetAsked()
  setClock(Temporal.Instant.from('2026-11-23T07:59:56+01:00'))
  await until(() => asked.length > 0)
  pages['/presse'] = { text: 'staff, new words', tags: 'pages:2' }
  setClock(Temporal.Instant.from('2026-11-23T08:00:00+01:00'))
  await notify('pages:2')
  await until(() => textOf('/presse') === 'staff, new words')
  pages['/'] = { text: 'front, later', tags: 'pages:1' }
  await notify('pages:1')
  await until(() => textOf('/') === 'front, later')
  expect(textOf('/presse')).toBe('staff, new words')
})

test('two hundred pages that one instant makes old are rendered three at a time, the first to turn old first', async () => {
  for (let page = 1; page <= 200; page++) {
    const freshUntil = page <= 3 ? '2026-11-23T23:59:59+01:00' : '2026-11-24T00:00:00+01:00'
    pages[`/side-${page}`] = { text: 'today', tags: 'pages:9', freshUntil }
  }
  await notify('pages:9')
  await until(() => textOf('/side-200') === 'today')
  for (const page of Object.values(pages)) page.text = 'tomorrow'
  for (const page of Object.values(pages)) delete page.freshUntil
  forgetAsked()
  closeGate()
  setClock(Temporal.Instant.from('2026-11-23T23:59:56+01:00'))
  await until(() => underWay === 3)
  openGate()
  await until(() => asked.length === 200)
  expect(asked.slice(0, 3).toSorted()).toEqual(['/side-1', '/side-2', '/side-3'])
  expect(textOf('/side-1')).toBe('today')
  setClock(Temporal.Instant.from('2026-11-24T00:00:00+01:00'))
  await until(() =>
    [...store.keys()].every((path) => !path.startsWith('/side-') || textOf(path) === 'tomorrow'),
  )
  expect(mostAtOnce).toBe(3)
  expect(asked).toHaveLength(200)
})

test('a change of the content does not wait for what is prepared ahead', async () => {
  for (let page = 1; page <= 50; page++)
    pages[`/side-${page}`] = { text: 'today', tags: 'pages:9', freshUntil: '2026-11-24T00:00:00+01:00' }
  await notify('pages:9')
  await until(() => textOf('/side-50') === 'today')
  forgetAsked()
  closeGate()
  setClock(Temporal.Instant.from('2026-11-23T23:59:56+01:00'))
  await until(() => asked.length === 3)
  pages['/børn'] = { text: 'children, new', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => contentVersion > 2)
  openGate()
  await until(() => textOf('/børn') === 'children, new')
  expect(asked.indexOf('/børn')).toBeLessThanOrEqual(3)
})
