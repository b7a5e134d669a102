'use client'

import { type ReactNode, useEffect } from 'react'

/**
 * Lets whoever uses the keys go on past a message. The toasts of sonner remember the field that one came from and send the
 * cursor back there from each of their buttons, again and again; they are not told that it has come.
 */
export function ToastFocus({ children }: { children: ReactNode }) {
  useEffect(() => {
    const hide = (event: FocusEvent) => {
      const toasts = event.target instanceof Element && event.target.closest('[data-sonner-toaster]')
      const isFromElsewhere =
        event.relatedTarget instanceof Node && toasts && !toasts.contains(event.relatedTarget)
      if (isFromElsewhere) event.stopPropagation()
    }
    window.addEventListener('focusin', hide, true)
    return () => window.removeEventListener('focusin', hide, true)
  }, [])
  return children
}
