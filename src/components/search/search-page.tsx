import type { MarkedText } from '../../content/search/marks.ts'
import type { PageView } from '../../content/pages/page.ts'
import type { ReachView } from '../../content/search/reach.ts'
import type { SearchView } from '../../content/search/search-view.ts'
import { PhoneLink } from '../text/link.tsx'
import { Page } from '../frame/page.tsx'
import { Times } from '../text/times.tsx'
import css from './search-page.module.css'

/** The results of a search of the whole site, in the site's frame. */
export function SearchPage({ view, search }: { view: PageView; search: SearchView }) {
  const { suggestion, filters, waysOut } = search
  const titles = search.results.map(({ title }) => title.map(({ text }) => text).join(''))
  return (
    <Page view={view}>
      <div className={css.search}>
        {search.query === '' && <p className={css.message}>{search.message}</p>}
        {suggestion && (
          <p className={css.message}>
            {suggestion.before}
            <a href={suggestion.href}>{suggestion.text}</a>
            {suggestion.after}
          </p>
        )}
        {search.help && <p className={css.message}>{search.help}</p>}
        {waysOut && <WaysOut ways={waysOut} />}
        {filters && (
          <nav aria-label={filters.label} className={css.filters}>
            <span>{filters.label}</span>
            <ul>
              {filters.items.map(({ label: kind, count, href, current }) => (
                <li key={kind}>
                  <a href={href} aria-current={current || undefined}>
                    {kind} <span>{count}</span>
                  </a>
                </li>
              ))}
              {filters.all && (
                <li>
                  <a href={filters.all.href}>{filters.all.label}</a>
                </li>
              )}
            </ul>
          </nav>
        )}
        {search.results.length > 0 && (
          <ol start={search.first}>
            {search.results.map((result, i) => (
              <li key={i}>
                <p>{kinds(result)}</p>
                <h2>
                  <a href={result.href}>
                    <Marked text={result.title} />
                    {titles.indexOf(titles[i] ?? '') !== titles.lastIndexOf(titles[i] ?? '') && (
                      <span className="sr">, {kinds(result)}</span>
                    )}
                  </a>
                </h2>
                {result.text.length > 0 && (
                  <p>
                    <Marked text={result.text} />
                  </p>
                )}
                {result.reach && <Reach reach={result.reach} />}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Page>
  )
}

/** What a hit is, and where it stands. Read aloud after a title that another hit has as well. */
const kinds = ({ type, breadcrumb }: SearchView['results'][number]): string =>
  [type, ...breadcrumb].join(' · ')

/** A text with the hits marked. */
const Marked = ({ text }: { text: MarkedText }) =>
  text.map((piece, i) =>
    piece.hit ? <mark key={i}>{piece.text}</mark> : <Times key={i} text={piece.text} />,
  )

/** The numbers to call, and whether somebody answers. src/enhance/live.ts keeps what the clock changes. */
function Reach({ reach: { name, phones, whom, now } }: { reach: ReachView }) {
  return (
    <div className={css.reach}>
      {phones.map((phone) => (
        <PhoneLink key={phone} number={phone} whom={whom} />
      ))}
      {now && (
        <span data-live={name} data-open={now.open} data-until={now.validUntil}>
          <span data-part="now">
            <Times text={now.sentence} />
          </span>
        </span>
      )}
    </div>
  )
}

function WaysOut({ ways: { phone, label, links } }: { ways: NonNullable<SearchView['waysOut']> }) {
  return (
    <>
      <p>{label}</p>
      {phone && (
        <p className={css.phone}>
          {phone.label} <PhoneLink {...phone} />
        </p>
      )}
      <ul className={css.ways}>
        {links.map(({ label: title, href, description }) => (
          <li key={href}>
            <a href={href ?? '/'}>{title}</a>
            {description && (
              <p>
                <Times text={description} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
