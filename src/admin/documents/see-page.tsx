'use client'

import { useLivePreviewContext } from '@payloadcms/ui'
import css from './see-page.module.css'

/** Leads to what visitors see of a page; nothing while it is not public. */
export function SeePage() {
  const { previewURL } = useLivePreviewContext()
  if (!previewURL) return null
  return (
    <a className={css.link} href={previewURL} target="_blank" rel="noreferrer">
      Se siden
    </a>
  )
}
