'use client'

import type { DefaultCellComponentProps } from 'payload'

/** The subjects of a file in a list. */
export const TagsCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{Array.isArray(cellData) && cellData.join(', ')}</span>
)
