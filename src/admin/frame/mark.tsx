import { ADDRESSES } from '../../domain/addresses.ts'
import css from './mark.module.css'

/** The site's mark, for the admin's crumbs. What it leads to says its name itself. */
export const Icon = () => <img className={css.icon} src={ADDRESSES.favicon.path} alt="" />

/** The mark and the name, for logging in. */
export const Logo = () => (
  <div className={css.logo}>
    <img src={ADDRESSES.favicon.path} alt="" />
    <span>Aalborg Kommune</span>
  </div>
)
