import { DeadlinePage } from '../../components/deadlines/deadline-page.tsx'
import { deadlinePage, type DeadlinePageView } from '../../content/deadlines/deadline-page.ts'
import { queryText } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'
import { readerNow } from '../../web/rendering.ts'
import { madePage } from '../../web/show-page.tsx'

/** `/aktindsigt/frist?modtaget=&klage=&klageinstans=` */
export const getServerSideProps = madePage(Deadline, async ({ query }) => {
  const typed = (name: string) => (query[name] === undefined ? null : queryText(query[name]))
  const asked = { received: typed('modtaget'), complaint: typed('klage'), appeal: typed('klageinstans') }
  return { view: await deadlinePage(asked, siteUrl(), readerNow()) }
})

export default function Deadline({ view }: { view: DeadlinePageView }) {
  return <DeadlinePage view={view} />
}
