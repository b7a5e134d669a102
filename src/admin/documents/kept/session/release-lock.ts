import { useAuth, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { documentsAddress } from '../../../../domain/addresses.ts'

/**
 * Whoever leaves a form does not have it open any more. Payload notes that for some ways to leave it only, and what it notes of
 * typing may come after the save: others were told for minutes that somebody was at work there.
 */
export function useReleaseLock(): void {
  const { id, collectionSlug, globalSlug, documentIsLocked } = useDocumentInfo()
  const { user } = useAuth()
  const isModified = useFormModified()
  const hasTyped = useRef(false)
  useEffect(() => {
    if (isModified || documentIsLocked) hasTyped.current = true
  }, [isModified, documentIsLocked])
  /** Where the CMS has one's own note of this document; null: there can be none. */
  const noted = useEffectEvent((): string | null => {
    if (!hasTyped.current || !user || (!globalSlug && id === undefined)) return null
    const own = new URLSearchParams({ 'where[user.value][equals]': String(user.id) })
    if (globalSlug) own.set('where[globalSlug][equals]', globalSlug)
    else {
      own.set('where[document.relationTo][equals]', collectionSlug ?? '')
      own.set('where[document.value][equals]', String(id))
    }
    return `${documentsAddress('payload-locked-documents')}?${own}`
  })
  useEffect(() => {
    const here = location.pathname
    const leave = () => release(noted())
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      const own = noted()
      // Whoever takes over gets the form anew, and stays. Next writes the new address after the form has gone; and what was asked
      // before may be noted after it.
      for (const pause of [1000, 10_000]) setTimeout(() => location.pathname === here || release(own), pause)
    }
  }, [])
}

/** It goes out although the page is left. What does not arrive is forgotten by the CMS after some minutes. */
function release(own: string | null): void {
  if (own !== null) fetch(own, { method: 'DELETE', keepalive: true }).catch(() => {})
}
