import './tokens.css'
import Head from 'next/head'
import type { ReactNode } from 'react'
import { ADDRESSES } from '../../domain/addresses.ts'
import type { PageView } from '../../content/pages/page.ts'
import { Block } from '../blocks.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import css from './page.module.css'
import { Skyline } from './skyline.tsx'

/** A whole page. `children` go between its title and its blocks. */
export function Page({ view, children }: { view: PageView; children?: ReactNode }) {
  const { shell, breadcrumb, updated, share } = view
  const path = new URL(view.url).pathname
  return (
    <>
      <Meta view={view} />
      <Header shell={shell} path={path} />
      <div className={css.top}>
        {breadcrumb && (
          <nav aria-label={breadcrumb.label}>
            <ol>
              {breadcrumb.items.map(({ label, href }) => (
                <li key={label}>
                  {href === null ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
                </li>
              ))}
            </ol>
          </nav>
        )}
      </div>
      <main id="indhold" tabIndex={-1}>
        <div className={css.title}>
          <div>
            <div>
              <h1>{view.title}</h1>
              {view.summary && <p>{view.summary}</p>}
            </div>
            {path === '/' && <Skyline />}
          </div>
        </div>
        <div className={css.blocks}>
          {children}
          {view.blocks.map((block, i) => (
            <Block key={i} block={block} />
          ))}
        </div>
        {(updated || share) && (
          <div className={css.end}>
            {updated && (
              <p>
                {updated.before}
                <time dateTime={updated.iso}>{updated.text}</time>
                {updated.after}
              </p>
            )}
            {share && (
              <nav aria-label={share.label}>
                <strong>{share.label}</strong>
                <ul>
                  {share.links.map(({ label, href }) => (
                    <li key={href}>
                      <a href={href}>{label}</a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
        )}
      </main>
      <Footer shell={shell} />
      {view.jsonLd.map((object, i) => (
        // React does not escape text in a script, so `<` is escaped here to keep it from ending the script.
        <script key={i} type="application/ld+json">
          {JSON.stringify(object).replaceAll('<', '\\u003c')}
        </script>
      ))}
    </>
  )
}

function Meta({ view: { title, summary, url, indexed, shell } }: { view: PageView }) {
  const name = title === shell.siteName ? title : `${title} – ${shell.siteName}`
  return (
    <Head>
      <title>{name}</title>
      {summary && <meta name="description" content={summary} />}
      {indexed ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex" />}
      <meta property="og:title" content={title} />
      {summary && <meta property="og:description" content={summary} />}
      <meta property="og:type" content="website" />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={shell.siteName} />
      <meta property="og:locale" content="da_DK" />
      <meta name="theme-color" content="#0a2c4e" />
      <link rel="icon" href={ADDRESSES.favicon.path} type="image/svg+xml" />
    </Head>
  )
}
