'use client'

import { createClientFeature, useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import type { EditorState } from '@payloadcms/richtext-lexical/lexical'
import { OnChangePlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalOnChangePlugin'
import { useField } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { CancelledLink } from './links/cancelled-link.tsx'

/** What comes before everything that can save a form or leave it. A key counts with Ctrl or Cmd only. */
const BEFORE_SAVING = ['pointerdown', 'click', 'keydown', 'focusout', 'submit', 'visibilitychange'] as const

/**
 * Gives the form what is typed before anything can save it. Payload's editor tells its form of the words when
 * the browser has been idle, up to half a second later: what was typed just before a save was lost.
 */
function TypedPlugin() {
  const { fieldProps } = useEditorConfigContext()
  const { setValue } = useField({ potentiallyStalePath: fieldProps.path })
  const typed = useRef<EditorState>(null)

  useEffect(() => {
    const tell = (event: Event) => {
      if (event instanceof KeyboardEvent && !event.ctrlKey && !event.metaKey) return
      const state = typed.current
      typed.current = null
      if (state) setValue(state.toJSON())
    }
    for (const kind of BEFORE_SAVING) document.addEventListener(kind, tell, true)
    return () => {
      for (const kind of BEFORE_SAVING) document.removeEventListener(kind, tell, true)
    }
  }, [setValue])

  return (
    <OnChangePlugin
      ignoreSelectionChange
      onChange={(state, _, tags) => {
        // The same changes that Payload's own listener takes.
        if (!tags.has('focus') || tags.size > 1) typed.current = state
      }}
    />
  )
}

export const TypedFeatureClient = createClientFeature({
  plugins: [
    { Component: TypedPlugin, position: 'normal' },
    { Component: CancelledLink, position: 'normal' },
  ],
})
