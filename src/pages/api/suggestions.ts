import { z } from 'zod'
import { plainText } from '../../content/search/marks.ts'
import { search } from '../../content/search/search.ts'
import { jsonAnswer } from '../../web/json-answer.ts'
import { queryParameter } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'

const MOST = 7

/**
 * `GET /api/suggestions?q=` → `{ query, suggestions: [{ text, url, type }] }`: the first results of the search, at most
 * seven. What is asked here is known already when the visitor goes on to the search page.
 */
export default jsonAnswer(z.object({ q: queryParameter }), async ({ q }, reader) => {
  const { query, results } = await search({ query: q, types: [], page: 1 }, reader)
  return {
    query,
    suggestions: results
      .slice(0, MOST)
      .map(({ title, href, type }) => ({ text: plainText(title), url: siteUrl() + href, type })),
  }
})
