import type { ShellView } from '../../content/pages/shell.ts'
import css from './header.module.css'
import { Mark } from '../text/mark.tsx'
import { SearchField } from '../search/search-field.tsx'

/**
 * Skip link, name with the link home, main navigation, and the search unless the page itself has it. `path` is the path of
 * this page.
 */
export function Header({
  shell: { skipLink, siteName, menu, search },
  path,
  hasSearch,
}: {
  shell: ShellView
  path: string
  hasSearch: boolean
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
        {hasSearch && <SearchField search={search} />}
      </header>
    </>
  )
}
