import type { AppProps } from 'next/app'

/** Styles come with components/frame/page.tsx, so that a page has one style sheet and not two. */
export default function App({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />
}
