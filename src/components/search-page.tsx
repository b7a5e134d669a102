import type { PageView, SearchView } from '../content/views.ts'
import { Page } from './page.tsx'
import css from './search-page.module.css'

/** The results of a search of the whole site, in the site's shell. */
export function SearchPage({ view, search }: { view: PageView; search: SearchView }) {
  const { label, button, action } = view.shell.search
  return (
    <Page view={view}>
      <div className={css.search}>
        <form action={action}>
          <label htmlFor="q">{label}</label>
          <input id="q" type="search" name="q" defaultValue={search.query} maxLength={100} />
          <button type="submit">{button}</button>
        </form>
        <p className={css.message}>{search.message}</p>
        {search.help && <p>{search.help}</p>}
        {search.results.length > 0 && (
          <ol>
            {search.results.map((result) => (
              <li key={`${result.href} ${result.title}`}>
                <p>{[result.type, ...result.breadcrumb].join(' · ')}</p>
                <h2>
                  <a href={result.href}>{result.title}</a>
                </h2>
                {result.text && <p>{result.text}</p>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Page>
  )
}
