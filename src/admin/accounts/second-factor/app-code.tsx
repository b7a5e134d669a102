import { renderSVG } from 'uqr'
import css from './second-factor.module.css'

/** How an app gets its secret: a square code for a phone's camera, or signs to type. */
export function AppCode({ secret, address }: { secret: string; address: string }) {
  const square = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`
  return (
    <div className={css.app}>
      <p>
        Åbn en app til koder på din telefon, for eksempel Microsoft Authenticator eller den, der følger med
        telefonen, og læs firkanten.
      </p>
      <img alt="Firkantet kode til appen" src={square} className={css.square} />
      <p>
        Kan den ikke læses, så skriv disse tegn i appen:{' '}
        <code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
    </div>
  )
}
