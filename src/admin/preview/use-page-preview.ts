'use client'

import { useEffect, useState } from 'react'
import { ADDRESSES } from '../../domain/addresses.ts'
import type { WallClock } from '../../domain/time/wall-clock.ts'

export type PageQuestion = { id: number | null; data: object | null; at: WallClock | null }

/** `html` is the latest answer, and stays while the next one is loading; null: nothing is public. */
type Answer = { html: string | null; problem: string | null; isLoading: boolean }

/** How long a pause in typing must be before the site is asked, in milliseconds. */
const PAUSE = 600

/** Asks the site for the page as visitors would read it; again when the question changes and the editor has stopped typing. */
export function usePagePreview(question: PageQuestion, version: number): Answer {
  const [answer, setAnswer] = useState<Omit<Answer, 'isLoading'> & { asked?: string }>({
    html: null,
    problem: null,
  })
  const body = JSON.stringify(question)
  const asked = `${version} ${body}`
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const next = await ask(body, stop.signal)
      if (!stop.signal.aborted) setAnswer((last) => ({ html: last.html, ...next, asked }))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [body, asked])
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
