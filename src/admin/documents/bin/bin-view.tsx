import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { ADMIN, BIN } from '../../../domain/addresses.ts'
import { DAYS_IN_BIN } from '../../../domain/time/bin.ts'
import { BinTable } from './bin-table.tsx'
import css from './bin.module.css'

/** A page of the admin: what was deleted, by whom and when, to bring back or to delete for ever. */
export function BinView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { user } = req
  if (!user) redirect(`${ADMIN}/login?${new URLSearchParams({ redirect: BIN })}`)
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
      <SetStepNav nav={[{ label: 'Papirkurv' }]} />
      <Gutter className={css.bin ?? ''}>
        <h1>Papirkurv</h1>
        <p>
          Det, der bliver slettet, ligger her i {DAYS_IN_BIN} dage. Gendan det, og det kommer tilbage, som det
          var: med tidligere versioner, viderestillinger og filer. Brugere kommer ikke i papirkurven.
        </p>
        <BinTable />
      </Gutter>
    </DefaultTemplate>
  )
}
