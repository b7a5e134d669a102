'use client'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'
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
  const tell = useEffectEvent((savedAt: string) => {
    if (savedAt > seen)
      toast.info(toldOf(savedAt), { id: toldAfter(seen), duration: Infinity, closeButton: true })
  })
  const look = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden' || seen === '') return
    const asked = `${address}?draft=true&depth=0&select[updatedAt]=true`
    const found = await askCms<{ updatedAt?: string | null }>('GET', asked, { failed: '' })
    if ('updatedAt' in found && found.updatedAt) tell(found.updatedAt)
  })
  useEffect(() => {
    if (!isStored) return
    const asking = setInterval(() => void look(), EVERY)
    return () => clearInterval(asking)
  }, [isStored])
  useEffect(() => () => void toast.dismiss(toldAfter(seen)), [seen])
  return null
}

const toldOf = (savedAt: string): string =>
  `Der er gemt her ${timeOf(savedAt)}, efter du åbnede siden. Du kan skrive videre: når du gemmer, kommer begges rettelser med. Genindlæs siden for at se, hvad der er gemt.`

/** Told once of each version that the form shows. */
const toldAfter = (seen: string): string => `saved-after-${seen}`
