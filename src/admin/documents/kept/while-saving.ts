import { useFormProcessing, useOperation } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

/** A field to type in. Payload switches it off while the form is saved, and a rich text is made anew after that. */
type Place = {
  field: HTMLElement
  /** Which one of the form's rich texts it is; -1: it is none. */
  nth: number
  /** What it says, by which a text that was made anew is known. */
  says: string
  cursor: Cursor
}

/** In a field of one line or several: from where to where. In a rich text: the way down from its root, and the place there. */
type Cursor = { from: number; to: number } | { way: number[]; at: number }

const RICH_TEXTS = '.ContentEditable__root'

/** How many pictures of the screen are waited for, at most, until a rich text has been made anew: two seconds of them. */
const MOST_FRAMES = 120

/**
 * What is typed while a document is being saved stands where the cursor was when that is over, and the cursor stays there.
 * Of a new document it does not: another form takes its place.
 */
export function useTypingWhileSaving(): void {
  const isProcessing = useFormProcessing()
  const operation = useOperation()
  const field = useRef<Element | null>(null)
  const place = useRef<Place | null>(null)
  const typed = useRef('')

  const end = useEffectEvent(() => {
    const [before, words] = [place.current, typed.current]
    place.current = null
    typed.current = ''
    if (before) putBack(before, words)
  })

  useEffect(() => {
    const note = ({ target }: FocusEvent) => (field.current = target as Element)
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])

  useLayoutEffect(() => {
    if (!isProcessing || operation !== 'update') return
    const { activeElement } = document
    // A field that is switched off has lost the cursor by now.
    place.current = placeOf(activeElement === document.body ? field.current : activeElement)
    const take = (event: KeyboardEvent) => {
      const here = placeOf(document.activeElement)
      // A button that has the cursor gets its keys.
      if (!here && document.activeElement !== document.body) return
      if (here && typed.current === '') place.current = here
      if (!place.current || event.ctrlKey || event.metaKey || event.isComposing) return
      const words = after(typed.current, event.key)
      if (words === null) return
      event.preventDefault()
      event.stopPropagation()
      typed.current = words
    }
    window.addEventListener('keydown', take, true)
    return () => {
      window.removeEventListener('keydown', take, true)
      end()
    }
  }, [isProcessing, operation])
}

/** What has been typed after another key; null: that key types nothing. */
function after(typed: string, key: string): string | null {
  if (key === 'Backspace') return typed.slice(0, -1)
  if (key === 'Enter') return `${typed}\n`
  return key.length === 1 ? typed + key : null
}

function placeOf(element: Element | null): Place | null {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const { selectionStart: from, selectionEnd: to, value } = element
    return from === null ? null : { field: element, nth: -1, says: value, cursor: { from, to: to ?? from } }
  }
  const field = element?.closest<HTMLElement>(RICH_TEXTS)
  const selection = document.getSelection()
  if (!field || !selection?.focusNode) return null
  const cursor = { way: wayTo(field, selection.focusNode), at: selection.focusOffset }
  return { field, nth: richTexts().indexOf(field), says: field.textContent ?? '', cursor }
}

const richTexts = () => [...document.querySelectorAll<HTMLElement>(RICH_TEXTS)]

function wayTo(root: Node, node: Node): number[] {
  const { parentNode } = node
  if (node === root || !parentNode) return []
  return [...wayTo(root, parentNode), [...parentNode.childNodes].indexOf(node as ChildNode)]
}

/** Types `words` where the cursor was, as soon as the field takes them. */
function putBack({ nth, says, cursor, field: before }: Place, words: string, frame = 0): void {
  // Who has gone on somewhere else stays there.
  const { activeElement } = document
  if (words === '' && activeElement !== document.body && activeElement !== before) return
  const field = nth === -1 ? before : richTexts()[nth]
  const isReady = nth === -1 ? !before.matches(':disabled') : field?.textContent === says && frame > 2
  if ((!isReady || !field) && frame < MOST_FRAMES) {
    requestAnimationFrame(() => putBack({ nth, says, cursor, field: before }, words, frame + 1))
    return
  }
  if (!field) return
  field.focus()
  setCursor(field, cursor)
  for (const [line, text] of words.split('\n').entries()) {
    if (line > 0) document.execCommand('insertParagraph')
    if (text) document.execCommand('insertText', false, text)
  }
}

function setCursor(field: HTMLElement, cursor: Cursor): void {
  if ('from' in cursor) {
    const input = field as HTMLInputElement
    input.setSelectionRange(cursor.from, cursor.to)
    return
  }
  const node = cursor.way.reduce<Node | undefined>((at, step) => at?.childNodes[step], field)
  if (node) document.getSelection()?.collapse(node, Math.min(cursor.at, lengthOf(node)))
  else document.getSelection()?.selectAllChildren(field)
}

const lengthOf = (node: Node): number => (node.nodeValue ?? '').length || node.childNodes.length
