import { expect, test } from 'vitest'
import {
  asked,
  feed,
  forgetAsked,
  notify,
  pages,
  publish,
  refresher,
  until,
  visit,
} from './refresher-site.ts'

test('a page that failed is made for whoever asks after the change that mends it', async () => {
  pages['/børn'] = { text: 'error', status: 500 }
  // The more often a render fails, the later it is tried again by itself.
  for (let count = 1; count <= 3; count++) {
    forgetAsked()
    await notify('pages:3')
    await until(() => asked.includes('/børn'))
  }
  expect(await visit('/børn')).toBe('children')
  pages['/børn'] = { text: 'children, mended', tags: 'pages:3' }
  await notify('pages:3')
  expect(await visit('/børn')).toBe('children, mended')
})

test('an address that leads nowhere is found out once, and is not counted as old', async () => {
  await publish('/ingen-steder')
  expect([await visit('/ingen-steder'), await visit('/ingen-steder')]).toEqual([null, null])
  await until(() => refresher.pages.countOld() === 0)
  expect(asked).toEqual(['/ingen-steder'])
  expect(feed.addresses.has('/ingen-steder')).toBe(true)
})
