'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { PlannedRow } from '../../domain/tree/redirect-import.ts'
import css from './import.module.css'

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
        <p>Ret de forkerte rækker, og prøv igen. Der gemmes enten det hele eller intet.</p>
      ) : writes === 0 ? (
        <p>Alle rækker er, som de allerede står. Der er intet at gemme.</p>
      ) : (
        <Button margin={false} disabled={isBusy} onClick={onAccept}>
          {`Gem ${writes.toLocaleString('da-DK')} ${writes === 1 ? 'viderestilling' : 'viderestillinger'}`}
        </Button>
      )}
      <section className={css.table} aria-label="Rækkerne i filen">
        <table>
          <thead>
            <tr>
              {['Linje', 'Hvad', 'Gammel adresse', 'Fører til'].map((name) => (
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
                <td>{row.from}</td>
                <td>
                  {row.before === undefined ? row.to : `${row.before} → ${row.to}`}
                  {row.reason && <strong>{row.reason}</strong>}
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
