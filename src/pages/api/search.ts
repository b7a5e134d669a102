import { z } from 'zod'
import { plainText } from '../../content/marks.ts'
import { search } from '../../content/search.ts'
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
        title: plainText(title),
        url: siteUrl() + href,
        type,
        excerpt: plainText(text),
      })),
      suggestion,
    }
  },
)
