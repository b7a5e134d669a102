'use client'

import { DefaultListView, useConfig } from '@payloadcms/ui'
import type { ClientField, ConditionalDateProps, ListViewClientProps } from 'payload'
import { DateFilter } from './date-filter.tsx'

/**
 * Payload's list, in which a condition on a date is our own input. Its config has a place for filters
 * (`admin.components.Filter`), but for fields in rows and for its own »Oprettet« and »Opdateret« that is not read.
 */
export function DateListView(props: ListViewClientProps) {
  const { getEntityConfig } = useConfig()
  const { fields } = getEntityConfig({ collectionSlug: props.collectionSlug })
  const filters = new Map(props.renderedFilters)
  for (const { path, isDay } of datesIn(fields))
    filters.set(path, <DateFilter key={path} path={path} isDay={isDay} />)
  return <DefaultListView {...props} renderedFilters={filters} />
}

/** The date fields by the paths that conditions have; `isDay`: without a time. */
function datesIn(fields: readonly ClientField[], prefix = ''): { path: string; isDay: boolean }[] {
  return fields.flatMap((field) => {
    const path = 'name' in field && field.name ? `${prefix}${field.name}` : null
    if (field.type === 'date') {
      const { date } = (field.admin ?? {}) as { date?: ConditionalDateProps }
      return path === null ? [] : [{ path, isDay: date?.pickerAppearance === 'dayOnly' }]
    }
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        datesIn(tab.fields, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix),
      )
    return 'fields' in field ? datesIn(field.fields, path === null ? prefix : `${path}.`) : []
  })
}
