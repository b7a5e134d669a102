import type { BlockView } from '../../content/pages/blocks.ts'
import css from './site-search.module.css'

/** A large field for the search of the whole site. */
export function SiteSearch({ search }: { search: Extract<BlockView, { type: 'siteSearch' }> }) {
  return (
    <form action={search.action} className={css.form}>
      <label htmlFor="q">{search.label}</label>
      <input id="q" type="search" name="q" maxLength={100} />
      <button type="submit">{search.button}</button>
    </form>
  )
}
