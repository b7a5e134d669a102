'use client'

import { type ReactNode, useEffect } from 'react'
import { readableText } from '../../domain/text/readable.ts'

/**
 * Takes what no database can store (NUL, half of a character) out of what is typed and pasted, before the form has it: the server
 * refuses it, and it cannot be seen, so nobody could find it.
 */
export function CleanTyping({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.addEventListener('input', cleanField, true)
    document.addEventListener('paste', cleanPasted, true)
    return () => {
      document.removeEventListener('input', cleanField, true)
      document.removeEventListener('paste', cleanPasted, true)
    }
  }, [])
  return children
}

/** Whatever came into a field. */
function cleanField({ target }: Event): void {
  const type =
    target instanceof HTMLInputElement
      ? HTMLInputElement
      : target instanceof HTMLTextAreaElement && HTMLTextAreaElement
  if (!type) return
  const { value } = target as HTMLInputElement | HTMLTextAreaElement
  // As the element itself does it: React takes no notice of what it writes.
  if (readableText(value) !== value)
    Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(target, readableText(value))
}

/** What is pasted into a text. */
function cleanPasted(event: ClipboardEvent): void {
  const { clipboardData: data, target } = event
  if (!data || !(target instanceof HTMLElement) || !target.isContentEditable) return
  const texts = [...data.types]
    .filter((type) => type !== 'Files')
    .map((type) => [type, data.getData(type)] as const)
  if (texts.every(([, text]) => readableText(text) === text)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const cleaned = new DataTransfer()
  for (const [type, text] of texts) cleaned.setData(type, readableText(text))
  target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: cleaned, bubbles: true, cancelable: true }),
  )
}
