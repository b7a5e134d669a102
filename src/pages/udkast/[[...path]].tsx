import { SharedDraft } from '../../components/drafts/shared-draft.tsx'
import type { SharedDraftView } from '../../content/preview/shared-draft.ts'
import { answerShared } from '../../web/drafts/shared-draft.ts'
import { madePage } from '../../web/show-page.tsx'

/** Drafts, for whoever has a link to them: `/udkast/<token>` and `/udkast/<token>/<page>`. */
export const getServerSideProps = madePage(Draft, answerShared)

export default function Draft({ view }: { view: SharedDraftView }) {
  return <SharedDraft view={view} />
}
