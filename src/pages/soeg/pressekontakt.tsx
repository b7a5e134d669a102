import { Page } from '../../components/frame/page.tsx'
import { CONTACT_RESULTS } from '../../content/contacts/contacts.ts'
import { contactResultsPage, type PageView } from '../../content/pages/page.ts'
import { queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { pageProps, readerFor } from '../../web/rendering.ts'

export const config = { unstable_runtimeJS: false }

export const getServerSideProps = pageProps(async ({ req, query }) => ({
  view: await contactResultsPage(queryText(query.q), CONTACT_RESULTS, siteUrl(), await readerFor(req)),
}))

export default function ContactResults({ view }: { view: PageView }) {
  return <Page view={view} />
}
