'use client'

import { useEffect, useState } from 'react'
import { collectionAddress, uploadAddress } from '../../../domain/addresses.ts'
import {
  closeDialog,
  isSentTo,
  SaveDialog,
  SaveDialogButtons,
  useFormAddress,
  useSaveAgain,
} from '../merge/save-dialog.tsx'
import { type SameFile, type ToldSave, watchSaves } from '../merge/watch-saves.ts'
import css from './uploads.module.css'

/** Asks whether a file shall be there once more, and shows the one that is; sends it again if it shall. */
export function SameFileDialog() {
  const own = useFormAddress()
  const saveAgain = useSaveAgain()
  const [refused, setRefused] = useState<(ToldSave & { same: SameFile }) | null>(null)
  useEffect(
    () =>
      watchSaves((save) => {
        if ('same' in save && isSentTo(own, save)) setRefused(save)
      }),
    [own],
  )
  if (!refused) return null

  const { same } = refused
  return (
    <SaveDialog
      title="Filen findes allerede"
      className={css.same}
      onSubmit={() => {
        setRefused(null)
        saveAgain(refused, { sameSeen: same.id })
      }}
      onClosed={() => setRefused(null)}
    >
      <p>Den, du vil lægge op, har samme indhold som denne fil. Intet er gemt endnu.</p>
      <p className={css.there}>
        {same.picture && <img src={uploadAddress(same.picture)} width={80} height={80} alt="" />}
        <a href={`${collectionAddress('media')}/${same.id}`} target="_blank">
          {same.alt || same.filename} (åbner i en ny fane)
        </a>
      </p>
      <p>Brug den, der er der, så skal den kun rettes ét sted.</p>
      <SaveDialogButtons>
        <button
          type="button"
          className="btn btn--style-primary btn--size-medium btn--withoutPopup"
          onClick={closeDialog}
        >
          Fortryd
        </button>
        <button type="submit" className="btn btn--style-secondary btn--size-medium btn--withoutPopup">
          Læg den op alligevel
        </button>
      </SaveDialogButtons>
    </SaveDialog>
  )
}
