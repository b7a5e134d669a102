import { Page } from '../../components/page.tsx'
import { CONTACT_RESULTS } from '../../content/contacts.ts'
import { contactResultsPage } from '../../content/page.ts'
import { queryText } from '../../server/parameters.ts'
import { pageProps, readerFor, siteUrl } from '../../server/rendering.ts'
import type { PageView } from '../../content/views.ts'

export const config = { unstable_runtimeJS: false }

export const getServerSideProps = pageProps(async ({ req, query }) => ({
  view: await contactResultsPage(queryText(query.q), CONTACT_RESULTS, siteUrl(), readerFor(req)),
}))

export default function ContactResults({ view }: { view: PageView }) {
  return <Page view={view} />
}
