'use client'

import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { reachOf } from '../../../domain/accounts/rights.ts'
import { collectionAddress, plannedAddress } from '../../../domain/addresses.ts'
import { PLANNED_WORDS, type PlannedSet } from '../../../domain/time/planned.ts'
import spoken from '../../accessible/spoken.module.css'
import { useToday } from '../../time/dates/site-clock.tsx'
import { useAccount } from '../../accounts/rights/use-rights.ts'
import { askCms } from '../ask/ask-cms.ts'
import { FAILED } from './plan-form.tsx'
import fields from '../../accessible/form.module.css'
import css from './planned.module.css'
import { nameOfSet, whenOf } from './say-set.ts'
import { readWhen, type When, WhenInput } from './when-input.tsx'

/** All that is planned, with what can be done about it. */
export function PlannedList() {
  const [sets, setSets] = useState<PlannedSet[] | 'failed' | null>(null)
  const [told, setTold] = useState('')
  const load = useCallback(async () => {
    const answer = await askCms<{ sets: PlannedSet[] }>('GET', plannedAddress(), { failed: FAILED })
    setSets('problem' in answer ? 'failed' : answer.sets)
  }, [])
  useEffect(() => {
    const begin = async () => load()
    void begin()
  }, [load])

  async function act({ id }: PlannedSet, what: 'withdraw' | 'move', send: object = {}): Promise<boolean> {
    const answer = await askCms<{ message: string }>('POST', plannedAddress(`/${id}/${what}`), {
      send,
      failed: FAILED,
    })
    setTold('problem' in answer ? answer.problem : answer.message)
    await load()
    return !('problem' in answer)
  }

  if (sets === null) return <p>Henter …</p>
  if (sets === 'failed')
    return (
      <p>
        Listen kan ikke hentes lige nu.{' '}
        <button type="button" onClick={() => void load()}>
          Prøv igen
        </button>
      </p>
    )
  return (
    <>
      <output className={css.told}>{told}</output>
      {GROUPS.map(({ heading, state, empty }) => {
        const group = sets.filter((set) => set.state === state)
        if (group.length === 0 && !empty) return null
        return (
          <section key={state} className={css.group}>
            <h2>{heading}</h2>
            {group.length === 0 ? (
              <p>{empty}</p>
            ) : (
              <ul>
                {group.map((set) => (
                  <PlannedItem key={set.id} set={set} act={act} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </>
  )
}

const GROUPS = [
  { heading: 'Kunne ikke lade sig gøre', state: 'failed', empty: '' },
  { heading: 'Venter', state: 'waiting', empty: 'Intet er planlagt.' },
  { heading: 'Gjort for nylig', state: 'done', empty: '' },
  { heading: 'Trukket tilbage for nylig', state: 'withdrawn', empty: '' },
] as const

type ItemProps = {
  set: PlannedSet
  act: (set: PlannedSet, what: 'withdraw' | 'move', send?: object) => Promise<boolean>
}

function PlannedItem({ set, act }: ItemProps) {
  const today = useToday()
  const [when, setWhen] = useState<When | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const account = useAccount()
  // Whether what is of a part is one's own, the server says.
  const isOpen =
    (set.state === 'waiting' || set.state === 'failed') &&
    set.changes.every(({ collection }) => account && reachOf(account, 'publish', collection) !== 'none')
  const which = <span className={spoken.only}>: {nameOfSet(set)}</span>

  const [problem, setProblem] = useState('')

  async function go(what: 'withdraw' | 'move', send?: object) {
    setIsBusy(true)
    setProblem('')
    if (await act(set, what, send)) setWhen(null)
    setIsBusy(false)
  }

  async function move(to: When) {
    const read = readWhen(to, today())
    if ('problem' in read) setProblem(read.problem)
    else await go('move', read)
  }

  return (
    <li data-failed={set.state === 'failed' || undefined}>
      <div className={css.words}>
        <strong>{whenOf(set)}</strong>
        {set.name !== null && <span>Sættet »{set.name}«</span>}
        <ul>
          {set.changes.map(({ collection, document, noun, title, kind }) => (
            <li key={`${collection} ${document}`}>
              {PLANNED_WORDS[kind].does}{' '}
              <a href={`${collectionAddress(collection)}/${document}`}>
                {noun} »{title}«
              </a>
            </li>
          ))}
        </ul>
        {set.by && <span>Planlagt af {set.by}</span>}
        {set.reason && <span className={css.problem}>{set.reason}</span>}
      </div>
      {isOpen && (
        <div className={css.buttons}>
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={() => setWhen(when ? null : { date: '', time: '' })}
          >
            {set.state === 'failed' ? 'Prøv på et andet tidspunkt' : 'Flyt'}
            {which}
          </Button>
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={() => void go('withdraw')}
          >
            Træk tilbage{which}
          </Button>
        </div>
      )}
      {when && (
        <div className={`${fields.fields} ${css.form}`}>
          <WhenInput when={when} write={setWhen} />
          <p role="alert" className={css.problem}>
            {problem}
          </p>
          <Button margin={false} size="small" disabled={isBusy} onClick={() => void move(when)}>
            Flyt til det tidspunkt
          </Button>
        </div>
      )}
    </li>
  )
}
