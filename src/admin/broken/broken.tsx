'use client'

import { ADMIN } from '../../domain/addresses.ts'
import css from './broken.module.css'

/** What stands in place of a view of the admin that failed in the browser. */
export function Broken() {
  return (
    <main className={css.broken}>
      <h1>Siden kan ikke vises</h1>
      <p>
        Der er sket en fejl. Det, du har skrevet i en formular, holdes i denne browser og tilbydes dig, når du
        åbner formularen igen.
      </p>
      <p>Sker det igen, så sig det til driften: hvad du gjorde, og hvilken adresse der står øverst.</p>
      <p className={css.ways}>
        {/* A new start: what has failed may be anything that the page holds. */}
        <button type="button" onClick={() => window.location.reload()}>
          Prøv igen
        </button>
        <a href={ADMIN}>Til oversigten</a>
      </p>
    </main>
  )
}
