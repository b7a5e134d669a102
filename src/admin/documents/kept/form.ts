import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useMemo } from 'react'
import type { Values } from './text/changes.ts'
import type { Place } from './text/store.ts'
import type { FieldLike } from './text/say-value.ts'

/** Which form this is; null while nobody is known to write in it. @param user the number of the account */
export function usePlace(user: number | string | undefined): Place | null {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  const slug = collectionSlug ?? globalSlug
  const document = globalSlug ? 'global' : (id ?? 'create')
  return useMemo(
    () => (user === undefined || slug === undefined ? null : { user, slug, document }),
    [user, slug, document],
  )
}

/** The fields of the form, as the config names them. */
export function useFormConfig(): readonly FieldLike[] {
  const { collectionSlug, globalSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const config = collectionSlug
    ? getEntityConfig({ collectionSlug })
    : getEntityConfig({ globalSlug: globalSlug ?? '' })
  return (config?.fields ?? []) as readonly FieldLike[]
}

/**
 * What is kept of a form's values: those of its fields. So no password is, which no field is for, and nothing that the
 * system sets.
 */
export function typedValues(fields: readonly FieldLike[], values: Values): Values {
  const names = namesIn(fields)
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

function namesIn(fields: readonly FieldLike[]): Set<string> {
  return new Set(
    fields.flatMap((field) => {
      if (field.name === undefined) return [...namesIn([...(field.fields ?? []), ...(field.tabs ?? [])])]
      return field.type === 'ui' || SYSTEM.has(field.name) || field.name.startsWith('_') ? [] : [field.name]
    }),
  )
}

/** Of the document and of its file. */
const SYSTEM = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sizes',
])
