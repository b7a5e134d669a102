'use client'

import Link from 'next/link'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { DeskFound } from '../../../domain/text/desk-search.ts'
import css from './desk-search.module.css'
import { Hit } from './hit.tsx'
import { resultsAddress } from './results-address.ts'
import { useFound } from './use-found.ts'

/** No tag does this: each option is a link, which opens in another window as links do. */
const LISTBOX = { role: 'listbox' }
const OPTION = { role: 'option' }

/** So many are shown before one asks for all. */
const MOST_SHOWN = 8

/** A field for words or an address, and what it finds: the arrows go through it, Enter opens it. */
export function SearchDialog({ close }: { close: () => void }) {
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  // Enter that came before the answer opens what is first in it.
  const isAwaited = useRef(false)
  const { answer, problem, isOld } = useFound({ q }, 200)
  const rows = answer ? rowsOf(answer, q) : []
  const id = useId()
  const at = Math.min(chosen, rows.length - 1)

  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]
  const openAwaited = useEffectEvent(() => {
    if (isAwaited.current && rows[0]?.hit) options()[0]?.click()
    isAwaited.current = false
  })
  useEffect(() => {
    if (!isOld) openAwaited()
  }, [isOld])
  // Before anybody else hears of the click: who asks whether to leave a form must not be covered.
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey
      if (!isNewTab && event.target instanceof Node && list.current?.contains(event.target)) close()
    }
    window.addEventListener('click', onClick, true)
    return () => window.removeEventListener('click', onClick, true)
  }, [close])

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event
    if (key === 'Enter') {
      if (event.nativeEvent.isComposing) return
      event.preventDefault()
      if (isOld) isAwaited.current = true
      else options()[at]?.click()
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && rows.length > 0) {
      event.preventDefault()
      const next = (at + (key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length
      setChosen(next)
      options()[next]?.scrollIntoView({ block: 'nearest' })
    }
  }

  return (
    <div className={css.inside}>
      <div className={css.field}>
        <input
          // The dialog has been opened to type.
          ref={(field) => field?.focus()}
          type="text"
          role="combobox"
          aria-label="Søg, eller sæt en adresse ind"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 && !isOld ? `${id}${at}` : undefined}
          aria-describedby={`${id}how`}
          autoComplete="off"
          enterKeyHint="go"
          maxLength={500}
          placeholder="Ord, navn, telefonnummer eller adresse"
          value={q}
          onChange={({ target }) => {
            setQ(target.value)
            setChosen(0)
            isAwaited.current = false
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" onClick={close}>
          Luk
        </button>
      </div>
      <p id={`${id}how`} className={css.how}>
        Pil op og ned vælger, Enter åbner. Kladder er med; det, der ligger i papirkurven, er ikke.
      </p>
      <div
        ref={list}
        {...LISTBOX}
        id={`${id}list`}
        aria-label="Fundet"
        aria-busy={isOld}
        className={css.list}
        hidden={rows.length === 0}
      >
        {rows.map(({ address, hit, why, total }, index) => (
          <Link
            key={address}
            id={`${id}${index}`}
            {...OPTION}
            aria-selected={index === at}
            tabIndex={-1}
            href={address}
            prefetch={false}
            className={hit ? undefined : css.all}
            onMouseMove={() => setChosen(index)}
          >
            {hit ? <Hit hit={hit} why={why} /> : `Se alle ${total}`}
          </Link>
        ))}
      </div>
      <output className={css.told}>{said(q, answer, problem, isOld)}</output>
    </div>
  )
}

type Row = { address: string; hit?: DeskFound['hits'][number]; why?: string | null; total?: number }

/** What stands at an address first, then what has the words, then all of it. */
function rowsOf({ opens, hits, total }: DeskFound, q: string): Row[] {
  const others = hits.filter(({ address }) => address !== opens?.hit.address)
  const shown = others.slice(0, MOST_SHOWN)
  const rest = total - shown.length - (hits.length - others.length)
  return [
    ...(opens
      ? [{ address: opens.hit.address, hit: opens.hit, why: opens.why ?? 'Ligger på adressen.' }]
      : []),
    ...shown.map((hit) => ({ address: hit.address, hit })),
    ...(rest > 0 ? [{ address: resultsAddress({ q }), total }] : []),
  ]
}

function said(q: string, answer: DeskFound | null, problem: string | null, isOld: boolean): string {
  if (problem !== null && !isOld) return problem
  if (q.trim() === '' || !answer || isOld) return ''
  const total = answer.total
  if (total === 0 && !answer.opens) return 'Der er ikke fundet noget, du kan læse.'
  return total === 1 || total === 0 ? '1 fundet' : `${total} fundet`
}
