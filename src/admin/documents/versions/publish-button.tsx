'use client'

import { PublishButton as Button, useDocumentInfo } from '@payloadcms/ui'

/** Payload's, which speaks of changes also where visitors see nothing that could be changed. */
export function PublishButton() {
  const { hasPublishedDoc } = useDocumentInfo()
  return hasPublishedDoc ? <Button /> : <Button label="Offentliggør" />
}
