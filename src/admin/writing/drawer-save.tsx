'use client'

import { type ReactNode, useEffect } from 'react'

/**
 * Holds the save of a drawer in a text (a link, the fields of a picture) until what was typed is judged. Payload
 * asks the server about a change 250 ms after it and breaks off what is asked then: a save that was pressed in
 * that time got the judgement of what had stood there before, and a link that was right was refused.
 */
export function DrawerSave({ children }: { children: ReactNode }) {
  useEffect(() => {
    const judged = new WeakSet<HTMLFormElement>()
    const hold = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.matches(DRAWER_FORM) || judged.delete(form)) return
      event.preventDefault()
      event.stopPropagation()
      window.setTimeout(() => {
        if (!form.isConnected) return
        judged.add(form)
        form.requestSubmit()
      }, JUDGED_AFTER)
    }
    document.addEventListener('submit', hold, true)
    return () => document.removeEventListener('submit', hold, true)
  }, [])
  return children
}

/** A form in a drawer that is sent nowhere, but gives what it holds to the text. */
const DRAWER_FORM = '.drawer form:not([action])'

/** Longer than Payload waits until it asks: milliseconds. */
const JUDGED_AFTER = 300
