import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { closeServer, createFront } from '../../../src/server/front/front.ts'
import { sql } from '../../e2e/tools/sql.ts'
import {
  pages,
  asked,
  lists,
  versions,
  openGate,
  database,
  store,
  refresher,
  contentVersion,
  log,
  app,
  closeGate,
  textOf,
  notify,
  start,
  until,
  setPages,
  emptyStore,
} from './refresher-site.ts'

test('at first everything is rendered and counted', async () => {
  expect([...store.keys()].toSorted()).toEqual(['/', '/børn', '/ikke-fundet', '/presse'])
  expect(store.get('/ikke-fundet')?.status).toBe(404)
  expect(refresher.renders()).toBe(4)
  expect(refresher.isDatabaseUp()).toBe(true)
})

test('a change of one contact refreshes what shows it and nothing else', async () => {
  pages['/presse'] = { text: 'press, new', tags: 'pages:2,press-contacts:12' }
  pages['/'] = { text: 'front, new', tags: 'pages:1,press-contacts' }
  pages['/børn'] = { text: 'children, not asked for', tags: 'pages:3' }
  await notify('press-contacts:12')
  await until(() => textOf('/presse') === 'press, new')
  expect(textOf('/')).toBe('front, new')
  expect(textOf('/børn')).toBe('children')
  expect(asked.toSorted()).toEqual(['/', '/presse'])
  expect(versions).toContain('2')
})

test('a change of a whole collection refreshes all that show any of it', async () => {
  await notify('press-contacts')
  await until(() => asked.length === 2)
  expect(asked.toSorted()).toEqual(['/', '/presse'])
})

test('what nobody shows refreshes nothing', async () => {
  await notify('people:7')
  await notify('header')
  await until(() => asked.length > 0)
  expect(asked).toEqual(['/ikke-fundet'])
})

test('a new page is there, one taken away is gone, one that moved leads on', async () => {
  pages['/ny'] = { text: 'new', tags: 'pages:4' }
  pages['/presse'] = { text: '', tags: 'redirects', status: 308, location: '/ny' }
  delete pages['/børn']
  await sql(
    database.url,
    `SELECT pg_notify('content_changed', what) FROM unnest(ARRAY['pages:2', 'pages:3', 'pages:4', 'redirects:1']) what`,
  )
  await until(() => store.has('/ny'))
  expect(textOf('/ny')).toBe('new')
  expect(store.has('/børn')).toBe(false)
  expect(store.get('/presse')?.status).toBe(308)
  expect(store.get('/presse')?.variants.br.headers).toContain('/ny')
})

test('the list of paths is asked for again when what it was made of changes, and only then', async () => {
  await notify('press-contacts:12')
  await until(() => asked.includes('/presse'))
  expect(lists).toBe(0)
  await notify('pages:3')
  await until(() => asked.includes('/børn'))
  expect(lists).toBe(1)
})

test('all that one change touches is swapped together', async () => {
  closeGate()
  pages['/'] = { text: 'front, new' }
  pages['/presse'] = { text: 'press, new' }
  await notify('press-contacts:12')
  await until(() => asked.length === 2)
  expect([textOf('/'), textOf('/presse')]).toEqual(['front', 'press'])
  openGate()
  await until(() => textOf('/') === 'front, new')
  expect(textOf('/presse')).toBe('press, new')
})

test('a change that comes while pages are rendered is in the end there too', async () => {
  closeGate()
  pages['/børn'] = { text: 'children, first', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => asked.length === 1)
  pages['/børn'] = { text: 'children, second', tags: 'pages:3' }
  await notify('pages:3')
  openGate()
  await until(() => textOf('/børn') === 'children, second')
  expect(asked).toEqual(['/børn', '/børn'])
})

test('a render that fails keeps the old page until one works', async () => {
  pages['/børn'] = { text: 'error', status: 500 }
  await notify('pages:3')
  await until(() => asked.length >= 2)
  expect(textOf('/børn')).toBe('children')
  pages['/børn'] = { text: 'children, new', tags: 'pages:3' }
  await until(() => textOf('/børn') === 'children, new')
})

test('a page that fails does not hold up the others', async () => {
  pages['/'] = { text: 'error', status: 500 }
  pages['/presse'] = { text: 'press, new', tags: 'press-contacts:12' }
  await notify('press-contacts:12')
  await until(() => textOf('/presse') === 'press, new')
  expect(textOf('/')).toBe('front')
})

test('a lost connection to the database is made again, and everything refreshed once', async () => {
  const versionBefore = contentVersion
  pages['/børn'] = { text: 'children, changed meanwhile', tags: 'pages:3' }
  await sql(
    database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'content-listener' AND datname = current_database()`,
  )
  await until(() => textOf('/børn') === 'children, changed meanwhile')
  expect(refresher.isDatabaseUp()).toBe(true)
  expect(asked.toSorted()).toEqual(['/', '/børn', '/ikke-fundet', '/presse'])
  expect(contentVersion).toBeGreaterThan(versionBefore)
  pages['/børn'] = { text: 'children, later', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => textOf('/børn') === 'children, later')
})

test('visitors get each page whole, old or new, while it is swapped again and again', async () => {
  const front = createFront({
    store,
    app,
    files: new Set(),
    siteUrl: 'http://localhost:3000',
    trustedProxies: 0,
    isDevelopment: false,
    state: () => ({ isDatabaseUp: true, renders: 0, contentVersion }),
    log,
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/presse`
  const seen = new Set<string>()
  const done = new AbortController()
  const visit = async () => {
    while (!done.signal.aborted) {
      const response = await fetch(url)
      seen.add(`${response.status} ${(await response.text()).replace(/^(\d+) (\1 )*\1$/, 'whole')}`)
    }
  }
  const visitors = [visit(), visit(), visit()]
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

test('when nothing can be rendered the start ends with a line that says so', async () => {
  setPages({ '/': { text: 'error', status: 500 } })
  emptyStore()
  await expect(start()).rejects.toThrow('Siderne kunne ikke dannes')
})

test('a first fill that fails is tried again before the start gives up', async () => {
  setPages({ '/': { text: 'error', status: 500 } })
  emptyStore()
  let failed = 0
  const started = await start(() => {
    failed++
    setPages({ '/': { text: 'front', tags: 'pages:1' } })
  })
  await started.stop()
  expect([failed, textOf('/')]).toEqual([2, 'front'])
})

test('the first fill tells how far it has come', async () => {
  const progress: string[] = []
  await (await start((done, total) => progress.push(`${done}/${total}`))).stop()
  expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4'])
})
