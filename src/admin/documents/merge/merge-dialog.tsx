'use client'

import { toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { cmsGlobalAddress, documentAddress } from '../../../domain/addresses.ts'
import css from './merge.module.css'
import { type Collisions, rideAlong, type ToldSave, watchSaves } from './watch-saves.ts'

type Refused = ToldSave & { collisions: Collisions }

/**
 * Where a save of this form was merged with another's, shows all of what is stored now; where the two collide, shows both and
 * saves again what is chosen.
 */
export function MergeDialog() {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  const form = useForm()
  const [refused, setRefused] = useState<Refused | null>(null)
  const own = globalSlug ? cmsGlobalAddress(globalSlug) : documentAddress(collectionSlug ?? '', id ?? '')

  useEffect(
    () =>
      watchSaves((save) => {
        if (new URL(save.address, window.location.href).pathname !== own) return
        if ('collisions' in save) setRefused(save)
        else if ('merged' in save) {
          toast.success(save.merged, { duration: 10_000 })
          void form.reset(save.doc)
        }
      }),
    [own, form],
  )
  useEffect(
    () =>
      rideAlong({
        bodyOf: (path, _method, sent) =>
          path === own && typeof sent === 'string' ? onWhatIsShown(sent, form.getData().updatedAt) : null,
        refused: () => toast.error(NEWER),
      }),
    [own, form],
  )
  if (!refused) return null

  const saveChosen = (fields: Record<string, string>) => {
    setRefused(null)
    const { address, method, status, collisions } = refused
    void form.submit({
      action: address,
      method: method as 'PATCH' | 'POST',
      overrides: { ...(status && { _status: status }), choices: { on: collisions.on, fields } },
      skipValidation: true,
    })
  }
  return createPortal(
    <Choice
      {...refused.collisions}
      onChosen={saveChosen}
      onClosed={() => {
        setRefused(null)
        // Payload's form takes what was refused for saved.
        form.setModified(true)
      }}
    />,
    document.body,
  )
}

/**
 * »Tilbage til det offentliggjorte« sends what is public as it was read, as if it built on that; it builds on what the form
 * shows.
 */
function onWhatIsShown(sent: string, updatedAt: unknown): object | null {
  const document = JSON.parse(sent) as object
  return 'updatedAt' in document ? { ...document, updatedAt } : null
}

const NEWER = 'Der er gemt en nyere udgave imens. Genindlæs siden, og se den, før du går tilbage.'

type ChoiceProps = Collisions & { onChosen: (fields: Record<string, string>) => void; onClosed: () => void }

function Choice({ on, by, collisions, onChosen, onClosed }: ChoiceProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby={name} onClose={onClosed}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // The document's form is an ancestor in React, though not on the page.
          event.stopPropagation()
          const chosen = [...new FormData(event.currentTarget)]
          onChosen(Object.fromEntries(chosen.map(([key, whose]) => [key, String(whose)])))
        }}
      >
        <h2 id={name}>Der er gemt imens</h2>
        <p>
          Intet er tabt. Vælg for hvert felt, hvad der skal stå. Det øvrige, som I hver især har rettet,
          kommer med.
        </p>
        {collisions.map(({ key, label, theirs, mine }) => (
          <fieldset key={key} className={css.field}>
            <legend>{label}</legend>
            <div className={css.sides}>
              <Side name={key} whose="theirs" title={`Gemt af ${by} ${timeOf(on)}`} text={theirs} />
              <Side name={key} whose="mine" title="Din" text={mine} />
            </div>
          </fieldset>
        ))}
        <div className={css.buttons}>
          <button type="submit" className="btn btn--style-primary btn--size-medium btn--withoutPopup">
            Gem det valgte
          </button>
          <button
            type="button"
            className="btn btn--style-secondary btn--size-medium btn--withoutPopup"
            onClick={() => dialog.current?.close()}
          >
            Tilbage uden at gemme
          </button>
        </div>
      </form>
    </dialog>
  )
}

type SideProps = { name: string; whose: 'theirs' | 'mine'; title: string; text: string }

function Side({ name, whose, title, text }: SideProps) {
  return (
    <label className={css.side}>
      <span className={css.title}>
        <input type="radio" name={name} value={whose} required /> {title}
      </span>
      <span className={css.text}>{text}</span>
    </label>
  )
}

const timeOf = (instant: string): string =>
  `kl. ${new Intl.DateTimeFormat('da-DK', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' }).format(new Date(instant))}`
