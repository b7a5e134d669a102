import { z } from 'zod'
import { search } from '../../content/search.ts'
import type { MarkedText } from '../../content/views.ts'
import { jsonAnswer } from '../../server/json-answer.ts'
import { pageParameter, queryParameter } from '../../server/parameters.ts'
import { siteUrl } from '../../server/rendering.ts'

/** `GET /api/search?q=&page=` → `{ query, total, results: [{ title, url, type, excerpt }], suggestion }` */
export default jsonAnswer(
  z.object({ q: queryParameter, page: pageParameter }),
  async ({ q, page }, reader) => {
    const { query, total, results, suggestion } = await search({ query: q, types: [], page }, reader)
    return {
      query,
      total,
      results: results.map(({ title, href, type, text }) => ({
        title: plain(title),
        url: siteUrl() + href,
        type,
        excerpt: plain(text),
      })),
      suggestion,
    }
  },
)

const plain = (text: MarkedText): string => text.map((piece) => piece.text).join('')
