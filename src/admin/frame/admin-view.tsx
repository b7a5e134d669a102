import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { LOGIN } from '../../domain/addresses.ts'

type Props = {
  /** As Payload gives it to the view. */
  view: AdminViewServerProps
  /** Where the view stands. */
  address: string
  title: string
  className: string | undefined
  children: ReactNode
}

/**
 * The frame of a page of our own in the admin. Payload shows it to anybody, so whoever is not logged in is sent to do so, before
 * anything within is made.
 */
export function AdminView({ view, address, title, className, children }: Props) {
  const { initPageResult, params, searchParams } = view
  const { locale, permissions, req, visibleEntities } = initPageResult
  if (!req.user) redirect(`${LOGIN}?${new URLSearchParams({ redirect: address })}`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale && { locale })}
      params={params ?? {}}
      payload={req.payload}
      permissions={permissions}
      searchParams={searchParams ?? {}}
      user={req.user}
      viewActions={req.payload.config.admin.components.actions ?? []}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className={className ?? ''}>
        <h1>{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}
