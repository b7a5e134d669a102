import { expect, test } from 'vitest'
import {
  asked,
  closeGate,
  forgetAsked,
  instants,
  mostAtOnce,
  notify,
  openGate,
  pages,
  publish,
  refresher,
  setClock,
  textOf,
  underWay,
  until,
  visit,
} from './refresher-site.ts'

const EIGHT = '2026-11-23T08:00:00+01:00'

/** The press page, right until eight. */
async function untilEight(): Promise<void> {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: EIGHT }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff', tags: 'pages:2' }
  forgetAsked()
}

test('the clock makes exactly those pages old that it changes, at the instant', async () => {
  await untilEight()
  setClock('2026-11-23T07:59:00+01:00')
  expect(await visit('/presse')).toBe('duty')
  setClock(EIGHT)
  expect(textOf('/presse')).toBeUndefined()
  expect(await visit('/presse')).toBe('staff')
  await until(() => refresher.pages.countOld() === 0)
  expect(asked).toEqual(['/presse'])
})

test('what the clock will make old is made before, and swapped in at the instant', async () => {
  await untilEight()
  setClock('2026-11-23T07:59:56+01:00')
  await until(() => refresher.pages.isPrepared('/presse'))
  expect(instants).toEqual(['2026-11-23T07:00:00Z'])
  expect(textOf('/presse')).toBe('duty')
  closeGate()
  setClock(EIGHT)
  expect(await visit('/presse')).toBe('staff')
  expect(asked).toEqual(['/presse'])
})

test('nobody need ask for what was prepared', async () => {
  await untilEight()
  setClock('2026-11-23T07:59:56+01:00')
  await until(() => refresher.pages.isPrepared('/presse'))
  setClock(EIGHT)
  await until(() => textOf('/presse') === 'staff')
  expect(asked).toEqual(['/presse'])
})

test('a change just before the instant is not undone by what was made ahead of it', async () => {
  await untilEight()
  pages['/presse'] = { text: 'staff, old words', tags: 'pages:2' }
  setClock('2026-11-23T07:59:56+01:00')
  await until(() => refresher.pages.isPrepared('/presse'))
  pages['/presse'] = { text: 'staff, new words', tags: 'pages:2' }
  setClock(EIGHT)
  await notify('pages:2')
  expect(await visit('/presse')).toBe('staff, new words')
})

test('what fails when it is made ahead is made when it is due', async () => {
  await untilEight()
  pages['/presse'] = { text: 'error', status: 500 }
  setClock('2026-11-23T07:59:56+01:00')
  await until(() => refresher.pages.isPrepared('/presse'))
  pages['/presse'] = { text: 'staff', tags: 'pages:2' }
  setClock(EIGHT)
  expect(await visit('/presse')).toBe('staff')
})

test('two hundred pages that one instant makes old: the first to turn old first, three at a time, each once', async () => {
  const many = Array.from({ length: 200 }, (_, number) => `/side-${number + 1}`)
  for (const [index, path] of many.entries()) {
    const freshUntil = index < 3 ? '2026-11-23T23:59:59+01:00' : '2026-11-24T00:00:00+01:00'
    pages[path] = { text: 'today', tags: 'pages:9', freshUntil }
  }
  await publish(...many)
  await until(() => refresher.pages.countOld() === 0)
  for (const path of many) pages[path] = { text: 'tomorrow', tags: 'pages:9' }
  forgetAsked()
  closeGate()
  setClock('2026-11-23T23:59:56+01:00')
  await until(() => underWay === 3)
  openGate()
  await until(() => asked.length === 200)
  expect(asked.slice(0, 3).toSorted()).toEqual(['/side-1', '/side-2', '/side-3'])
  expect(textOf('/side-1')).toBe('today')
  await until(() => many.every((path) => refresher.pages.isPrepared(path)))
  setClock('2026-11-24T00:00:00+01:00')
  await until(() => many.every((path) => textOf(path) === 'tomorrow'))
  expect(mostAtOnce).toBe(3)
  expect(asked).toHaveLength(200)
})

test('two thousand pages that turn old unprepared are right for whoever asks', async () => {
  const many = Array.from({ length: 2000 }, (_, number) => `/side-${number + 1}`)
  for (const path of many) pages[path] = { text: 'closed', tags: 'pages:9', freshUntil: EIGHT }
  await publish(...many)
  await until(() => refresher.pages.countOld() === 0)
  for (const path of many) pages[path] = { text: 'open', tags: 'pages:9' }
  setClock(EIGHT)
  expect(new Set(await Promise.all(many.slice(-100).map((path) => visit(path))))).toEqual(new Set(['open']))
  await until(() => refresher.pages.countOld() === 0)
})
