import { LinkNode } from '@payloadcms/richtext-lexical/client'
import { HeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { LexicalComposer } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { ContentEditable } from '@payloadcms/richtext-lexical/lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@payloadcms/richtext-lexical/lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalHistoryPlugin'
import { RichTextPlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalRichTextPlugin'
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { PasteFeatureClient } from '../../../../src/admin/writing/paste/paste-feature.tsx'
import { TablesFeatureClient } from '../../../../src/admin/writing/tables/table-feature.tsx'

// Lexical's editor with our parts in it, without the admin around it.

type Parts = {
  nodes?: unknown[]
  plugins?: { Component: ComponentType }[]
  toolbarFixed?: { groups: { items: { label: string; onSelect: (place: object) => void }[] }[] }
}

const paste = PasteFeatureClient({ featureKey: 'paste', order: 1 }).feature as unknown as Parts
const tables = TablesFeatureClient({ featureKey: 'tables', order: 2 }).feature as unknown as Parts

function Menu() {
  const [editor] = useLexicalComposerContext()
  Object.assign(globalThis, { stored: () => editor.getEditorState().toJSON() })
  return tables.toolbarFixed!.groups[0]!.items.map(({ label, onSelect }) => (
    <button key={label} onMouseDown={(event) => event.preventDefault()} onClick={() => onSelect({ editor })}>
      {label}
    </button>
  ))
}

const nodes = [HeadingNode, ListNode, ListItemNode, LinkNode, ...tables.nodes!] as never

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <LexicalComposer
    initialConfig={{
      namespace: 'prøve',
      nodes,
      onError: (error: Error) => {
        throw error
      },
    }}
  >
    <RichTextPlugin contentEditable={<ContentEditable />} ErrorBoundary={LexicalErrorBoundary} />
    <HistoryPlugin />
    {[...paste.plugins!, ...tables.plugins!].map(({ Component }, nth) => (
      <Component key={nth} />
    ))}
    <Menu />
  </LexicalComposer>,
)
