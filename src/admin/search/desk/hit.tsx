import { DESK_STATUS, type DeskHit } from '../../../domain/text/desk-search.ts'
import css from './desk-search.module.css'

/** What an editor reads of a document that was found. `why`: how a pasted address leads to it. */
export function Hit({ hit, why }: { hit: DeskHit; why?: string | null }) {
  const { title, kind, status, snippet, isShownOnly } = hit
  return (
    <>
      <span className={css.title}>{title}</span>
      <span className={css.facts}>
        {' '}
        {kind}
        {status && (
          <>
            <span aria-hidden> · </span>
            <span className={css[status]}>{DESK_STATUS[status]}</span>
          </>
        )}
      </span>
      {why && <span className={css.why}>{why}</span>}
      {isShownOnly && <span className={css.why}>Fundet i den offentliggjorte udgave, ikke i kladden.</span>}
      {snippet.length > 0 && (
        <span className={css.snippet}>
          {snippet.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text))}
        </span>
      )}
    </>
  )
}
