'use client'

import { DueList } from './due-list.tsx'
import css from './reviews.module.css'
import { useReviews } from './use-reviews.ts'

/** All that is due, the most pressing first. */
export function AllReviews() {
  const { known, told, confirm } = useReviews(true)
  const due = known?.due ?? []
  const more = (known?.total ?? 0) - due.length
  return (
    <>
      <output className={css.told}>{told}</output>
      {known && due.length === 0 && <p>Intet skal gennemgås lige nu.</p>}
      <DueList rows={due} confirm={confirm} />
      {more > 0 && <p>Og {more} til, som kommer frem, når noget af det øverste er gennemgået.</p>}
    </>
  )
}
