import { Client } from 'pg'
import { expect, test } from 'vitest'
import { giveBack, takeAway } from './away.ts'
import {
  asked,
  database,
  feed,
  forgetAsked,
  notify,
  pages,
  refresher,
  setClock,
  textOf,
  until,
  visit,
} from './refresher-site.ts'

const EIGHT = '2026-11-23T08:00:00+01:00'

test('while the database is away the clock is followed, and what changed unseen stays as it was', async () => {
  pages['/presse'] = { text: 'closed until eight', tags: 'pages:2', freshUntil: EIGHT }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'closed until eight')
  const editor = new Client({ connectionString: database.url })
  await editor.connect()
  forgetAsked()

  await takeAway(database.url, 'content-listener')
  await until(() => !feed.isDatabaseUp())
  await editor.query(`UPDATE pages SET title = 'Børn og unge' WHERE slug = 'børn'`)
  pages['/børn'] = { text: 'children, changed unseen', tags: 'pages:3' }
  pages['/presse'] = { text: 'open', tags: 'pages:2' }
  setClock(EIGHT)
  expect(await visit('/presse')).toBe('open')
  expect(await visit('/børn')).toBe('children')
  expect(asked).toEqual(['/presse'])

  await giveBack(database.url)
  await until(() => textOf('/børn') === 'children, changed unseen')
  expect(asked).toEqual(['/presse', '/børn'])
  await editor.end()
})

test('what was heard to have changed before the database went away is made when it is back', async () => {
  pages['/børn'] = { text: 'error', status: 500 }
  await notify('pages:3')
  await until(() => asked.includes('/børn'))
  await takeAway(database.url)
  await until(() => !feed.isDatabaseUp())
  expect(await visit('/børn')).toBe('children')
  pages['/børn'] = { text: 'children, new', tags: 'pages:3' }
  await giveBack(database.url)
  await until(() => textOf('/børn') === 'children, new')
  await until(() => refresher.pages.countOld() === 0)
})
