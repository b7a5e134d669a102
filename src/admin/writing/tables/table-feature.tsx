'use client'

import { createClientFeature, TableFeatureClient } from '@payloadcms/richtext-lexical/client'
import type { BaseSelection, LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { TablePlugin as LexicalTables } from '@payloadcms/richtext-lexical/lexical/react/LexicalTablePlugin'
import './editor-tables.css'
import * as steps from './table-steps.ts'

/** Tables of simple cells: the notion, keys and undo are Lexical's, the menu is ours. */
function TablePlugin() {
  return <LexicalTables hasCellMerge={false} hasCellBackgroundColor={false} hasHorizontalScroll />
}

function TableIcon() {
  return (
    <svg aria-hidden="true" fill="none" height="20" viewBox="0 0 20 20" width="20">
      <path d="M3 4h14v12H3zM3 8h14M3 12h14M9 8v8" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

const inTable = ({ selection }: { selection: BaseSelection }) => steps.$placeOf(selection) !== null

/** A line of the menu, for whoever stands in a table. */
const step = (key: string, label: string, $run: () => void) => ({
  key,
  label,
  isEnabled: inTable,
  isActive: () => false,
  onSelect: ({ editor }: { editor: LexicalEditor }) => editor.update($run),
})

export const TablesFeatureClient = createClientFeature({
  nodes: nodesOf(TableFeatureClient(undefined).feature),
  plugins: [{ Component: TablePlugin, position: 'normal' }],
  toolbarFixed: {
    groups: [
      {
        type: 'dropdown',
        key: 'tabel',
        order: 45,
        ChildComponent: TableIcon,
        items: [
          {
            key: 'tabel-ind',
            label: 'Indsæt tabel',
            isEnabled: ({ selection }) => steps.$placeOf(selection) === null,
            isActive: () => false,
            onSelect: ({ editor }) => editor.update(steps.$insertTable),
          },
          step('tabel-over', 'Ny række over', () => steps.$insertRow(false)),
          step('tabel-under', 'Ny række under', () => steps.$insertRow(true)),
          step('tabel-venstre', 'Ny kolonne til venstre', () => steps.$insertColumn(false)),
          step('tabel-hoejre', 'Ny kolonne til højre', () => steps.$insertColumn(true)),
          step('tabel-overskrifter', 'Overskriftsrække til/fra', steps.$toggleHead),
          step('tabel-foerste', 'Rækkeoverskrifter til/fra', steps.$toggleFirstColumn),
          step('tabel-slet-raekke', 'Slet række', steps.$removeRow),
          step('tabel-slet-kolonne', 'Slet kolonne', steps.$removeColumn),
          step('tabel-slet', 'Slet tabel', steps.$removeTable),
        ],
      },
    ],
  },
})

/** Lexical's three nodes, which Payload hands out with its own feature only. */
function nodesOf(feature: ReturnType<typeof TableFeatureClient>['feature']) {
  return typeof feature === 'function' ? [] : (feature.nodes ?? [])
}
