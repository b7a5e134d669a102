'use client'

import { FieldDiffContainer, getHTMLDiffComponents, useTranslation } from '@payloadcms/ui'
import type { DateFieldDiffClientComponent } from 'payload'
import { datesText, valuesDate } from './typed-value.ts'

/** A date in the comparison of two versions: without a time, and the same in every zone of browsers. */
export const DateDiff: DateFieldDiffClientComponent = ({
  comparisonValue,
  versionValue,
  field,
  locale,
  nestingLevel,
}) => {
  const { i18n } = useTranslation()
  const { From, To } = getHTMLDiffComponents({ fromHTML: html(comparisonValue), toHTML: html(versionValue) })
  return (
    <FieldDiffContainer
      className="date-diff"
      From={From}
      To={To}
      i18n={i18n}
      label={{ label: field.label, locale }}
      nestingLevel={nestingLevel}
    />
  )
}

/** Such attributes make Payload mark the whole date as changed, not its figures. */
function html(value: unknown): string {
  const date = valuesDate(value)
  return `<div class="date-diff" data-enable-match="true" data-date="${date ?? ''}"><p>${datesText(date)}</p></div>`
}
