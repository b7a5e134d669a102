import { useDocumentInfo, useFormFields } from '@payloadcms/ui'

/**
 * When the version that somebody has before them was saved, as the CMS says it; '' if none was. Right after a save the form says so
 * a moment later than the document.
 */
export function useSeenVersion(): string {
  const inForm = useFormFields(([fields]) => fields.updatedAt?.value)
  const { savedDocumentData } = useDocumentInfo()
  return [inForm, savedDocumentData?.updatedAt]
    .map((at) => String(at ?? ''))
    .reduce((one, other) => (one > other ? one : other))
}
