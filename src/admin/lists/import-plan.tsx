'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { type PlannedRow, VISIBILITY } from '../../domain/text/list-files.ts'
import css from './lists.module.css'

type State = PlannedRow['state']

const NAMES: Record<State, string> = { wrong: 'Forkert', new: 'Ny', changed: 'Ændret', same: 'Uændret' }

/** What becomes of each row of a file, the wrong ones first; and, if none is wrong, the way on. */
export function ImportPlan(props: { rows: readonly PlannedRow[]; isBusy: boolean; onAccept: () => void }) {
  const { rows, isBusy, onAccept } = props
  const [shown, setShown] = useState(PART)
  const states = Object.keys(NAMES) as State[]
  const sorted = states.flatMap((state) => rows.filter((row) => row.state === state))
  const counts = states.map((state) => [state, rows.filter((row) => row.state === state).length] as const)
  const wrong = rows.filter(({ state }) => state === 'wrong').length
  const writes = rows.filter(({ state }) => state === 'new' || state === 'changed').length
  return (
    <>
      <h2 className={css.title}>Det sker der</h2>
      <p>
        {counts.map(([state, number]) => `${NAMES[state]}: ${number.toLocaleString('da-DK')}`).join(' · ')}
      </p>
      {wrong > 0 ? (
        <p>Ret de forkerte rækker i filen, og vælg den igen. Der gemmes enten det hele eller intet.</p>
      ) : writes === 0 ? (
        <p>Alle rækker er, som de allerede står. Der er intet at gemme.</p>
      ) : (
        <Button margin={false} disabled={isBusy} onClick={onAccept}>
          {`Gem ${writes.toLocaleString('da-DK')} ${writes === 1 ? 'række' : 'rækker'}`}
        </Button>
      )}
      <section className={css.table} aria-label="Rækkerne i filen">
        <table>
          <thead>
            <tr>
              {['Linje', 'Hvad', 'Række', 'Ændring'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row) => (
              <tr key={row.line} data-state={row.state}>
                <td>{row.line}</td>
                <td>{NAMES[row.state]}</td>
                <td>
                  {row.name}
                  {row.becomes && <small>{VISIBILITY[row.becomes]}</small>}
                </td>
                <td>
                  {row.reasons?.map((reason) => (
                    <strong key={reason}>{reason}</strong>
                  ))}
                  {row.changes.map(({ heading, before, after }) => (
                    <p key={heading}>
                      <span>{`${heading}: `}</span>
                      {row.state === 'new' ? cut(after) : `${cut(before)} → ${cut(after)}`}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sorted.length > shown && (
        <Button buttonStyle="secondary" margin={false} onClick={() => setShown(shown + PART)}>
          {`Vis flere (${(sorted.length - shown).toLocaleString('da-DK')} tilbage)`}
        </Button>
      )}
    </>
  )
}

/** How many rows are shown at a time. */
const PART = 200

const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)} …` : text || '(tom)')
