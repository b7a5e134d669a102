'use client'

import { type ReactNode, useEffect } from 'react'
import { readableText } from '../../domain/text/readable.ts'

/**
 * Takes what no database can store (NUL, half of a character) out of what is typed and pasted, before the form has it: the server
 * refuses it, and it cannot be seen, so nobody could find it.
 */
export function CleanTyping({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.addEventListener('beforeinput', cleanTyped, true)
    document.addEventListener('input', cleanField, true)
    document.addEventListener('paste', cleanPasted, true)
    return () => {
      document.removeEventListener('beforeinput', cleanTyped, true)
      document.removeEventListener('input', cleanField, true)
      document.removeEventListener('paste', cleanPasted, true)
    }
  }, [])
  return children
}

function cleanTyped(event: InputEvent): void {
  if (!event.data || event.isComposing || readableText(event.data) === event.data) return
  event.preventDefault()
  event.stopImmediatePropagation()
  insert(readableText(event.data))
}

/** What came into a field in some other way. */
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

function cleanPasted(event: ClipboardEvent): void {
  const { clipboardData: data, target } = event
  if (!data || !(target instanceof HTMLElement)) return
  const texts = [...data.types]
    .filter((type) => type !== 'Files')
    .map((type) => [type, data.getData(type)] as const)
  if (texts.every(([, text]) => readableText(text) === text)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!target.isContentEditable) return insert(readableText(data.getData('text/plain')))
  const cleaned = new DataTransfer()
  for (const [type, text] of texts) cleaned.setData(type, readableText(text))
  target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: cleaned, bubbles: true, cancelable: true }),
  )
}

/** As typing does, so that it can be undone. */
function insert(text: string): void {
  // oxlint-disable-next-line typescript/no-deprecated -- the one way to write into whatever has the focus
  if (text) document.execCommand('insertText', false, text)
}
