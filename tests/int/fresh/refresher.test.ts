import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { closeServer } from '../../../src/server/front/connections.ts'
import { noFiles } from '../../../src/server/front/files.ts'
import { createFront } from '../../../src/server/front/front.ts'
import { sql } from '../../e2e/tools/sql.ts'
import {
  asked,
  aheads,
  closeGate,
  database,
  feed,
  forgetAsked,
  log,
  mostAtOnce,
  notify,
  openGate,
  pages,
  publish,
  refresher,
  start,
  textOf,
  until,
  visit,
} from './refresher-site.ts'

test('after the start everything is made, and nothing twice', async () => {
  for (const path of Object.keys(pages)) expect(textOf(path)).toBe(pages[path]?.text)
  expect(refresher.pages.renders).toBe(Object.keys(pages).length)
  expect(feed.isDatabaseUp()).toBe(true)
})

test('what a change touches is made again, and nothing else', async () => {
  pages['/presse'] = { text: 'press, new', tags: 'pages:2,press-contacts:12' }
  pages['/'] = { text: 'front, new', tags: 'pages:1,press-contacts' }
  pages['/børn'] = { text: 'children, not asked for', tags: 'pages:3' }
  await notify('press-contacts:12')
  await until(() => textOf('/presse') === 'press, new' && textOf('/') === 'front, new')
  expect(textOf('/børn')).toBe('children')
  expect(asked.toSorted()).toEqual(['/', '/presse'])
})

test('a change of a whole collection touches all that show any of it', async () => {
  await notify('press-contacts')
  await until(() => refresher.pages.countOld() === 0)
  expect(asked.toSorted()).toEqual(['/', '/presse'])
})

test('what nobody shows touches nothing', async () => {
  await notify('people:7')
  await notify('header')
  await until(() => refresher.pages.countOld() === 0)
  expect(asked.toSorted()).toEqual(['/fejl', '/ikke-fundet'])
})

test('whoever asks after a change gets the new text, however many wait: one render', async () => {
  closeGate()
  pages['/presse'] = { text: 'press, new', tags: 'pages:2' }
  await notify('pages:2')
  expect(textOf('/presse')).toBeUndefined()
  const visits = Array.from({ length: 500 }, () => visit('/presse'))
  await until(() => asked.length > 0)
  openGate()
  expect(new Set(await Promise.all(visits))).toEqual(new Set(['press, new']))
  expect(asked.filter((path) => path === '/presse')).toEqual(['/presse'])
})

test('a render that hangs keeps nobody waiting longer than a second: the last good page is sent', async () => {
  closeGate()
  pages['/presse'] = { text: 'press, new', tags: 'pages:2' }
  await notify('pages:2')
  expect(await visit('/presse')).toBe('press')
  openGate()
  await until(() => textOf('/presse') === 'press, new')
})

test('a render that fails leaves the last good page, and is tried again', async () => {
  pages['/børn'] = { text: 'error', status: 500 }
  await notify('pages:3')
  expect(await visit('/børn')).toBe('children')
  pages['/børn'] = { text: 'children, new', tags: 'pages:3' }
  await until(() => textOf('/børn') === 'children, new')
})

test('a page that fails for good is tried with growing pauses, while others change all the time', async () => {
  pages['/børn'] = { text: 'error', status: 500 }
  await notify('pages:3')
  await until(() => asked.includes('/børn'))
  const tries: number[] = []
  for (let change = 0; tries.length < 4; change++) {
    pages['/presse'] = { text: `press ${change}`, tags: 'press-contacts:12' }
    await notify('press-contacts:12')
    expect(await visit('/presse')).toBe(`press ${change}`)
    const times = asked.filter((path) => path === '/børn').length
    if (times > tries.length) tries.push(performance.now())
  }
  const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
  // The first is measured late, as the first try is noticed after the next change.
  expect(pauses[1]).toBeGreaterThan(300)
  expect(pauses[2]).toBeGreaterThan(600)
})

test('a page that fails does not hold up the others', async () => {
  pages['/'] = { text: 'error', status: 500 }
  pages['/presse'] = { text: 'press, new', tags: 'press-contacts:12' }
  await notify('press-contacts:12')
  expect(await visit('/presse')).toBe('press, new')
  expect(await visit('/')).toBe('front')
})

test('a change that comes while a page is made is there in the answer', async () => {
  closeGate()
  pages['/børn'] = { text: 'children, first', tags: 'pages:3' }
  await notify('pages:3')
  const asking = visit('/børn')
  await until(() => asked.length === 1)
  await notify('pages:3')
  openGate()
  pages['/børn'] = { text: 'children, second', tags: 'pages:3' }
  expect(await asking).toBe('children, second')
  expect(textOf('/børn')).toBe('children, second')
})

test('a new page is there, one taken away is gone, one that moved leads on', async () => {
  pages['/ny'] = { text: 'new', tags: 'pages:4' }
  await publish('/ny')
  expect(await visit('/ny')).toBe('new')
  pages['/presse'] = { text: '', tags: 'redirects:1', status: 308, location: '/ny' }
  await sql(
    database.url,
    `UPDATE pages SET _status = 'draft' WHERE slug = 'børn';
     UPDATE pages SET slug = 'pressen' WHERE slug = 'presse';
     INSERT INTO redirects ("from", page_id) VALUES ('/presse', 2)`,
  )
  await until(
    () => !feed.addresses.has('/børn') && feed.addresses.has('/pressen') && feed.addresses.has('/presse'),
  )
  expect(await visit('/børn')).toBeNull()
  const stored = await refresher.pages.get('/presse')
  expect(stored?.status).toBe(308)
  expect(stored?.headers).toContain('/ny')
})

test('an address that nobody knows costs no render and no memory', async () => {
  for (const path of ['/findes-ikke', '/presse/findes-ikke', '/presse?side=2', '/%00'])
    expect(await visit(path)).toBeNull()
  expect(await visit('/presse', 2)).toBeNull()
  expect(asked).toEqual([])
  expect(refresher.pages.size).toBe(Object.keys(pages).length)
})

test('the further pages of a list are there as far as they go, and as old as the first', async () => {
  pages['/presse'] = { text: 'press 1', tags: 'press-contacts', sides: 3 }
  pages['/presse?side=2'] = { text: 'press 2', tags: 'press-contacts' }
  pages['/presse?side=3'] = { text: 'press 3', tags: 'press-contacts' }
  await notify('press-contacts')
  expect([await visit('/presse', 2), await visit('/presse', 3)]).toEqual(['press 2', 'press 3'])
  expect(await visit('/presse', 4)).toBeNull()
  delete pages['/presse?side=3']
  pages['/presse'] = { text: 'press 1, new', tags: 'press-contacts', sides: 2 }
  pages['/presse?side=2'] = { text: 'press 2, new', tags: 'press-contacts' }
  await notify('press-contacts:9')
  expect([await visit('/presse', 2), await visit('/presse', 3)]).toEqual(['press 2, new', null])
  await until(() => textOf('/presse') === 'press 1, new')
  expect(textOf('/presse?side=3')).toBeUndefined()
})

test('a change that few pages show does not wait for one that all show', async () => {
  const many = Array.from({ length: 300 }, (_, number) => `/side-${number}`)
  for (const path of many) pages[path] = { text: 'many', tags: 'footer' }
  await publish(...many)
  await until(() => refresher.pages.countOld() === 0)
  closeGate()
  forgetAsked()
  await notify('footer')
  await until(() => asked.length === 3)
  await notify('pages:3')
  openGate()
  await until(() => refresher.pages.countOld() === 0)
  expect(asked.indexOf('/børn')).toBeLessThan(7)
  expect(asked).toHaveLength(301)
  expect(mostAtOnce).toBe(3)
  // What follows is read many at a time.
  expect(aheads.filter((ids) => ids.length === 25).length).toBeGreaterThanOrEqual(10)
})

test('what is visited most is made first', async () => {
  const many = ['/anden', '/presse-arkiv', '/tredje']
  for (const path of many) pages[path] = { text: 'one', tags: 'footer' }
  await publish(...many)
  await until(() => refresher.pages.countOld() === 0)
  forgetAsked()
  await notify('footer')
  await until(() => refresher.pages.countOld() === 0)
  expect(asked[0]).toBe('/presse-arkiv')
})

test('a lost connection is made again, what was missed is made up for, and nothing else is', async () => {
  pages['/børn'] = { text: 'children, changed meanwhile', tags: 'pages:3' }
  await sql(
    database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'content-listener' AND datname = current_database();
     UPDATE pages SET title = 'Børn og unge' WHERE slug = 'børn'`,
  )
  await until(() => textOf('/børn') === 'children, changed meanwhile')
  expect(feed.isDatabaseUp()).toBe(true)
  expect(asked).toEqual(['/børn'])
  pages['/børn'] = { text: 'children, later', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => textOf('/børn') === 'children, later')
})

test('visitors get each page whole, old or new, while it is changed again and again', async () => {
  const front = createFront({
    store: () => refresher.pages,
    app: () => {},
    files: noFiles,
    siteUrl: 'http://localhost:3000',
    trustedProxies: 0,
    // No page asks the app.
    gate: { admit: () => Promise.reject(new Error('No request is for the app')) },
    isDevelopment: false,
    traffic: { requests: 0, waiting: 0 },
    state: () => ({ isDatabaseUp: true, renders: 0, old: 0 }),
    log,
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/presse`
  const seen = new Set<string>()
  const done = new AbortController()
  const keepAsking = async () => {
    while (!done.signal.aborted) {
      const response = await fetch(url)
      seen.add(`${response.status} ${(await response.text()).replace(/^(\d+) (\1 )*\1$/, 'whole')}`)
    }
  }
  const visitors = [keepAsking(), keepAsking(), keepAsking()]
  for (let change = 0; change < 20; change++) {
    const text = Array<number>(2000).fill(change).join(' ')
    pages['/presse'] = { text, tags: 'pages:2' }
    await notify('pages:2')
    await until(() => textOf('/presse') === text)
  }
  done.abort()
  await Promise.all(visitors)
  expect([...seen].filter((answer) => answer !== '200 press')).toEqual(['200 whole'])
  await closeServer(front)
})

test('when nothing can be made the start ends with a line that says so', async () => {
  pages['/fejl'] = { text: 'error', status: 500 }
  await refresher.stop()
  await feed.close()
  await expect(start()).rejects.toThrow(/Siderne kunne ikke dannes|pages could not be made/i)
})

test('a first page that fails is tried again before the start gives up', async () => {
  await refresher.stop()
  await feed.close()
  pages['/fejl'] = { text: 'error', status: 500 }
  const starting = start()
  forgetAsked()
  await until(() => asked.includes('/fejl'))
  pages['/fejl'] = { text: 'sorry' }
  const started = await starting
  expect((await started.pages.get('/fejl'))?.status).toBe(200)
  await started.stop()
})

test('an old address leads on whichever page of its lists is asked for', async () => {
  pages['/gammel'] = { text: '', tags: 'redirects:1', status: 308, location: '/presse' }
  await sql(database.url, `INSERT INTO redirects ("from", page_id) VALUES ('/gammel', 2)`)
  await until(() => feed.addresses.has('/gammel'))
  expect((await refresher.pages.get('/gammel', 2))?.status).toBe(308)
})
