import type { GetServerSideProps } from 'next'
import { Page } from '../components/frame/page.tsx'
import type { PageView } from '../content/pages/page.ts'
import { redirectKeys } from '../domain/tree/old-address.ts'
import { handOverRender } from '../web/handover.ts'
import { pageNumber } from '../web/parameters.ts'
import { readerNow } from '../web/rendering.ts'
import { showPage } from '../web/show-page.tsx'
import { answerAt, renderStored } from '../web/stored-answers.tsx'

/**
 * Every page, redirect and content file of the site, in development. Else it is asked once, when the server starts: from
 * then on the server asks for what it stores past Next.
 */
export const getServerSideProps: GetServerSideProps<{ view: PageView }> = async ({
  req,
  res,
  params,
  query,
}) => {
  handOverRender(renderStored)
  const path = `/${[params?.path ?? []].flat().join('/')}`
  const reader = readerNow(pageNumber(query.side))
  let answer = await answerAt(path, reader)
  const { search } = new URL(req.url ?? '', 'http://localhost')
  for (const key of redirectKeys(path, search))
    if (answer.found === 'nothing') answer = await answerAt(key, reader)
  switch (answer.found) {
    case 'file':
      res.setHeader('Content-Type', answer.file.contentType)
      res.end(answer.file.body)
      // Next does nothing more with an answer that has been sent; it still asks for props.
      return { redirect: { destination: path, permanent: false } }
    case 'page':
      return showPage(res, ContentPage, { view: answer.view })
    case 'redirect':
      return { redirect: { destination: answer.to, permanent: true } }
    case 'nothing':
      return { notFound: true }
  }
}

export default function ContentPage({ view }: { view: PageView }) {
  return <Page view={view} />
}
