'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { LOGOUT } from '../../../../domain/addresses.ts'
import dialogCss from '../../merge/save-dialog.module.css'
import { closeDialog, SaveDialogButtons } from '../../merge/save-dialog.tsx'
import { KeptList } from '../text/kept-list.tsx'
import { keptOf, type Place } from '../text/store.ts'

/** Logging out removes what was typed and not saved from the browser, so it asks first, and says where that is. */
export function AskLogout() {
  const { user } = useAuth()
  const [places, setPlaces] = useState<Omit<Place, 'user'>[]>([])
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const id = user?.id

  useEffect(() => {
    if (id === undefined) return
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a')
      if (!link || new URL(link.href).pathname !== LOGOUT || dialog.current?.contains(link)) return
      const kept = keptOf(localStorage, id)
      if (kept.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      setPlaces(kept)
      dialog.current?.showModal()
    }
    document.addEventListener('click', ask, true)
    return () => document.removeEventListener('click', ask, true)
  }, [id])

  return (
    <dialog ref={dialog} className={dialogCss.dialog} aria-labelledby={name}>
      <h2 id={name}>Du har tekst, der ikke er gemt</h2>
      <p>Den ligger kun i denne browser, og den fjernes, når du logger ud:</p>
      <KeptList places={places} />
      <SaveDialogButtons>
        <button
          type="button"
          className="btn btn--style-primary btn--size-medium btn--withoutPopup"
          onClick={closeDialog}
        >
          Bliv her
        </button>
        <a className="btn btn--style-secondary btn--size-medium btn--withoutPopup" href={LOGOUT}>
          Log ud, og kassér den
        </a>
      </SaveDialogButtons>
    </dialog>
  )
}
