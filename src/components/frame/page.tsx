import './tokens.css'
import type { ReactNode } from 'react'
import { ADDRESSES } from '../../domain/addresses.ts'
import type { PageView } from '../../content/pages/page.ts'
import { Block } from '../blocks.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { Meta } from './meta.tsx'
import css from './page.module.css'
import { OnThisPage } from './on-this-page.tsx'
import { Pager } from '../text/pager.tsx'
import { SearchField } from '../search/search-field.tsx'
import { Skyline } from './skyline.tsx'
import { Times } from '../text/times.tsx'

type Props = {
  view: PageView
  /** Below the site's header. */
  above?: ReactNode
  /** Between its title and its blocks. */
  children?: ReactNode
  /** Below its blocks. */
  below?: ReactNode
}

/** A whole page. */
export function Page({ view, above, children, below }: Props) {
  const { shell, breadcrumb, contents, updated, share } = view
  const pager = view.pager && <Pager pager={view.pager.view} />
  const path = new URL(view.url).pathname
  const isFront = path === '/'
  const isForSearch = isFront || path === shell.search.action || path === ADDRESSES.notFound.path
  const blocks = (
    <div className={css.blocks}>
      {children}
      {view.blocks.map((block, i) => (
        <Block key={i} block={block} pager={i === view.pager?.block && pager} />
      ))}
      {view.pager?.block === null && pager}
      {below}
    </div>
  )
  return (
    <>
      <Meta view={view} />
      <Header shell={shell} path={path} hasSearch={!isForSearch} />
      {above}
      {breadcrumb && (
        <div className={css.top}>
          <nav aria-label={breadcrumb.label}>
            <ol>
              {breadcrumb.items.map(({ label, href }) => (
                <li key={label}>
                  {href === null ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
                </li>
              ))}
            </ol>
          </nav>
        </div>
      )}
      <main id="indhold" tabIndex={-1}>
        <div className={css.title}>
          <div>
            <div>
              <h1>{view.title}</h1>
              {view.summary && (
                <p>
                  <Times text={view.summary} />
                </p>
              )}
              {isForSearch && <SearchField search={shell.search} />}
            </div>
            {isFront && <Skyline />}
          </div>
        </div>
        {contents ? (
          <div className={css.long} data-narrow={contents.isNarrow || undefined}>
            <OnThisPage contents={contents} />
            {blocks}
          </div>
        ) : (
          blocks
        )}
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
                  {/* A script shows it: without one it could do nothing. */}
                  <li hidden>
                    <button type="button" data-copied={share.copy.copied}>
                      {share.copy.label}
                    </button>
                  </li>
                </ul>
              </nav>
            )}
          </div>
        )}
      </main>
      <Footer shell={shell} />
      {view.jsonLd.map((object, i) => (
        // React does not escape text in a script, and a `<` could end the script.
        <script key={i} type="application/ld+json">
          {JSON.stringify(object).replaceAll('<', '\\u003c')}
        </script>
      ))}
    </>
  )
}
