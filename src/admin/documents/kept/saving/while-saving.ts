import { useDocumentDrawerContext, useDocumentInfo, useFormProcessing, useOperation } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { Catcher } from './catcher.ts'

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
/** The same until a new document's form stands at its address. */
const MOST_FRAMES_OF_A_MOVE = 600

/**
 * What is typed, pasted or composed while a document is being saved stands where the cursor was when that is over, and the
 * cursor stays there; of a new document in the form at its address. What is dragged is not taken meanwhile, and so stays
 * where it is.
 */
export function useTypingWhileSaving(): void {
  const isProcessing = useFormProcessing()
  const operation = useOperation()
  const { data } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  const field = useRef<Element | null>(null)
  // A new document in a drawer leads to no other address.
  const isCaught = isProcessing && (operation === 'update' || (operation === 'create' && !drawerSlug))

  useEffect(() => {
    const note = ({ target }: FocusEvent) => (field.current = target as Element)
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])

  const isMoving = useEffectEvent(() => operation === 'create' && data?.id !== undefined)

  useLayoutEffect(() => {
    if (!isCaught) return
    const { activeElement } = document
    const { pathname } = location
    let place: Place | null = null
    let catcher: Catcher | null = null
    const start = (element: Element | null): void => {
      place = placeOf(element)
      catcher = place && new Catcher(place.field, place.nth !== -1)
    }
    /** Whoever has gone on to another field types there, unless something has been caught; whether the cursor was moved. */
    const catchHere = (): boolean => {
      const { activeElement } = document
      if (catcher?.has(activeElement) || !placeOf(activeElement)) return false
      if (catcher && !catcher.isEmpty()) catcher.focus()
      else {
        catcher?.end()
        start(activeElement)
      }
      return true
    }
    // A field that is switched off has lost the cursor by now. A button that has the cursor gets its keys.
    start(activeElement === document.body ? field.current : activeElement)
    const type = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const isCommand = (ctrlKey || metaKey) && !altKey
      if (!isCommand && (key.length === 1 || TYPING.has(key))) catchHere()
    }
    const paste = (event: ClipboardEvent) => {
      if (catchHere()) catcher?.paste(event)
    }
    const drag = (event: DragEvent) => event.preventDefault()
    window.addEventListener('keydown', type, true)
    window.addEventListener('paste', paste, true)
    window.addEventListener('drop', drag, true)
    return () => {
      window.removeEventListener('keydown', type, true)
      window.removeEventListener('paste', paste, true)
      window.removeEventListener('drop', drag, true)
      if (place && catcher) void putBack(place, catcher, isMoving() ? pathname : null)
    }
  }, [isCaught])
}

/** Keys that change a text, besides those of its letters. */
const TYPING = new Set(['Backspace', 'Delete', 'Enter', 'Dead', 'Process', 'Unidentified'])

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

/**
 * Puts what was caught where the cursor was, as soon as the field takes it.
 * @param left the address that the form is about to leave; null: it stays
 */
async function putBack(place: Place, catcher: Catcher, left: string | null): Promise<void> {
  const { nth, says, cursor, field: before } = place
  let field: HTMLElement | null = null
  for (let frame = 0; frame < (left === null ? MOST_FRAMES : MOST_FRAMES_OF_A_MOVE); frame++) {
    const isThere = left === null || (location.pathname !== left && !before.isConnected)
    field =
      nth !== -1 ? (richTexts()[nth] ?? null) : left === null ? before : document.getElementById(before.id)
    const isReady =
      nth === -1 ? field && !field.matches(':disabled') : field?.textContent === says && frame > 2
    if (isThere && isReady) break
    await nextFrame()
  }
  // Who has gone on somewhere else stays there.
  const { activeElement } = document
  const isHere = activeElement === document.body || activeElement === before || catcher.has(activeElement)
  const caught = catcher.end()
  if (!field || (caught.length === 0 && !isHere)) return
  field.focus()
  setCursor(field, cursor)
  for (const piece of caught) {
    if (typeof piece === 'string') typeLines(piece)
    else {
      // The text learns of its cursor a moment later.
      await nextFrame()
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: piece, bubbles: true, cancelable: true }),
      )
    }
  }
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

function typeLines(words: string): void {
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
