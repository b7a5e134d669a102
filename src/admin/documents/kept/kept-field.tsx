'use client'

import {
  useAuth,
  useDocumentInfo,
  useForm,
  useFormInitializing,
  useOperation,
  useServerFunctions,
} from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNow } from '../../time/dates/site-clock.tsx'
import { typedValues, useFormConfig, usePlace } from './form.ts'
import css from './kept.module.css'
import { Offer } from './offer.tsx'
import { OrRaw } from './raw-offer.tsx'
import { useFailedSave } from './saving/failed-save.ts'
import { useTypingWhileSaving } from './saving/while-saving.ts'
import { useReleaseLock } from './session/release-lock.ts'
import { type Change, compare, type Compared, same, takeOver, type Values } from './text/changes.ts'
import { forget, keep, type Kept, keptFor } from './text/store.ts'
import { useTyping } from './use-typing.ts'

/** Whether somebody else has the document; their name stands in the place of an address (lock-words.ts). */
const isOther = (editor: unknown, own: unknown): editor is { id: number; email: string } =>
  typeof editor === 'object' && editor !== null && 'email' in editor && 'id' in editor && editor.id !== own

const isSaved = ({ compared }: Offered) => compared.every(({ state }) => state === 'same')

/** Nobody else has written where this was typed. */
const isUntouched = ({ compared }: Offered) =>
  compared.every(({ state }) => state === 'same' || state === 'untouched')

/** Whether the same was typed later, too; the newest are first. */
const isIn = (offer: Offered, all: readonly Offered[]) =>
  all
    .slice(0, all.indexOf(offer))
    .some(({ kept }) => same(typedIn(kept) as unknown, typedIn(offer.kept) as unknown))

const typedIn = ({ changes }: Kept) => changes.map(({ path, mine }) => ({ path, mine }))

/** How often the form was asked what to offer, and what goes back into it at once: it was refilled over that. */
type Round = { nth: number; back: string | null }

type Offered = { key: string; kept: Kept; compared: Compared[] }

/** Keeps what is typed in the form in the browser until it is saved, and offers again what never was. */
export function KeptField() {
  const { user } = useAuth()
  // A session that ends takes the user away before the form.
  const [writer] = useState(user?.id)
  const place = usePlace(writer)
  const fields = useFormConfig()
  const now = useNow()
  const { getData, disabled, replaceState, setModified } = useForm()
  const { initialState, currentEditor } = useDocumentInfo()
  const isInitializing = useFormInitializing()
  const fill = useFill()
  const [offers, setOffers] = useState<Offered[]>([])
  const [discarded, setDiscarded] = useState<Offered | null>(null)
  const [round, setRound] = useState<Round>({ nth: 0, back: null })
  const [isUnkept, setUnkept] = useState(false)
  const [message, setMessage] = useState('')
  const next = (back: string | null) => setRound(({ nth }) => ({ nth: nth + 1, back }))
  const typing = useTyping(place, {
    onLost: (key, why) => next(why === 'refilled' ? key : null),
    onUnkept: setUnkept,
  })
  useFailedSave(typing)
  useTypingWhileSaving()
  useReleaseLock()

  const values = () => typedValues(fields, getData() as Values)
  const load = () => {
    if (!place) return
    const current = values()
    const found = keptFor(localStorage, place)
      .filter(({ key }) => key !== typing.key())
      .map(({ key, kept }) => ({ key, kept, compared: compare(kept.changes, current) }))
    const unsaved = found.filter((offer) => !isSaved(offer) && !isIn(offer, found))
    for (const offer of found) if (!unsaved.includes(offer)) forget(localStorage, offer.key)
    setOffers(unsaved)
    return unsaved
  }
  const take = async (offered: Offered, chosen: readonly Change[], done: string) => {
    const { key, kept, compared } = offered
    let before: Values
    let state: FormState | null
    do {
      before = getData() as Values
      if (!same(compare(kept.changes, values()) as unknown, compared as unknown)) {
        setMessage(
          'Formularen er ændret, siden du så sammenligningen. Her er den igen: se efter, og vælg så.',
        )
        load()
        return
      }
      state = await fill(takeOver(before, chosen)).catch(() => null)
      if (!state) {
        setMessage('Det kan ikke hentes frem lige nu. Det er der stadig: prøv igen om lidt.')
        return
      }
      // Again, if the server has filled the form meanwhile.
    } while (!same(getData() as unknown, before as unknown))
    typing.touch()
    replaceState(state)
    setModified(true)
    const left = compared.filter((one) => one.state !== 'same' && !chosen.includes(one))
    if (left.length)
      keep(localStorage, key, {
        ...kept,
        changes: left.map(({ path, base, mine }) => ({ path, base, mine })),
      })
    else forget(localStorage, key)
    setMessage(`${done} Det er ikke gemt endnu.`)
    next(null)
  }
  const offer = useEffectEvent(({ back }: Round) => {
    const lost = load()?.find(({ key }) => key === back)
    if (lost && !disabled && isUntouched(lost))
      void take(lost, lost.compared, 'Det, du skrev, står her stadig.')
  })
  useEffect(() => {
    if (isInitializing || !initialState || !place) return
    // Once the form shows what it is filled with.
    const timer = setTimeout(() => offer(round))
    return () => clearTimeout(timer)
  }, [isInitializing, initialState, place, round])

  const discard = (offered: Offered) => {
    forget(localStorage, offered.key)
    setDiscarded(offered)
    setOffers(offers.filter(({ key }) => key !== offered.key))
    setMessage('')
  }
  const undo = () => {
    if (discarded) keep(localStorage, discarded.key, discarded.kept)
    setDiscarded(null)
    load()
  }

  const asked = (offered: Offered) => (
    <OrRaw key={offered.key} raw={localStorage.getItem(offered.key) ?? ''} onDiscard={() => discard(offered)}>
      <Offer
        at={offered.kept.at}
        now={now()}
        compared={offered.compared}
        fields={fields}
        values={values()}
        isReadOnly={Boolean(disabled)}
        onTake={(chosen) => take(offered, chosen, 'Hentet frem.')}
        onDiscard={() => discard(offered)}
      />
    </OrRaw>
  )

  return (
    <div className={css.kept} data-offers={offers.length}>
      {offers.slice(0, 1).map(asked)}
      {offers.length > 1 && (
        <details className={css.older}>
          <summary>
            {offers.length === 2 ? 'En ældre tekst' : `${offers.length - 1} ældre tekster`}, der ikke blev
            gemt
          </summary>
          {offers.slice(1).map(asked)}
        </details>
      )}
      <div aria-live="polite" className={css.status}>
        {message && <p>{message}</p>}
        {isOther(currentEditor, writer) && (
          <p>{currentEditor.email} retter her nu. Genindlæs siden, hvis du vil overtage.</p>
        )}
        {isUnkept && (
          <p>Det, du skriver her, kan ikke holdes i browseren, hvis siden lukkes: gem, når du kan.</p>
        )}
        {discarded && (
          <p>
            Kasseret.{' '}
            <button type="button" className={css.plain} onClick={undo}>
              Fortryd
            </button>
          </p>
        )}
      </div>
    </div>
  )
}

/** Makes the state of a form that is filled with values; null when the server does not. */
function useFill() {
  const { id, collectionSlug, globalSlug, docPermissions, getDocPreferences } = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const { getFields } = useForm()
  const operation = useOperation()
  return async (data: Values) => {
    const { file } = getFields()
    const { state } = await getFormState({
      ...(id !== undefined && { id }),
      ...(collectionSlug ? { collectionSlug } : { globalSlug: globalSlug ?? '' }),
      data,
      docPermissions: docPermissions ?? {},
      docPreferences: await getDocPreferences(),
      operation: operation ?? 'update',
      renderAllFields: true,
      schemaPath: collectionSlug ?? globalSlug ?? '',
      skipValidation: true,
    } as Parameters<typeof getFormState>[0])
    return state ? { ...state, ...(file && { file }) } : null
  }
}
