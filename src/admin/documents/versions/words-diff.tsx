'use client'

import { getTranslation } from '@payloadcms/translations'
import {
  escapeDiffHTML,
  FieldDiffContainer,
  getHTMLDiffComponents,
  unescapeDiffHTML,
  useTranslation,
} from '@payloadcms/ui'
import type { FieldDiffClientProps } from 'payload'
import { readWeek } from '../../../domain/hours/read-week.ts'
import { weekWords } from '../../../domain/hours/week-words.ts'
import { overridesWords } from '../../../domain/words/words.ts'

type Props = Pick<
  FieldDiffClientProps,
  'comparisonValue' | 'versionValue' | 'field' | 'locale' | 'nestingLevel'
>

/** A box that is ticked or not. */
export const YesNoDiff = (props: Props) => (
  <Words {...props} wordsOf={(value) => (typeof value === 'boolean' ? [value ? 'Ja' : 'Nej'] : [])} />
)

/** One or several of some options, by their labels. */
export function ChoiceDiff(props: Props) {
  const { i18n } = useTranslation()
  const { options = [] } = props.field as { options?: (string | { label: never; value: string })[] }
  const labelOf = (value: unknown) => {
    const option = options.find((one) => (typeof one === 'string' ? one : one.value) === value)
    return typeof option === 'object' ? String(getTranslation(option.label, i18n)) : String(option ?? value)
  }
  return <Words {...props} wordsOf={(value) => [value ?? []].flat().map(labelOf)} />
}

/** The place among others, whose key means nothing to people. What had none has not been moved: it is the first version. */
export const OrderDiff = ({ comparisonValue, versionValue, ...props }: Props) =>
  !comparisonValue || comparisonValue === versionValue ? null : (
    <Words
      {...props}
      field={{ ...props.field, label: 'Rækkefølge' } as Props['field']}
      comparisonValue={false}
      versionValue={true}
      wordsOf={(isNew) => [isNew ? 'Flyttet til en anden plads i listen' : 'Pladsen før']}
    />
  )

/** A week, a line for each day. */
export const WeekDiff = (props: Props) => (
  <Words
    {...props}
    wordsOf={(value) => {
      const week = readWeek(value)
      return week ? weekWords(week) : []
    }}
  />
)

/** The fixed words that editors wrote instead of the defaults. */
export const OverridesDiff = (props: Props) => <Words {...props} wordsOf={overridesWords} />

function Words({
  comparisonValue,
  versionValue,
  field,
  locale,
  nestingLevel,
  wordsOf,
}: Props & { wordsOf: (value: unknown) => string[] }) {
  const { i18n } = useTranslation()
  const html = (value: unknown) =>
    `<div>${wordsOf(value)
      .map((line) => `<p>${escapeDiffHTML(line)}</p>`)
      .join('')}</div>`
  const { From, To } = getHTMLDiffComponents({
    fromHTML: html(comparisonValue),
    toHTML: html(versionValue),
    postProcess: unescapeDiffHTML,
    tokenizeByCharacter: false,
  })
  return (
    <FieldDiffContainer
      className="words-diff"
      From={From}
      To={To}
      i18n={i18n}
      label={{ label: (field as { label?: string }).label, locale }}
      nestingLevel={nestingLevel}
    />
  )
}
