import Link from 'next/link'
import { collectionAddress, COMING } from '../../../domain/addresses.ts'
import { comingNow } from '../../../web/hours-ahead.ts'
import { SpecialDays } from './special-days.tsx'
import css from './coming.module.css'

/** On the dashboard: the next days with other hours than usual, and the way to all of them. */
export async function ComingNotice() {
  const { special } = await comingNow()
  return (
    <section className={css.notice} aria-labelledby="coming-notice">
      <h2 id="coming-notice">Særlige åbningstider</h2>
      <SpecialDays days={special.slice(0, MOST)} />
      <p className={css.ways}>
        <Link href={COMING} prefetch={false}>
          Se åbningstiderne de næste 42 dage
        </Link>
        <Link href={`${collectionAddress('hours-exceptions')}/create`} prefetch={false}>
          Luk en dag …
        </Link>
      </p>
    </section>
  )
}

const MOST = 3
