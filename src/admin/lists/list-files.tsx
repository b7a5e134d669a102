'use client'

import { Button, useConfig, useListDrawerContext } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'
import { use, useId, useState } from 'react'
import { reachOf } from '../../domain/accounts/rights.ts'
import { useAccount } from '../accounts/rights/use-rights.ts'
import { Choosing } from './choosing.ts'
import { ExportPanel } from './export-panel.tsx'
import { ImportPanel } from './import-panel.tsx'
import css from './lists.module.css'

type Part = 'export' | 'import'

/** Above each list: the list as a file, and where it can be, a file into the list. Where one chooses of it, what is chosen. */
export function ListFiles(props: Pick<ListViewClientProps, 'collectionSlug'> & { isImportable: boolean }) {
  const { collectionSlug } = props
  const account = useAccount()
  const [open, setOpen] = useState<Part | null>(null)
  /** What became of the last file, until it is closed or left. */
  const [told, setTold] = useState('')
  const { getEntityConfig } = useConfig()
  const { labels, versions } = getEntityConfig({ collectionSlug })
  const right = versions?.drafts ? 'draft' : 'publish'
  const isImportable = props.isImportable && account && reachOf(account, right, collectionSlug) !== 'none'
  const id = useId()
  const { isInDrawer } = useListDrawerContext()
  const choice = use(Choosing)
  const list = { slug: collectionSlug, name: String(labels.plural), hasDrafts: Boolean(versions?.drafts) }

  function done(words: string) {
    setOpen(null)
    setTold(words)
  }

  const button = (part: Part, label: string) => (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      onClick={() => setOpen(open === part ? null : part)}
      extraButtonProps={{ 'aria-expanded': open === part, 'aria-controls': `${id}-${part}` }}
    >
      {label}
    </Button>
  )
  if (isInDrawer) return choice && <p className={css.choice}>{choice}</p>
  const mayPublish = account !== null && reachOf(account, 'publish', collectionSlug) !== 'none'
  return (
    <section className={`${css.files} ${mayPublish ? '' : css.drafts}`} aria-label="Listen som fil">
      <div className={css.buttons}>
        {button('export', 'Eksportér')}
        {isImportable && button('import', 'Importér')}
      </div>
      <output className={css.told}>
        {told && (
          <>
            <span>{told}</span>
            <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setTold('')}>
              Luk beskeden
            </Button>
          </>
        )}
      </output>
      <div id={`${id}-export`} hidden={open !== 'export'} className={css.panel}>
        <ExportPanel list={list} isImportable={isImportable === true} />
      </div>
      {isImportable && (
        <div id={`${id}-import`} hidden={open !== 'import'} className={css.panel}>
          <ImportPanel list={list} onDone={done} />
        </div>
      )}
    </section>
  )
}
