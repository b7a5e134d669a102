import type { ShellView } from '../../content/pages/shell.ts'
import css from './header.module.css'
import { Mark } from '../text/mark.tsx'

/** Skip link, name with the link home, main navigation, search. `path` is the path of this page. */
export function Header({
  shell: { skipLink, siteName, menu, search },
  path,
}: {
  shell: ShellView
  path: string
}) {
  return (
    <>
      <a className={css.skip} href="#indhold">
        {skipLink}
      </a>
      <header className={css.header}>
        <a href="/">
          <Mark />
          {siteName}
        </a>
        <nav aria-label={menu.label}>
          <ul>
            {menu.items.map(({ label, href, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? (href === path ? 'page' : true) : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <search>
          <form
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
      </header>
    </>
  )
}
