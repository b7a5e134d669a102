import type { GetServerSideProps } from 'next'
import { Page } from '../components/frame/page.tsx'
import { fileAt } from '../content/files/files.ts'
import { pageAt, type PageView } from '../content/pages/page.ts'
import { siteUrl } from '../web/handover.ts'
import { describeAnswer, readerFor } from '../web/rendering.ts'
import { showPage } from '../web/show-page.tsx'

/** Every page, redirect and content file of the site. The server in front keeps the answer until it changes. */
export const getServerSideProps: GetServerSideProps<{ view: PageView }> = async ({ req, res, params }) => {
  const path = `/${[params?.path ?? []].flat().join('/')}`
  const reader = await readerFor(req)
  const file = await fileAt(path, siteUrl(), reader)
  if (file) {
    describeAnswer(res, reader)
    res.setHeader('Content-Type', file.contentType)
    res.end(file.body)
    // Next does nothing more with an answer that has been sent; it still asks for props.
    return { redirect: { destination: path, permanent: false } }
  }
  const answer = await pageAt(path, siteUrl(), reader)
  describeAnswer(res, reader)
  switch (answer.found) {
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
