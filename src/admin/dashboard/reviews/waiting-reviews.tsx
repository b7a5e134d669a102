'use client'

import Link from 'next/link'
import { useId } from 'react'
import { ownerlessAddress, type Reviews, REVIEWS } from '../../../domain/time/reviews.ts'
import { DueList } from './due-list.tsx'
import css from './reviews.module.css'
import { useReviews } from './use-reviews.ts'

/** On the dashboard: what is due for review, what nobody owns, and for administrators the mails about it that did not go out. */
export function WaitingReviews() {
  const { known, told, confirm } = useReviews(false)
  const id = useId()
  const { total = 0, due = [], ownerless = [], unsent = [] } = known ?? {}
  const without = ownerless.filter(({ count }) => count > 0)
  return (
    <>
      {/* Also when the last row has gone. */}
      {total === 0 && <output className={css.told}>{told}</output>}
      {total > 0 && (
        <section className={css.section} aria-labelledby={`${id}-due`}>
          <h2 id={`${id}-due`}>
            Skal gennemgås <span className={css.count}>{total}</span>
          </h2>
          <p>Er det stadig rigtigt? Ellers åbn det, og ret det.</p>
          <output className={css.told}>{told}</output>
          <DueList rows={due} confirm={confirm} />
          {total > due.length && (
            <Link href={REVIEWS} prefetch={false}>
              Se alle {total}
            </Link>
          )}
        </section>
      )}
      {without.length > 0 && (
        <section className={css.section} aria-labelledby={`${id}-ownerless`}>
          <h2 id={`${id}-ownerless`}>Uden ejer</h2>
          <p>
            Ingen får besked, når det skal gennemgås. Vælg en ejer, eventuelt for mange på én gang i listen.
          </p>
          <ul className={css.list}>
            {without.map(({ collection, noun, count, only }) => (
              <li key={collection}>
                <Link href={ownerlessAddress(collection, only)} prefetch={false}>
                  {noun} uden ejer: {count}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unsent.length > 0 && <Unsent mails={unsent} id={`${id}-unsent`} />}
    </>
  )
}

function Unsent({ mails, id }: { mails: Reviews['unsent']; id: string }) {
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id}>Ugens e-mail om gennemgang er ikke kommet ud</h2>
      <ul className={css.list}>
        {mails.map(({ owner, isUnknown }) => (
          <li key={owner}>
            {owner ?? 'Administratorer, om det, ingen ejer'}:{' '}
            {isUnknown
              ? 'serveren stoppede, mens den blev sendt. Den sendes ikke igen, så ingen får to.'
              : 'mailserveren tog ikke imod den. Der prøves igen.'}
          </li>
        ))}
      </ul>
    </section>
  )
}
