import type { AdminViewServerProps } from 'payload'
import { collectionAddress, COMING } from '../../../domain/addresses.ts'
import { comingNow } from '../../../web/hours-ahead.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import { ComingTable } from './coming-table.tsx'
import { SpecialDays } from './special-days.tsx'
import css from './coming.module.css'

/** A page of the admin: the hours of everything in the coming weeks, day by day. */
export function ComingView(view: AdminViewServerProps) {
  return (
    <AdminView view={view} address={COMING} title="Åbningstider de næste 42 dage" className={css.view}>
      <p>
        Det, der er offentliggjort. Luk en dag i kontaktboksen eller afdelingen, eller for mange på én gang
        med en <a href={`${collectionAddress('hours-exceptions')}/create`}>ny undtagelse</a>.
      </p>
      <Days />
    </AdminView>
  )
}

async function Days() {
  const { dates, rows, special } = await comingNow()
  return (
    <>
      <div className={css.wide}>
        <h2 id="all-days">Alle dage</h2>
        <ComingTable dates={dates} rows={rows} labelledBy="all-days" />
      </div>
      <h2>Særlige dage</h2>
      <SpecialDays days={special} />
    </>
  )
}
