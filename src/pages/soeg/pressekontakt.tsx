import { Page } from '../../components/frame/page.tsx'
import { contactResultsPage, type PageView } from '../../content/pages/page.ts'
import { pageNumber, queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { readerNow } from '../../web/rendering.ts'
import { madePage } from '../../web/show-page.tsx'

export const getServerSideProps = madePage(ContactResults, async ({ query }) => ({
  view: await contactResultsPage(queryText(query.q), siteUrl(), readerNow(pageNumber(query.side))),
}))

export default function ContactResults({ view }: { view: PageView }) {
  return <Page view={view} />
}
