import { z } from 'zod'
import { plainText } from '../../content/search/marks.ts'
import { search } from '../../content/search/search.ts'
import { jsonAnswer } from '../../web/json-answer.ts'
import { pageParameter, queryParameter } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'

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
