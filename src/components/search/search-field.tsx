import type { ShellView } from '../../content/pages/shell.ts'
import css from './search-field.module.css'

/** The search of the whole site, once on each page. src/enhance/suggest.ts shows suggestions below it. */
export function SearchField({ search }: Pick<ShellView, 'search'>) {
  return (
    <search>
      <form
        className={css.form}
        action={search.action}
        data-suggest={search.suggestions.label}
        data-counted={search.suggestions.counted}
        data-none={search.suggestions.none}
        data-suggestions-from={search.suggestions.from}
      >
        <label className="sr" htmlFor="soeg">
          {search.label}
        </label>
        <input
          id="soeg"
          type="search"
          name="q"
          defaultValue={search.query}
          placeholder={search.label}
          maxLength={100}
        />
        <button type="submit">{search.button}</button>
      </form>
    </search>
  )
}
