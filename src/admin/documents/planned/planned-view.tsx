import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { LOGIN, PLANNED } from '../../../domain/addresses.ts'
import { PlannedList } from './planned-list.tsx'
import css from './planned.module.css'

/** A page of the admin: what will be published and taken down, when, and what could not be. */
export function PlannedView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { user } = req
  if (!user) redirect(`${LOGIN}?${new URLSearchParams({ redirect: PLANNED })}`)
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
      <SetStepNav nav={[{ label: 'Planlagt' }]} />
      <Gutter className={css.view ?? ''}>
        <h1>Planlagt</h1>
        <p>
          Det, der bliver offentliggjort eller afpubliceret på et tidspunkt. Planlæg det i det enkelte
          dokument, under »Planlagt«. Det, der hører til samme sæt, sker i samme øjeblik eller slet ikke.
        </p>
        <PlannedList />
      </Gutter>
    </DefaultTemplate>
  )
}
