'use client'

import { toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { cmsGlobalAddress, documentAddress } from '../../../domain/addresses.ts'
import { type Asked, type ToldSave, watchSaves } from '../merge/watch-saves.ts'
import css from './private.module.css'

type Refused = ToldSave & { asked: Asked }

/** Asks whether what looks like CPR numbers may become public, and saves again once somebody has looked. */
export function PrivateDialog() {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  const form = useForm()
  const [refused, setRefused] = useState<Refused | null>(null)
  const own = globalSlug ? cmsGlobalAddress(globalSlug) : documentAddress(collectionSlug ?? '', id ?? '')

  useEffect(
    () =>
      watchSaves((save) => {
        // A new document is sent to its collection.
        const sentTo = new URL(save.address, window.location.href).pathname
        if (sentTo !== own.replace(/\/$/, '')) return
        if ('asked' in save) setRefused(save)
        else if ('noted' in save) toast.warning(save.noted, { duration: 15_000 })
      }),
    [own],
  )
  if (!refused) return null

  const { address, method, status, choices, asked } = refused
  return createPortal(
    <Question
      {...asked}
      isPublished={status === 'published'}
      onAllowed={() => {
        setRefused(null)
        void form.submit({
          action: address,
          method: method as 'PATCH' | 'POST',
          overrides: {
            ...(status && { _status: status }),
            ...(choices ? { choices } : {}),
            privateSeen: asked.key,
          },
          skipValidation: true,
        })
      }}
      onClosed={() => {
        setRefused(null)
        // Payload's form takes what was refused for saved.
        form.setModified(true)
      }}
    />,
    document.body,
  )
}

type QuestionProps = Asked & { isPublished: boolean; onAllowed: () => void; onClosed: () => void }

function Question({ places, isPublished, onAllowed, onClosed }: QuestionProps) {
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
          onAllowed()
        }}
      >
        <h2 id={name}>Er det et CPR-nummer?</h2>
        <p>
          Det, du er ved at gøre offentligt, ligner CPR-numre. Intet er offentliggjort endnu. De sidste fire
          cifre er skjult her:
        </p>
        <ul className={css.places}>
          {places.map(({ label, masked }, index) => (
            <li key={index}>
              <strong>{masked}</strong> {label}
            </li>
          ))}
        </ul>
        <label className={css.looked}>
          <input type="checkbox" required />
          <span>Jeg har set efter: det er ikke et CPR-nummer, eller det må offentliggøres.</span>
        </label>
        <p className={css.told}>Går du videre, skrives det i »Seneste ændringer« med dit navn.</p>
        <div className={css.buttons}>
          <button
            type="button"
            className="btn btn--style-primary btn--size-medium btn--withoutPopup"
            onClick={() => dialog.current?.close()}
          >
            Tilbage for at rette
          </button>
          <button type="submit" className="btn btn--style-secondary btn--size-medium btn--withoutPopup">
            {isPublished ? 'Offentliggør alligevel' : 'Gem alligevel'}
          </button>
        </div>
      </form>
    </dialog>
  )
}
