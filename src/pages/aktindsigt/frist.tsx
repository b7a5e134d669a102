import { DeadlinePage } from '../../components/deadlines/deadline-page.tsx'
import { deadlinePage, type DeadlinePageView } from '../../content/deadlines/deadline-page.ts'
import { queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { pageProps, readerFor } from '../../web/rendering.ts'

export const config = { unstable_runtimeJS: false }

/** `/aktindsigt/frist?modtaget=&klage=&klageinstans=` */
export const getServerSideProps = pageProps(async ({ req, query }) => {
  const typed = (name: string) => (query[name] === undefined ? null : queryText(query[name]))
  const asked = { received: typed('modtaget'), complaint: typed('klage'), appeal: typed('klageinstans') }
  return { view: await deadlinePage(asked, siteUrl(), await readerFor(req)) }
})

export default function Deadline({ view }: { view: DeadlinePageView }) {
  return <DeadlinePage view={view} />
}
