import { SearchPage } from '../../components/search/search-page.tsx'
import { ADDRESSES } from '../../domain/addresses.ts'
import { framePage, type PageView } from '../../content/pages/page.ts'
import { countMissedSearch } from '../../web/missed-searches.ts'
import { pageNumber, queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { readerNow } from '../../web/rendering.ts'
import { madePage } from '../../web/show-page.tsx'
import { searchView, type SearchView } from '../../content/search/search-view.ts'
import { labels } from '../../content/reading/words.ts'

export const getServerSideProps = madePage(Results, async ({ query }) => {
  const reader = readerNow()
  const types = [query.type ?? []].flat()
  const search = await searchView({ query: queryText(query.q), types, page: pageNumber(query.page) }, reader)
  if (search.total === 0 && types.length === 0) countMissedSearch(search.query, reader.now)
  const title = search.query ? search.message : (await labels(reader)).search.title
  const view = await framePage(
    { title, path: ADDRESSES.search.path, query: search.query, siteUrl: siteUrl() },
    reader,
  )
  // The page has the pager: a style sheet that two components share would become a file of its own.
  return { view: { ...view, pager: search.pager && { view: search.pager, block: null } }, search }
})

export default function Results({ view, search }: { view: PageView; search: SearchView }) {
  return <SearchPage view={view} search={search} />
}
