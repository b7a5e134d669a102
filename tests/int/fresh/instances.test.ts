import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { asked, database, feed, forgetAsked, pages, refresher, start, until } from './refresher-site.ts'

test('two servers on one database each make their own pages, and none twice for one change', async () => {
  const first = { feed, refresher }
  const started = await start()
  const second = { feed, refresher: started }
  await until(() => second.refresher.pages.countOld() === 0)
  forgetAsked()
  pages['/presse'] = { text: 'press, new', tags: 'pages:2' }
  await sql(database.url, `UPDATE pages SET summary = 'New' WHERE slug = 'presse'`)
  const textsAt = (site: typeof first) => {
    const stored = site.refresher.pages.current('/presse')
    return stored && zlib.brotliDecompressSync(stored.br).toString()
  }
  await until(() => [first, second].every((site) => textsAt(site) === 'press, new'))
  expect(asked).toEqual(['/presse', '/presse'])
  await first.refresher.stop()
  await first.feed.close()
})
