'use client'

import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { cmsGlobalAddress, documentAddress } from '../../../domain/addresses.ts'
import css from './save-dialog.module.css'
import type { ToldSave } from './watch-saves.ts'

/** Where the CMS has what this form shows; of a new document, where it is sent. */
export function useFormAddress(): string {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  if (globalSlug) return cmsGlobalAddress(globalSlug)
  return documentAddress(collectionSlug ?? '', id ?? '').replace(/\/$/, '')
}

/** Whether a save was sent to a form's address. */
export const isSentTo = (own: string, { address }: ToldSave): boolean =>
  new URL(address, window.location.href).pathname === own

/** Makes a refused save of this form again, with what was answered. */
export function useSaveAgain(): (refused: ToldSave, answered: Record<string, unknown>) => void {
  const form = useForm()
  return ({ address, method, status }, answered) =>
    void form.submit({
      action: address,
      method: method as 'PATCH' | 'POST',
      overrides: { ...(status && { _status: status }), ...answered },
      skipValidation: true,
    })
}

type Props = {
  title: string
  /** With a width. */
  className?: string | undefined
  onSubmit: (answer: FormData) => void
  onClosed: () => void
  children: ReactNode
}

/** Asks about a save of this form that was refused, over all else. Closed without an answer the form is as it was. */
export function SaveDialog({ title, className, onSubmit, onClosed, children }: Props) {
  const form = useForm()
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  useEffect(() => dialog.current?.showModal(), [])

  return createPortal(
    <dialog
      ref={dialog}
      className={[css.dialog, className].filter(Boolean).join(' ')}
      aria-labelledby={name}
      onClose={() => {
        onClosed()
        // Payload's form takes what was refused for saved.
        form.setModified(true)
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // The document's form is an ancestor in React, though not on the page.
          event.stopPropagation()
          onSubmit(new FormData(event.currentTarget))
        }}
      >
        <h2 id={name}>{title}</h2>
        {children}
      </form>
    </dialog>,
    document.body,
  )
}

/** For the button of such a question that gives no answer. */
export const closeDialog = ({ currentTarget }: MouseEvent): void => currentTarget.closest('dialog')?.close()

/** The buttons below such a question. */
export function SaveDialogButtons({ children }: { children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>
}

/** The clock in Denmark at an instant: »kl. 8.00«. */
export const timeOf = (instant: string): string =>
  `kl. ${new Intl.DateTimeFormat('da-DK', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Copenhagen' }).format(new Date(instant))}`
