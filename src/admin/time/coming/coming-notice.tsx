import Link from 'next/link'
import { comingDays, specialDays } from '../../../content/hours/coming-days.ts'
import { COMING } from '../../../domain/addresses.ts'
import { readerNow } from '../../../web/rendering.ts'
import { SpecialDays } from './special-days.tsx'
import css from './coming.module.css'

/** On the dashboard: the next days with other hours than usual, and the way to all of them. */
export async function ComingNotice() {
  const days = specialDays(await comingDays(readerNow()))
  return (
    <section className={css.notice} aria-labelledby="coming-notice">
      <h2 id="coming-notice">Særlige åbningstider</h2>
      <SpecialDays days={days.slice(0, MOST)} />
      <Link href={COMING} prefetch={false}>
        Se åbningstiderne de næste 42 dage
      </Link>
    </section>
  )
}

const MOST = 3
