import { Head, Html, Main, NextScript } from 'next/document'
import { HeadFiles } from '../components/frame/document.tsx'

/** For development: in production pages are sent as whole documents. */
export default function DevelopmentDocument() {
  return (
    <Html lang="da">
      <Head>
        <HeadFiles />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}
