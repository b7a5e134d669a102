'use client'

import { toast, useDocumentEvents, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { shownAddress } from '../../../domain/addresses.ts'

/** Says after each save of what pages share how many of them show it. */
export function ShownOn() {
  const { id, collectionSlug } = useDocumentInfo()
  // What was saved last anywhere in the admin; `lastUpdateTime` of the document changes with its lock, too.
  const { mostRecentUpdate: saved } = useDocumentEvents()
  const before = useRef(saved)
  useEffect(() => {
    if (id === undefined || before.current === saved) return
    before.current = saved
    if (saved?.entitySlug !== collectionSlug || saved?.id !== id) return
    const stop = new AbortController()
    void tell(shownAddress(collectionSlug ?? '', id), stop.signal)
    return () => stop.abort()
  }, [id, collectionSlug, saved])
  return null
}

async function tell(address: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(address, { signal })
    const { pages, isWhole } = (await response.json()) as { pages: number | null; isWhole: boolean }
    if (response.ok && pages !== null && !signal.aborted) toast.info(sentence(pages, isWhole))
  } catch {
    // It was saved, and that has been said.
  }
}

function sentence(pages: number, isWhole: boolean): string {
  if (pages === 0) return 'Gemt. Vises ikke på nogen side.'
  const least = isWhole ? '' : 'mindst '
  return pages === 1 ? `Gemt. Vises på ${least}én side.` : `Gemt. Vises på ${least}${pages} sider.`
}
