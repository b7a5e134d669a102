'use client'

import { DefaultCell } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

/**
 * A value in a list, as its text. In the first column it opens the document, or chooses it where one is chosen: a cell of
 * one's own that is only a text would leave a row without a way in.
 */
export function TextCell({ text, ...props }: DefaultCellComponentProps & { text: string }) {
  if (text === '' && !props.link && !props.onClick) return null
  return (
    <DefaultCell {...props} cellData={text} field={{ ...props.field, type: 'text' } as typeof props.field} />
  )
}
