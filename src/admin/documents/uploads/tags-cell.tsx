'use client'

import type { DefaultCellComponentProps } from 'payload'
import { TextCell } from '../../lists/text-cell.tsx'

/** The subjects of a file in a list. */
export const TagsCell = (props: DefaultCellComponentProps) => (
  <TextCell {...props} text={Array.isArray(props.cellData) ? props.cellData.join(', ') : ''} />
)
