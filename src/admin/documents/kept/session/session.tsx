'use client'

import { useAuth, useDocumentEvents } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { ADDRESSES, LOGIN, LOGOUT } from '../../../../domain/addresses.ts'
import { toInstant } from '../../../../domain/time/copenhagen.ts'
import { endTime } from '../../../../domain/time/danish-time.ts'
import { browserNow, useNow } from '../../../time/dates/site-clock.tsx'
import css from '../kept.module.css'
import { AskLogout } from './ask-logout.tsx'
import { forgetSaved } from '../live.ts'
import { forgetOld, forgetUser } from '../text/store.ts'

const CheckSession = createContext<() => Promise<void>>(async () => {})

/** A function that looks whether the session still holds, and tells the editor if not. */
export const useCheckSession = (): (() => Promise<void>) => useContext(CheckSession)

/** How long before a session ends the editor is told, in milliseconds. Payload itself asks a minute before. */
const AHEAD = 10 * 60 * 1000

/** Tells when the session is about to end or has ended, and removes kept texts that are too old or whose writer logs out. */
export function Session({ children }: { children: ReactNode }) {
  const { user, tokenExpirationMs, refreshCookieAsync } = useAuth()
  const path = usePathname()
  const { mostRecentUpdate } = useDocumentEvents()
  const now = useNow()
  const writer = useRef(user?.id)
  // A new session ends at another time.
  const [endedFor, setEndedFor] = useState<number | null>(null)
  const end = useRef(tokenExpirationMs)
  const isSoon = useSoon(user ? tokenExpirationMs : undefined)

  useEffect(() => {
    if (user) writer.current = user.id
    end.current = tokenExpirationMs
  }, [user, tokenExpirationMs])
  const isEnded = endedFor !== null && endedFor === tokenExpirationMs && !path?.startsWith(LOGIN)
  useEffect(() => forgetOld(localStorage, now()), [now])
  useEffect(() => {
    if (path === LOGOUT && writer.current !== undefined) forgetUser(localStorage, writer.current)
  }, [path])
  // Also of a form that has been left by then.
  useEffect(() => forgetSaved(mostRecentUpdate), [mostRecentUpdate])

  const check = useCallback(async () => {
    const id = writer.current
    if (id === undefined) return
    const current = await whoIsLoggedIn()
    if (current !== 'unknown') setEndedFor(current === id ? null : (end.current ?? null))
  }, [])
  useEffect(() => {
    const onReturn = () => {
      if (user && document.visibilityState === 'visible') void check()
    }
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('focus', onReturn)
    return () => {
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('focus', onReturn)
    }
  }, [user, check])

  return (
    <CheckSession value={check}>
      {children}
      <AskLogout />
      <div aria-live="polite" className={css.bar}>
        {isEnded ? (
          <>
            <p>
              Du er logget ud. Det, du har skrevet, er i denne browser, og du kan hente det frem, når du har
              logget ind igen.
            </p>
            <button type="button" onClick={logInAgain}>
              Log ind igen
            </button>
          </>
        ) : (
          isSoon &&
          tokenExpirationMs !== undefined && (
            <>
              <p>Du bliver logget ud {endTime(toInstant(tokenExpirationMs), toInstant(browserNow()))}.</p>
              <button type="button" onClick={() => void refreshCookieAsync()}>
                Bliv logget ind
              </button>
            </>
          )
        )}
      </div>
    </CheckSession>
  )
}

/** Whether a session ends within `AHEAD`. @param end milliseconds since 1970 by the browser's clock, as Payload counts it */
function useSoon(end: number | undefined): boolean {
  const [soonFor, setSoonFor] = useState<number>()
  useEffect(() => {
    if (end === undefined) return
    const timer = setTimeout(() => setSoonFor(end), Math.max(0, end - AHEAD - browserNow()))
    return () => clearTimeout(timer)
  }, [end])
  return end !== undefined && soonFor === end
}

/** The number of the account whose session the browser has, null without one. */
async function whoIsLoggedIn(): Promise<number | string | null | 'unknown'> {
  try {
    const response = await fetch(ADDRESSES.me.path)
    if (!response.ok) return response.status === 401 || response.status === 403 ? null : 'unknown'
    const { user } = (await response.json()) as { user: { id: number } | null }
    return user?.id ?? null
  } catch {
    // Without a connection nothing is known.
    return 'unknown'
  }
}

/** Leads to the login and back here. What is typed is kept, so the browser need not ask whether it may be left. */
function logInAgain(): void {
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  window.location.assign(`${LOGIN}?redirect=${encodeURIComponent(window.location.pathname)}`)
}
