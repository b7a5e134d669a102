'use client'

import { useModal } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

/** Leads from the list of versions to one of them; in the drawer beside a version, to the comparison with it. */
export function VersionLink({
  id,
  isDrawer,
  children,
}: {
  id: string
  isDrawer: boolean
  children: ReactNode
}) {
  const pathname = usePathname()
  const searchParams = useSearchParams()
  const { closeAllModals } = useModal()
  if (!isDrawer)
    return (
      <Link href={`${pathname}/${id}`} prefetch={false}>
        {children}
      </Link>
    )
  const compared = new URLSearchParams(searchParams ?? undefined)
  compared.set('versionFrom', id)
  return (
    <Link href={`${pathname}?${compared}`} prefetch={false} onClick={closeAllModals}>
      {children}
    </Link>
  )
}
