import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { collectionAddress, COMING, LOGIN } from '../../../domain/addresses.ts'
import { comingNow } from '../../../web/hours-ahead.ts'
import { ComingTable } from './coming-table.tsx'
import { SpecialDays } from './special-days.tsx'
import css from './coming.module.css'

/** A page of the admin: the hours of everything in the coming weeks, day by day. */
export async function ComingView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { user } = req
  if (!user) redirect(`${LOGIN}?${new URLSearchParams({ redirect: COMING })}`)
  const { dates, rows, special } = await comingNow()
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale && { locale })}
      params={params ?? {}}
      payload={req.payload}
      permissions={permissions}
      searchParams={searchParams ?? {}}
      user={user}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: TITLE }]} />
      <Gutter className={css.view ?? ''}>
        <h1>{TITLE}</h1>
        <p>
          Det, der er offentliggjort. Luk en dag i kontaktboksen eller afdelingen, eller for mange på én gang
          med en <a href={`${collectionAddress('hours-exceptions')}/create`}>ny undtagelse</a>.
        </p>
        <div className={css.wide}>
          <h2 id="all-days">Alle dage</h2>
          <ComingTable dates={dates} rows={rows} labelledBy="all-days" />
        </div>
        <h2>Særlige dage</h2>
        <SpecialDays days={special} />
      </Gutter>
    </DefaultTemplate>
  )
}

const TITLE = 'Åbningstider de næste 42 dage'
