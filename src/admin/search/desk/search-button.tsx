'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import css from './desk-search.module.css'
import { SearchDialog } from './search-dialog.tsx'

/** In the header of each view of the admin: opens the search over everything, as Ctrl+K does. */
export function SearchButton() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const open = () => {
    setIsOpen(true)
    dialog.current?.showModal()
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return
    // Another dialog asks something first.
    if (document.querySelector('dialog[open], .payload__modal-item--enterDone')) return
    event.preventDefault()
    // A text must not hear it as well.
    event.stopPropagation()
    open()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
  return (
    <>
      <button
        type="button"
        className={css.button}
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
      >
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          aria-hidden
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m13 13 5 5" />
        </svg>
        <span className={css.label}>Søg i alt indhold</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <dialog
        ref={dialog}
        className={css.dialog}
        aria-label="Søg i alt indhold"
        onClose={() => setIsOpen(false)}
      >
        {isOpen && <SearchDialog close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}
