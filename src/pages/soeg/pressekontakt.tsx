import { Page } from '../../components/frame/page.tsx'
import { ADDRESSES } from '../../domain/addresses.ts'
import { contactResultsPage, type PageView } from '../../content/pages/page.ts'
import { queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { pageProps, readerFor } from '../../web/rendering.ts'

export const config = { unstable_runtimeJS: false }

export const getServerSideProps = pageProps(async ({ req, query }) => ({
  view: await contactResultsPage(
    queryText(query.q),
    ADDRESSES.contactResults.path,
    siteUrl(),
    await readerFor(req),
  ),
}))

export default function ContactResults({ view }: { view: PageView }) {
  return <Page view={view} />
}
