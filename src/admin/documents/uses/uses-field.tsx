'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { collectionAddress } from '../../../domain/addresses.ts'
import { ChangeUses } from './change-uses.tsx'
import { UseLink } from './use-link.tsx'
import { type Shown, type Uses, useUses } from './use-uses.ts'
import css from './uses.module.css'

/** Where the document is used, with links; for what is shared, that a change shows in all those places. */
export function UsesField() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const name = useId()
  const [tries, setTries] = useState(0)
  const answer = useUses(collectionSlug ?? '', id, `${lastUpdateTime}-${tries}`)
  if (id === undefined) return null

  return (
    <section className={`field-type ${css.uses}`} aria-labelledby={name}>
      <h2 id={name}>Bruges på</h2>
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
          <Told {...answer} />
        )}
      </div>
      {answer !== null && answer !== 'failed' && answer.total > 0 && (
        <ChangeUses
          slug={collectionSlug ?? ''}
          id={id}
          total={answer.total}
          names={answer.uses.map((use) => use.name)}
          below={answer.uses.filter(({ isBelow }) => isBelow).length}
          onChanged={() => setTries(tries + 1)}
        />
      )}
    </section>
  )
}

function Told({ total, uses, shown }: Uses) {
  const isShown = shown !== null && shown.total > 0
  return (
    <>
      {total > 0 ? <Used total={total} uses={uses} /> : !isShown && <p>Bruges ikke andre steder.</p>}
      {isShown && <ShownWith {...shown} isChosen={total > 0} />}
    </>
  )
}

/** Nobody chose it there, so it may go. */
function ShownWith({ total, pages, isWhole, isChosen }: Shown & { isChosen: boolean }) {
  const least = isWhole ? '' : 'mindst '
  return (
    <>
      <p>
        Vises på {least}
        {total === 1 ? 'én side' : `${total} sider`}.
        {!isChosen && ' Det kan slettes, og så vises det ikke længere der.'}
      </p>
      <ul>
        {pages.map(({ id, title }) => (
          <li key={id}>
            <a href={`${collectionAddress('pages')}/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {total > pages.length && <p>Og {total - pages.length} andre.</p>}
    </>
  )
}

function Used({ total, uses }: Pick<Uses, 'total' | 'uses'>) {
  return (
    <>
      <p>
        {total === 1 ? 'Bruges ét sted' : `Bruges ${total} steder`}. Det, du gemmer her, ses alle stederne.
        Det kan ikke slettes, så længe det bruges.
      </p>
      <ul>
        {uses.map((use) => (
          <li key={`${use.slug} ${use.id}`}>
            <UseLink use={use} />
            {!use.isPublic && (use.isPlanned ? ' (planlagt)' : ' (kladde)')}
          </li>
        ))}
      </ul>
      {total > uses.length && <p>Og {total - uses.length} andre.</p>}
    </>
  )
}
