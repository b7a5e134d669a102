import { ADDRESSES } from '../../domain/addresses.ts'
import type { PageView } from '../../content/pages/page.ts'

/** What the head of a page says about it: React moves it there. */
export function Meta({
  view: { title, metaTitle, summary, url, indexed, shell, picture },
}: {
  view: PageView
}) {
  const name = metaTitle === shell.siteName ? metaTitle : `${metaTitle} – ${shell.siteName}`
  return (
    <>
      <title>{name}</title>
      {summary && <meta name="description" content={summary} />}
      {indexed ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex" />}
      <meta property="og:title" content={title} />
      {summary && <meta property="og:description" content={summary} />}
      <meta property="og:type" content="website" />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={shell.siteName} />
      <meta property="og:locale" content="da_DK" />
      <meta property="og:image" content={picture.url} />
      <meta property="og:image:width" content={String(picture.width)} />
      <meta property="og:image:height" content={String(picture.height)} />
      {picture.alt && <meta property="og:image:alt" content={picture.alt} />}
      {new URL(url).pathname === '/' && (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={shell.feed}
          href={ADDRESSES.changesFeed.path}
        />
      )}
      <meta name="theme-color" content="#0a2c4e" />
      <link rel="icon" href={ADDRESSES.favicon.path} type="image/svg+xml" />
    </>
  )
}
