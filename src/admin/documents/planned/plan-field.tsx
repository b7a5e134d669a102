'use client'

import { Button, useDocumentInfo, useFormFields, useFormModified } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { PLANNED, plannedAddress, planAddress } from '../../../domain/addresses.ts'
import { capitalised } from '../../../domain/time/danish-time.ts'
import { PLANNED_WORDS, type PlannedSet } from '../../../domain/time/planned.ts'
import spoken from '../../accessible/spoken.module.css'
import { useRights } from '../../accounts/rights/use-rights.ts'
import { askCms } from '../ask/ask-cms.ts'
import { useBeside } from '../ask/use-beside.ts'
import { useSeenVersion } from '../versions/use-seen-version.ts'
import { FAILED, PlanForm } from './plan-form.tsx'
import css from './planned.module.css'
import { whenOf } from './say-set.ts'

type Sets = { sets: PlannedSet[] }

/** What is planned for the document, and planning more. */
export function PlanField() {
  const { id, collectionSlug: slug = '', lastUpdateTime } = useDocumentInfo()
  const { publishing } = useRights()
  const name = useId()
  const seen = useSeenVersion()
  const status = useFormFields(([fields]) => fields._status?.value)
  const isModified = useFormModified()
  const [named, setNamed] = useState<PlannedSet[] | null>(null)
  const [told, setTold] = useState('')
  const place = useRef<HTMLElement>(null)

  // What stands after the sign is not sent; it tells when to ask again.
  const address = id === undefined ? null : `${planAddress(slug, id)}#${lastUpdateTime}`
  const { known, reload } = useBeside<Sets>(address, UNREAD, setTold)
  const sets = known?.sets ?? []

  async function open() {
    setTold('')
    const answer = await askCms<Sets>('GET', plannedAddress(), { failed: UNREAD })
    if ('problem' in answer) setTold(answer.problem)
    else setNamed(answer.sets.filter((set) => set.name !== null && set.state === 'waiting'))
  }

  /** Back to where the editor was. */
  function close(message: string) {
    setNamed(null)
    setTold(message)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`.${css.buttons} button`)?.focus())
  }

  async function withdraw(set: PlannedSet) {
    const answer = await askCms<{ message: string }>('POST', plannedAddress(`/${set.id}/withdraw`), {
      failed: FAILED,
    })
    await reload()
    close('problem' in answer ? answer.problem : answer.message)
  }

  if (id === undefined) return null
  return (
    <section ref={place} className={`field-type ${css.field}`} aria-labelledby={name}>
      <h3 id={name}>Planlagt</h3>
      {sets.length === 0 && named === null && <p>Intet er planlagt.</p>}
      {sets.length > 0 && (
        <ul className={css.own}>
          {sets.map((set) => (
            <li key={set.id} data-failed={set.state === 'failed' || undefined}>
              <Own set={set} slug={slug} id={id} />
              {publishing === null && (
                <Button
                  margin={false}
                  size="small"
                  buttonStyle="secondary"
                  onClick={() => void withdraw(set)}
                >
                  Træk tilbage<span className={spoken.only}>: {whenOf(set)}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <output className={css.told}>{told}</output>
      {named ? (
        <PlanForm
          slug={slug}
          id={id}
          seen={seen}
          kind={status === 'published' ? null : 'publish'}
          named={named}
          sets={sets}
          isModified={isModified}
          onClosed={() => close('')}
          onPlanned={(message) => {
            close(message)
            void reload()
          }}
        />
      ) : (
        <div className={css.buttons}>
          {publishing === null && (
            <Button margin={false} size="small" buttonStyle="secondary" onClick={() => void open()}>
              Planlæg …
            </Button>
          )}
          <a href={PLANNED}>Alt, der er planlagt</a>
        </div>
      )}
    </section>
  )
}

const UNREAD = 'Det planlagte kan ikke hentes lige nu. Genindlæs siden.'

/** What happens to this document in a set, and what stands in the way. */
function Own({ set, slug, id }: { set: PlannedSet; slug: string; id: number | string }) {
  const own = set.changes.find(({ collection, document }) => collection === slug && document === Number(id))
  const { did, failed } = PLANNED_WORDS[own?.kind ?? 'publish']
  const others = set.changes.length - 1
  return (
    <p>
      {set.state === 'failed' ? failed : capitalised(did)} {whenOf(set)}
      {set.name !== null && ` i »${set.name}«`}
      {others > 0 && ` sammen med ${others === 1 ? 'én anden ændring' : `${others} andre ændringer`}`}.
      {set.by && ` Planlagt af ${set.by}.`}
      {set.reason && (
        <strong> {set.state === 'failed' ? `Det skete ikke: ${set.reason}` : set.reason}</strong>
      )}
    </p>
  )
}
