'use client'

import { toast, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import {
  closeDialog,
  isSentTo,
  SaveDialog,
  SaveDialogButtons,
  useFormAddress,
  useSaveAgain,
} from '../merge/save-dialog.tsx'
import { type Asked, type ToldSave, watchSaves } from '../merge/watch-saves.ts'
import css from './private.module.css'

type Refused = ToldSave & { asked: Asked }

/** The word about the last save, which stays until it is closed or the next save begins; a form that is made anew knows it too. */
let told: string | number | undefined

/** Asks whether what looks like CPR numbers may become public, and saves again once somebody has looked. */
export function PrivateDialog() {
  const own = useFormAddress()
  const saveAgain = useSaveAgain()
  const [refused, setRefused] = useState<Refused | null>(null)

  useEffect(
    () =>
      watchSaves((save) => {
        if (!isSentTo(own, save)) return
        if ('asked' in save) setRefused(save)
        else if ('noted' in save) told = toast.warning(save.noted, { duration: Infinity })
      }),
    [own],
  )
  const isSaving = useFormProcessing()
  useEffect(() => {
    if (isSaving && told !== undefined) toast.dismiss(told)
  }, [isSaving])
  if (!refused) return null

  const { status, choices, asked } = refused
  return (
    <Question
      {...asked}
      isPublished={status === 'published'}
      onAllowed={() => {
        setRefused(null)
        saveAgain(refused, { ...(choices ? { choices } : {}), privateSeen: asked.key })
      }}
      onClosed={() => setRefused(null)}
    />
  )
}

type QuestionProps = Asked & { isPublished: boolean; onAllowed: () => void; onClosed: () => void }

function Question({ places, isPublished, onAllowed, onClosed }: QuestionProps) {
  return (
    <SaveDialog title="Er det et CPR-nummer?" className={css.dialog} onSubmit={onAllowed} onClosed={onClosed}>
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
      <SaveDialogButtons>
        <button
          type="button"
          className="btn btn--style-primary btn--size-medium btn--withoutPopup"
          onClick={closeDialog}
        >
          Tilbage for at rette
        </button>
        <button type="submit" className="btn btn--style-secondary btn--size-medium btn--withoutPopup">
          {isPublished ? 'Offentliggør alligevel' : 'Gem alligevel'}
        </button>
      </SaveDialogButtons>
    </SaveDialog>
  )
}
