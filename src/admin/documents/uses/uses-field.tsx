'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { collectionAddress, globalAddress, usesAddress } from '../../../domain/addresses.ts'
import { ChangeUses } from './change-uses.tsx'
import css from './uses.module.css'

type Use = {
  slug: string
  id: number | null
  name: string
  isPublic: boolean
  isPlanned: boolean
  isBelow: boolean
}
type Answer = { total: number; uses: Use[] }

/** Where the document is used, with links; for what is shared, that a change shows in all those places. */
export function UsesField() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const name = useId()
  const [tries, setTries] = useState(0)
  // What stands after the sign is not sent; it tells when to ask again.
  const answer = useUses(
    id === undefined ? null : `${usesAddress(collectionSlug ?? '', id)}#${lastUpdateTime}-${tries}`,
  )
  if (id === undefined) return null

  return (
    <section className={`field-type ${css.uses}`} aria-labelledby={name}>
      <h3 id={name}>Bruges på</h3>
      <div aria-live="polite">
        {answer === null ? (
          <p>Henter …</p>
        ) : answer === 'failed' ? (
          <p>
            Listen kan ikke hentes lige nu.{' '}
            <button type="button" onClick={() => setTries(tries + 1)}>
              Prøv igen
            </button>
          </p>
        ) : (
          <Uses {...answer} />
        )}
      </div>
      {answer !== null && answer !== 'failed' && answer.total > 0 && (
        <ChangeUses
          slug={collectionSlug ?? ''}
          id={id}
          total={answer.total}
          below={answer.uses.filter(({ isBelow }) => isBelow).length}
          onChanged={() => setTries(tries + 1)}
        />
      )}
    </section>
  )
}

/** What an address answers; null until it does. @param address null: nothing is asked */
function useUses(address: string | null): Answer | 'failed' | null {
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null)
  useEffect(() => {
    if (address === null) return
    const stop = new AbortController()
    const load = async () => {
      const next = await ask(address, stop.signal)
      if (!stop.signal.aborted) setAnswer(next)
    }
    void load()
    return () => stop.abort()
  }, [address])
  return answer
}

async function ask(address: string, signal: AbortSignal): Promise<Answer | 'failed'> {
  try {
    const response = await fetch(address, { signal })
    return response.ok ? await response.json() : 'failed'
  } catch {
    return 'failed'
  }
}

function Uses({ total, uses }: Answer) {
  if (total === 0) return <p>Bruges ikke andre steder.</p>
  return (
    <>
      <p>
        {total === 1 ? 'Bruges ét sted' : `Bruges ${total} steder`}. Det, du gemmer her, ses alle stederne.
        Det kan ikke slettes, så længe det bruges.
      </p>
      <ul>
        {uses.map(({ slug, id, name, isPublic, isPlanned, isBelow }) => (
          <li key={`${slug} ${id}`}>
            <a href={id === null ? globalAddress(slug) : `${collectionAddress(slug)}/${id}`}>{name}</a>
            {isBelow && ' ligger under'}
            {!isPublic && (isPlanned ? ' (planlagt)' : ' (kladde)')}
          </li>
        ))}
      </ul>
      {total > uses.length && <p>Og {total - uses.length} andre.</p>}
    </>
  )
}
