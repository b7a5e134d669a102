'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'

/**
 * Lets the browser's back button lead somewhere. Payload's lists write their address before Next listens, so that Next does not
 * know the entry again: the address changed, and what was on the screen stayed. It is loaded anew instead, and the browser asks
 * first if something is not saved.
 */
export function BackButton({ children }: { children: ReactNode }) {
  const shown = usePathname()
  useEffect(() => {
    const load = ({ state }: PopStateEvent) => {
      if (!state && window.location.pathname !== shown) window.location.reload()
    }
    window.addEventListener('popstate', load)
    return () => window.removeEventListener('popstate', load)
  }, [shown])
  return children
}
