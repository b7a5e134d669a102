'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { planAddress } from '../../../domain/addresses.ts'
import { PLANNED_WORDS, type PlannedKind, type PlannedSet } from '../../../domain/time/planned.ts'
import { useToday } from '../../time/dates/site-clock.tsx'
import { askCms } from '../ask/ask-cms.ts'
import fields from '../../accessible/form.module.css'
import css from './planned.module.css'
import { alreadyPlanned, whenOf } from './say-set.ts'
import { UnpublishNote } from './unpublish-note.tsx'
import { readWhen, type When, WhenInput } from './when-input.tsx'

type Props = {
  slug: string
  id: number | string
  /** The version that the form shows. */
  seen: string
  /** What is done if nothing else is chosen; null: that must be chosen. */
  kind: PlannedKind | null
  /** Sets with a name that wait, to which a change can be added. */
  named: PlannedSet[]
  /** What is planned for the document already. */
  sets: readonly PlannedSet[]
  /** Whether the form holds what is not saved. */
  isModified: boolean
  onPlanned: (message: string) => void
  onClosed: () => void
}

const NEW = 'new'
const ALONE = 'alone'

/** Plans what is saved: what shall happen, when, and together with what. */
export function PlanForm(props: Props) {
  const { slug, id, seen, kind: first, named, sets, isModified, onPlanned, onClosed } = props
  const name = useId()
  const today = useToday()
  const [kind, setKind] = useState(first)
  const [when, setWhen] = useState<When>({ date: '', time: '' })
  const [set, setSet] = useState(ALONE)
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const already = kind && alreadyPlanned(sets, kind, { slug, id })
  const isExisting = set !== ALONE && set !== NEW

  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])

  async function send() {
    if (kind === null) return setProblem('Vælg, hvad der skal ske.')
    const at = isExisting ? when : readWhen(when, today())
    if ('problem' in at) return setProblem(at.problem)
    setIsBusy(true)
    setProblem('')
    const answer = await askCms<{ message: string }>('POST', planAddress(slug, id), {
      send: {
        kind,
        seen,
        ...at,
        set: isExisting ? Number(set) : set === NEW ? title : null,
      },
      failed: FAILED,
    })
    setIsBusy(false)
    if ('problem' in answer) setProblem(answer.problem)
    else onPlanned(answer.message)
  }

  return (
    <div className={`${fields.fields} ${css.form}`} ref={place}>
      <fieldset>
        <legend>Hvad skal der ske?</legend>
        {(['publish', 'unpublish'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={kind === one} onChange={() => setKind(one)} />
            {one === 'publish' ? 'Offentliggør kladden, som den er gemt nu' : `${PLANNED_WORDS[one].does}`}
          </label>
        ))}
      </fieldset>
      {already && <p>{already}</p>}
      {kind === 'unpublish' && <UnpublishNote slug={slug} id={id} />}
      <div>
        <label htmlFor={`${name}-set`}>Sammen med andet</label>
        <select id={`${name}-set`} value={set} onChange={({ target }) => setSet(target.value)}>
          <option value={ALONE}>Nej, alene</option>
          {named.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.name}: ${whenOf(one)}`}
            </option>
          ))}
          <option value={NEW}>Ja, i et nyt sæt …</option>
        </select>
      </div>
      {set === NEW && (
        <div>
          <label htmlFor={`${name}-title`}>Sættets navn</label>
          <input
            id={`${name}-title`}
            type="text"
            maxLength={100}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
      )}
      {!isExisting && <WhenInput when={when} write={setWhen} />}
      {isModified && <p>Gem først kladden: det er det, der er gemt, som bliver offentligt.</p>}
      <p role="alert" className={css.problem}>
        {problem}
      </p>
      <div className={css.buttons}>
        <Button
          margin={false}
          size="small"
          disabled={isBusy || isModified || (set === NEW && !title.trim())}
          onClick={() => void send()}
        >
          {isBusy ? 'Planlægger …' : 'Planlæg'}
        </Button>
        <Button margin={false} size="small" buttonStyle="secondary" onClick={onClosed}>
          Annullér
        </Button>
      </div>
    </div>
  )
}

export const FAILED =
  'Serveren svarede ikke, som den skulle. Se under »Planlagt«, hvad der er sket, og prøv igen.'
