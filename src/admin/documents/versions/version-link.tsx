'use client'

import { useModal } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { COMPARED, comparedWith } from './compared-with.ts'

type Props = {
  id: string
  /** The version that visitors see now, if it is another; otherwise it stands beside the one before it. */
  beside: number | string | undefined
  isDrawer: boolean
  children: ReactNode
}

/**
 * Leads from the list of versions to one of them, compared with what is public; in the drawer beside a version, to the
 * comparison with it.
 */
export function VersionLink({ id, beside, isDrawer, children }: Props) {
  const pathname = usePathname()
  const searchParams = useSearchParams()
  const { closeAllModals } = useModal()
  if (!isDrawer)
    return (
      <Link href={`${pathname}/${id}${comparedWith(beside)}`} prefetch={false}>
        {children}
      </Link>
    )
  const compared = new URLSearchParams(searchParams ?? undefined)
  compared.set(COMPARED, id)
  return (
    <Link href={`${pathname}?${compared}`} prefetch={false} onClick={closeAllModals}>
      {children}
    </Link>
  )
}
