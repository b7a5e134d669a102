'use client'

import { useEffect, useState } from 'react'
import type { Approval, Approvals } from '../../../domain/accounts/approval.ts'
import { APPROVALS, collectionAddress } from '../../../domain/addresses.ts'
import { askCms } from '../../documents/ask/ask-cms.ts'
import css from './approval.module.css'
import { whenSaid } from './when-said.ts'

/** On the dashboard: drafts that wait for one's approval, and one's own that wait or came back. Empty while there are none. */
export function WaitingApprovals() {
  const [known, setKnown] = useState<Approvals>({ toAnswer: [], own: [] })
  useEffect(() => {
    const load = async () => {
      const answer = await askCms<Approvals>('GET', APPROVALS, { failed: '' })
      if (!('problem' in answer)) setKnown(answer)
    }
    void load()
  }, [])
  const lists = [
    { id: 'to-approve', heading: 'Venter på din godkendelse', list: known.toAnswer },
    { id: 'own-approvals', heading: 'Det, du har sendt til godkendelse', list: known.own },
  ].filter(({ list }) => list.length > 0)
  return lists.map(({ id, heading, list }) => (
    <section key={id} className={css.notice} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {list.map((one) => (
          <li key={`${one.collection} ${one.document}`}>
            <a href={`${collectionAddress(one.collection)}/${one.document}`}>
              {one.noun} »{one.title}«
            </a>
            : {stateOf(one)}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function stateOf({ isOwn, state, by, at, note, answeredBy, answer, changedBy }: Approval): string {
  if (state === 'returned') return `sendt tilbage af ${answeredBy}: »${answer}«`
  const words = note === null ? '' : `: »${note}«`
  const since = changedBy === null ? '' : ` (${changedBy} har gemt en nyere udgave siden)`
  return `${isOwn ? 'venter, sendt' : `fra ${by}`} ${whenSaid(at)}${words}${since}`
}
