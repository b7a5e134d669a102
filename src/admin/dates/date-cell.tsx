'use client'

import type { DefaultCellComponentProps } from 'payload'
import { formatDate } from '../../domain/time/danish-time.ts'
import { fromStored } from '../../domain/time/stored-date.ts'
import { isDate } from '../../domain/time/typed-date.ts'

/** A date in a list: the same in every zone of browsers. */
export function DateCell({ cellData }: DefaultCellComponentProps) {
  const date = typeof cellData === 'string' ? fromStored(cellData) : ''
  return <span>{isDate(date) ? formatDate(date) : date}</span>
}
