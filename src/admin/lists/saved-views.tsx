'use client'

import { Button, useListDrawerContext } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'
import { useSearchParams } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { collectionAddress } from '../../domain/addresses.ts'
import { isAdministrator } from '../../domain/accounts/rights.ts'
import { type SavedView, viewQuery, viewsAddress } from '../../domain/accounts/saved-views.ts'
import { useAccount } from '../accounts/rights/use-rights.ts'
import { askCms } from '../documents/ask/ask-cms.ts'
import css from './saved-views.module.css'

/** Above a list: views of it that were saved, and one more of what it shows now. In a picker there is no address to keep. */
export function SavedViews({ collectionSlug }: Pick<ListViewClientProps, 'collectionSlug'>) {
  const { isInDrawer } = useListDrawerContext()
  return isInDrawer ? null : <Views slug={collectionSlug} />
}

function Views({ slug }: { slug: string }) {
  const [views, setViews] = useState<SavedView[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [isNaming, setNaming] = useState(false)
  const shown = viewQuery(new URLSearchParams([...(useSearchParams() ?? [])]))
  const mayAny = isAdministrator(useAccount()?.role)

  const ask = async (method: 'GET' | 'POST' | 'DELETE', address: string, send?: object) => {
    const answer = await askCms<{ views: SavedView[] }>(method, address, {
      failed: 'Visningerne kan ikke hentes eller gemmes lige nu. Prøv igen om lidt.',
      ...(send && { send }),
    })
    const isRefused = 'problem' in answer
    setProblem(isRefused ? answer.problem : null)
    if (!isRefused) setViews(answer.views)
    return !isRefused
  }
  useEffect(() => {
    void ask('GET', viewsAddress(slug))
    // Once for each list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [slug])

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const view = { name: form.get('name'), query: shown, isShared: form.has('isShared') }
    if (await ask('POST', viewsAddress(slug), view)) setNaming(false)
  }
  if (views.length === 0 && shown === '' && problem === null) return null
  return (
    <section className={css.views} aria-label="Gemte visninger">
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <a
              href={`${collectionAddress(slug)}?${view.query}`}
              aria-current={viewQuery(view.query) === shown ? 'page' : undefined}
            >
              {view.name}
              {!view.isMine && ` (${view.by || 'en anden'})`}
              {view.isMine && view.isShared && ' (delt)'}
            </a>
            {(view.isMine || mayAny) && (
              <button
                type="button"
                aria-label={`Fjern visningen ${view.name}`}
                onClick={() => void ask('DELETE', `${viewsAddress(slug)}/${view.id}`)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown !== '' && !isNaming && (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setNaming(true)}>
          Gem visningen
        </Button>
      )}
      {isNaming && (
        <form onSubmit={(event) => void save(event)}>
          <label className={css.name}>
            <span>Hvad skal visningen hedde?</span>
            <input name="name" required maxLength={60} ref={focusOn} />
          </label>
          <label className={css.shared}>
            <input type="checkbox" name="isShared" />
            <span>Vis den for alle</span>
          </label>
          <Button type="submit" size="small" margin={false}>
            Gem
          </Button>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setNaming(false)}>
            Fortryd
          </Button>
        </form>
      )}
      <p role="alert">{problem}</p>
    </section>
  )
}

/** What is asked for next is where one writes. */
const focusOn = (input: HTMLInputElement | null): void => input?.focus()
