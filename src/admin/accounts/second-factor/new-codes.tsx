'use client'

import { Button } from '@payloadcms/ui'
import css from './second-factor.module.css'

/** Recovery codes, shown this once. @param onKept they have been kept somewhere */
export function NewCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <section className={css.step} aria-label="Reservekoder">
      <p>
        <strong>Gem disse reservekoder, for eksempel på papir.</strong> Mister du telefonen eller nøglen,
        kommer du ind med en af dem. Hver kan bruges én gang, og de vises ikke igen.
      </p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onKept}>Jeg har gemt dem</Button>
    </section>
  )
}
