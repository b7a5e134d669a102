'use client'

import { Pill, useRowLabel } from '@payloadcms/ui'
import { inPairs } from '../../domain/phone.ts'
import css from './row-name.module.css'

/** What a block or a row of a list is called by the words in it, so that it is known when it is folded: »02 Foldeliste Spørgsmål«. */
export function RowName({ kind, isBlock }: { kind: string; isBlock?: boolean }) {
  const { data, rowNumber = 0 } = useRowLabel<Record<string, unknown> | undefined>()
  const number = String(rowNumber + 1).padStart(2, '0')
  const name = nameOf(data ?? {})
  return (
    <>
      {isBlock ? (
        <>
          <span>{number}</span>
          <Pill pillStyle="white" size="small">
            {kind}
          </Pill>
        </>
      ) : (
        <span>
          {kind} {number}
        </span>
      )}
      {name && <span className={css.name}>{name}</span>}
    </>
  )
}

const NAMING = ['heading', 'title', 'label', 'name', 'figure', 'caption', 'number', 'text']

/** The first of the short texts that is filled in. */
const nameOf = (row: Record<string, unknown>): string | undefined => {
  const texts = NAMING.map((field) => row[field])
  const name = texts.find((text): text is string => typeof text === 'string' && text !== '')
  return name && inPairs(name)
}
