import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { LOGIN, TREE } from '../../../domain/addresses.ts'
import { PageTree } from './page-tree.tsx'
import css from './tree.module.css'

/** A page of the admin: the pages as a tree, to find, open, add and move them. */
export function TreeView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { user } = req
  if (!user) redirect(`${LOGIN}?${new URLSearchParams({ redirect: TREE })}`)
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
      <SetStepNav nav={[{ label: 'Sidetræ' }]} />
      <Gutter className={css.view ?? ''}>
        <h1>Sidetræ</h1>
        <PageTree />
      </Gutter>
    </DefaultTemplate>
  )
}
