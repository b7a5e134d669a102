import { SearchPage } from '../../components/search-page.tsx'
import { framePage } from '../../content/page.ts'
import { countMissedSearch } from '../../server/missed-searches.ts'
import { pageNumber, queryText } from '../../server/parameters.ts'
import { pageProps, readerFor, siteUrl } from '../../server/rendering.ts'
import { searchView } from '../../content/search-view.ts'
import { labels } from '../../content/shell.ts'
import type { PageView, SearchView } from '../../content/views.ts'

export const config = { unstable_runtimeJS: false }

export const getServerSideProps = pageProps(async ({ req, query }) => {
  const reader = readerFor(req)
  const types = [query.type ?? []].flat()
  const search = await searchView({ query: queryText(query.q), types, page: pageNumber(query.page) }, reader)
  if (search.total === 0 && types.length === 0) countMissedSearch(search.query, reader.now)
  const title = search.query ? search.message : (await labels(reader)).search.title
  const view = await framePage({ title, path: '/soeg', query: search.query, siteUrl: siteUrl() }, reader)
  return { view, search }
})

export default function Results({ view, search }: { view: PageView; search: SearchView }) {
  return <SearchPage view={view} search={search} />
}
