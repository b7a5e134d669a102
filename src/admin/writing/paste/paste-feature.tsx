'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useState } from 'react'
import { linkError } from '../../../domain/link.ts'
import spoken from '../../accessible/spoken.module.css'
import { cleanPaste } from './clean-paste.ts'
import { nothingDropped, sayDropped } from './dropped.ts'
import css from './paste.module.css'

/** What is pasted or dropped into a text becomes what the text can hold, and what was left out is said below it. */
function PastePlugin() {
  const [editor] = useLexicalComposerContext()
  const [said, setSaid] = useState('')

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => 'clipboardData' in event && $take(event.clipboardData, event, editor, setSaid),
          COMMAND_PRIORITY_HIGH,
        ),
        // What is dragged here from another window.
        editor.registerCommand(
          CONTROLLED_TEXT_INSERTION_COMMAND,
          (event) => typeof event !== 'string' && $take(event.dataTransfer, event, editor, setSaid),
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  )

  return (
    <div className={css.said}>
      <p aria-live="polite">{said}</p>
      {said && (
        <button type="button" onClick={() => setSaid('')}>
          Luk<span className={spoken.only}> beskeden om det indsatte</span>
        </button>
      )}
    </div>
  )
}

/** @returns whether the paste is done with; what is copied within the editor and plain text are left to the editor */
function $take(
  data: DataTransfer | null,
  event: Event,
  editor: LexicalEditor,
  say: (words: string) => void,
): boolean {
  const selection = $getSelection()
  if (!data || !selection) return false
  say('')
  if (data.types.includes('application/x-lexical-editor')) return false
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  // An address over words makes them a link.
  const isAddress = /^https?:/.test(text.trim()) && linkError(text.trim()) === null
  if (isAddress && $isRangeSelection(selection) && !selection.isCollapsed()) return false
  if (!html) {
    const pictures = [...data.files].filter(({ type }) => type.startsWith('image/')).length
    if (text || pictures === 0) return false
    event.preventDefault()
    say(`${sayDropped({ ...nothingDropped(), pictures })} ${PICTURES_GO}`)
    return true
  }
  event.preventDefault()
  const cleaned = cleanPaste(html, parse, location.origin)
  if ('refused' in cleaned) {
    say(cleaned.refused)
    return true
  }
  const { pictures } = cleaned.dropped
  say([sayDropped(cleaned.dropped), pictures && PICTURES_GO].filter(Boolean).join(' '))
  const nodes = $generateNodesFromDOM(editor, parse(cleaned.html))
  if (nodes.length === 0) return true
  // One step back undoes all of it and nothing else.
  $addUpdateTag(PASTE_TAG)
  $addUpdateTag(HISTORY_PUSH_TAG)
  if (!editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection }))
    selection.insertNodes(nodes)
  return true
}

const PICTURES_GO = 'Billeder lægges op under »Filer« og vises med blokken »Billede«.'

/** Reads HTML; nothing in it is run or loaded. */
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

export const PasteFeatureClient = createClientFeature({
  plugins: [{ Component: PastePlugin, position: 'belowContainer' }],
})
