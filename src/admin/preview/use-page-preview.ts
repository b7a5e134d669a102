'use client'

import { useEffect, useRef, useState } from 'react'
import { ADDRESSES } from '../../domain/addresses.ts'
import type { WallClock } from '../../domain/time/wall-clock.ts'

export type PageQuestion = { id: number | null; data: object | null; at: WallClock | null }

/** `html` is the latest answer, and stays while the next one is loading; null: nothing is public. */
type Answer = { html: string | null; problem: string | null; isLoading: boolean }

/** How long a change is waited for others, in milliseconds. */
const PAUSE = 600

/** Asks the site for the page as visitors would read it; again when the question has changed, also while the editor types on. */
export function usePagePreview(question: PageQuestion, version: number): Answer {
  const [answer, setAnswer] = useState<Omit<Answer, 'isLoading'> & { asked?: string }>({
    html: null,
    problem: null,
  })
  const asked = `${version} ${JSON.stringify(question)}`
  const newest = useRef(asked)
  const wake = useRef(() => {})
  useEffect(() => {
    newest.current = asked
    wake.current()
  }, [asked])
  useEffect(() => {
    const stop = new AbortController()
    let isBusy = false
    let last = ''
    wake.current = () => {
      if (isBusy || last === newest.current) return
      isBusy = true
      setTimeout(async () => {
        last = newest.current
        const next = await ask(last.slice(last.indexOf(' ') + 1), stop.signal)
        if (stop.signal.aborted) return
        isBusy = false
        setAnswer((before) => ({ html: before.html, ...next, asked: last }))
        wake.current()
      }, PAUSE)
    }
    wake.current()
    return () => stop.abort()
  }, [])
  const { html, problem } = answer
  return { html, problem, isLoading: answer.asked !== asked }
}

async function ask(
  body: string,
  signal: AbortSignal,
): Promise<{ html?: string | null; problem: string | null }> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(ADDRESSES.pagePreview.path, { method: 'POST', headers, body, signal })
    const answer = await response.json()
    return response.ok ? { html: answer.html, problem: null } : { problem: answer.error?.message ?? FAILED }
  } catch {
    return { problem: FAILED }
  }
}

const FAILED = 'Siden kan ikke vises lige nu. Prøv igen om lidt.'
