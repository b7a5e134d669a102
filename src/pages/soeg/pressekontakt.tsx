import { Page } from '../../components/frame/page.tsx'
import { ADDRESSES } from '../../domain/addresses.ts'
import { contactResultsPage, type PageView } from '../../content/pages/page.ts'
import { queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { readerNow } from '../../web/rendering.ts'
import { madePage } from '../../web/show-page.tsx'

export const getServerSideProps = madePage(ContactResults, async ({ query }) => ({
  view: await contactResultsPage(queryText(query.q), ADDRESSES.contactResults.path, siteUrl(), readerNow()),
}))

export default function ContactResults({ view }: { view: PageView }) {
  return <Page view={view} />
}
