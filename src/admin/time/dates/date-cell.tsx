'use client'

import type { DefaultCellComponentProps } from 'payload'
import { datesText } from './typed-value.ts'

/** A date in a list: the same in every zone of browsers. */
export const DateCell = ({ cellData }: DefaultCellComponentProps) => <span>{datesText(cellData)}</span>
