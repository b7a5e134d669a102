'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import css from './rights.module.css'
import { useRights } from './use-rights.ts'

/** Above a form: why it cannot be changed, or not be published; nothing for whoever may both. */
export function RightsNotice() {
  const { isInitializing } = useDocumentInfo()
  const { saving, publishing } = useRights()
  const reason = saving ?? publishing
  if (isInitializing || reason === null) return null
  return (
    <p className={`field-type ${css.notice}`} role="note" data-rights={saving === null ? 'draft' : 'read'}>
      {reason}
    </p>
  )
}
