'use client'

import type { DefaultCellComponentProps } from 'payload'
import { TextCell } from '../../lists/text-cell.tsx'
import { datesText } from './typed-value.ts'

/** A date in a list: the same in every zone of browsers. */
export const DateCell = (props: DefaultCellComponentProps) => (
  <TextCell {...props} text={datesText(props.cellData)} />
)
