import type { ShellView } from '../../content/pages/shell.ts'
import css from './footer.module.css'
import { Link, PhoneLink } from '../text/link.tsx'
import { Wave } from './wave.tsx'

/** Address, CVR number, the links that the law requires, and the municipality's other sites. */
export function Footer({ shell: { footer, sites } }: { shell: ShellView }) {
  return (
    <footer id="sidefod" className={css.footer}>
      <Wave className={css.wave} />
      <div>
        <div>
          <strong>{footer.name}</strong>
          <address>
            {footer.street}
            <br />
            {footer.city}
          </address>
          {footer.phone && (
            <p>
              {footer.phone.label} <PhoneLink {...footer.phone} />
            </p>
          )}
          <p>{footer.cvr.text}</p>
        </div>
        <ul>
          {footer.links.map(({ label, href }) => (
            <li key={label}>{href === null ? label : <Link href={href}>{label}</Link>}</li>
          ))}
        </ul>
        {sites && (
          <form action={sites.action}>
            <label htmlFor="site">{sites.label}</label>
            <select id="site" name="site">
              {sites.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <button type="submit">{sites.button}</button>
          </form>
        )}
      </div>
    </footer>
  )
}
