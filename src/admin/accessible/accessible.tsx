'use client'

import { type ReactNode, useEffect } from 'react'
import './accessible.css'
import { nameControls } from './names.ts'

/** Names what Payload leaves without a name, now and whenever the page has changed. */
export function Accessible({ children }: { children: ReactNode }) {
  useEffect(() => {
    let timer: number | undefined
    const name = () => {
      timer = undefined
      nameControls(document)
    }
    const observer = new MutationObserver(() => {
      timer ??= window.setTimeout(name, PAUSE)
    })
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      // React may write again what was mended; to mend what is right changes nothing.
      attributeFilter: ['aria-hidden', 'aria-label', 'role', 'tabindex'],
    })
    name()
    return () => {
      observer.disconnect()
      window.clearTimeout(timer)
    }
  }, [])
  return children
}

/** So that typing is not held up: milliseconds. */
const PAUSE = 100
