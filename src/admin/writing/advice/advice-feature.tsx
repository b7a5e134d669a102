'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useState } from 'react'
import { type Advice, adviseOn, type TextNode } from '../../../domain/text/advice.ts'
import css from './advice.module.css'

/** Milliseconds without a key before a text is read again: nobody is advised on a sentence that they are writing. */
const PAUSE = 1_500

/** Quiet advice below a text. It is folded, stops nothing, and is told of when the number of them changes. */
function AdvicePlugin() {
  const [editor] = useLexicalComposerContext()
  const [{ advice, lix }, setAdvice] = useState<Advice>({ advice: [], lix: null })

  useEffect(() => {
    const read = () => setAdvice(adviseOn(editor.getEditorState().toJSON().root as TextNode))
    let timer = setTimeout(read)
    const end = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(read, PAUSE)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [editor])

  const { length } = advice
  if (length === 0 && lix === null) return null
  return (
    <details className={css.advice}>
      <summary>
        <span aria-live="polite">{length === 0 ? 'Ingen råd til teksten' : `${length} råd til teksten`}</span>
      </summary>
      {length > 0 && (
        <ul>
          {advice.map((words, index) => (
            <li key={index}>{words}</li>
          ))}
        </ul>
      )}
      {lix && (
        <p>
          Lix {lix.number}: {lix.means}.
        </p>
      )}
    </details>
  )
}

export const AdviceFeatureClient = createClientFeature({
  plugins: [{ Component: AdvicePlugin, position: 'belowContainer' }],
})
