'use client'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'
import { savedMeanwhile } from '../../../domain/text/told/saved-meanwhile.ts'
import { askCms } from '../ask/ask-cms.ts'
import { useSeenVersion } from '../versions/use-seen-version.ts'
import { timeOf, useFormAddress } from './save-dialog.tsx'

/** So often it is asked whether somebody else has saved what stands in the form, while it is looked at. */
const EVERY = 10_000

/** Tells whoever has a form open that somebody has saved it since, before they have written for long. */
export function SavedMeanwhile() {
  const { id, globalSlug } = useDocumentInfo()
  const address = useFormAddress()
  const seen = useSeenVersion()
  const isStored = globalSlug !== undefined || id !== undefined
  /** What has been saved from this form while it was asked is known by now. */
  const tell = useEffectEvent((savedAt: string, by: string | null) => {
    if (savedAt > seen)
      toast.info(savedMeanwhile(by, timeOf(savedAt)), {
        id: toldAfter(seen),
        duration: Infinity,
        closeButton: true,
      })
  })
  const look = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden' || seen === '') return
    const asked = `${address}?draft=true&depth=0&select[updatedAt]=true&select[updatedBy]=true`
    const found = await askCms<Newest>('GET', asked, { failed: '' })
    if ('updatedAt' in found && found.updatedAt) tell(found.updatedAt, found.updatedBy ?? null)
  })
  useEffect(() => {
    if (!isStored) return
    const asking = setInterval(() => void look(), EVERY)
    return () => clearInterval(asking)
  }, [isStored])
  useEffect(() => () => void toast.dismiss(toldAfter(seen)), [seen])
  return null
}

type Newest = { updatedAt?: string | null; updatedBy?: string | null }

/** Told once of each version that the form shows. */
const toldAfter = (seen: string): string => `saved-after-${seen}`
