'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { reachOf } from '../../../domain/accounts/rights.ts'
import { binAddress, collectionAddress } from '../../../domain/addresses.ts'
import type { BinEntry, BinList } from '../../../domain/time/bin.ts'
import spoken from '../../accessible/spoken.module.css'
import { useAccount } from '../../accounts/rights/use-rights.ts'
import { askCms } from '../ask/ask-cms.ts'
import css from './bin.module.css'

type Known = { entries: BinEntry[]; total: number; hasMore: boolean }
type Told = { message: string; collection?: string; id?: number }

/** What is in the bin, with what can be done about it. */
export function BinTable() {
  const [known, setKnown] = useState<Known | 'failed' | null>(null)
  const [chosen, setChosen] = useState<BinEntry | null>(null)
  const [busy, setBusy] = useState<number | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const { openModal } = useModal()
  const account = useAccount()
  // Whether one of a part is one's own is known when it is back.
  const reach = ({ collection }: BinEntry) => (account ? reachOf(account, 'delete', collection) : 'none')

  const load = useCallback(async (before: BinEntry[]) => {
    const last = before.at(-1)
    const answer = await askCms<BinList>('GET', binAddress(last ? `?before=${last.id}` : ''), {
      failed: FAILED,
    })
    setKnown('problem' in answer ? 'failed' : { ...answer, entries: [...before, ...answer.entries] })
  }, [])
  useEffect(() => {
    const begin = async () => load([])
    void begin()
  }, [load])

  async function act(entry: BinEntry, method: 'POST' | 'DELETE') {
    setBusy(entry.id)
    const answer = await askCms<Told>(
      method,
      binAddress(`/${entry.id}${method === 'POST' ? '/restore' : ''}`),
      { failed: FAILED },
    )
    setBusy(null)
    if ('problem' in answer) {
      setTold({ message: answer.problem })
      toast.error(answer.problem)
      return
    }
    setTold(answer)
    setKnown((now) =>
      now && now !== 'failed'
        ? { ...now, total: now.total - 1, entries: now.entries.filter(({ id }) => id !== entry.id) }
        : now,
    )
  }

  if (known === null) return <p>Henter …</p>
  if (known === 'failed')
    return (
      <p>
        Papirkurven kan ikke hentes lige nu.{' '}
        <button type="button" onClick={() => void load([])}>
          Prøv igen
        </button>
      </p>
    )
  return (
    <>
      <output className={css.told}>
        {told?.message}{' '}
        {told?.collection && <a href={`${collectionAddress(told.collection)}/${told.id}`}>Åbn det</a>}
      </output>
      {known.entries.length === 0 ? (
        <p>Papirkurven er tom.</p>
      ) : (
        <ul className={css.list}>
          {known.entries.map((entry) => (
            <li key={entry.id}>
              <div>
                <strong>{entry.title}</strong>
                <span>
                  {entry.kind}
                  {entry.wasPublic && ', var offentliggjort'}
                </span>
                <span>
                  Slettet {when(entry.deletedAt)} af {entry.deletedBy ?? 'systemet'}.{' '}
                  {entry.daysLeft === 1 ? 'Én dag' : `${entry.daysLeft} dage`} tilbage.
                </span>
              </div>
              {reach(entry) !== 'none' && (
                <Button
                  margin={false}
                  size="small"
                  disabled={busy !== null}
                  onClick={() => void act(entry, 'POST')}
                >
                  Gendan<span className={spoken.only}> »{entry.title}«</span>
                </Button>
              )}
              {reach(entry) === 'all' && (
                <Button
                  margin={false}
                  size="small"
                  buttonStyle="secondary"
                  disabled={busy !== null}
                  onClick={() => {
                    setChosen(entry)
                    openModal(CONFIRM)
                  }}
                >
                  Slet for altid<span className={spoken.only}>: »{entry.title}«</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {known.hasMore && (
        <Button buttonStyle="secondary" onClick={() => void load(known.entries)}>
          Vis flere af {known.total}
        </Button>
      )}
      <ConfirmationModal
        modalSlug={CONFIRM}
        heading="Slet for altid?"
        body={`»${chosen?.title ?? ''}« kan ikke gendannes bagefter. Er du sikker?`}
        confirmLabel="Slet for altid"
        cancelLabel="Annullér"
        onConfirm={() => (chosen ? act(chosen, 'DELETE') : undefined)}
      />
    </>
  )
}

const CONFIRM = 'delete-for-ever'

const when = (instant: string): string =>
  new Intl.DateTimeFormat('da-DK', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(instant))

const FAILED = 'Serveren svarede ikke, som den skulle. Se i listen, hvad der er sket, og prøv igen.'
