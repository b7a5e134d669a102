'use client'

import { useEffect, useState } from 'react'
import { ADDRESSES } from '../../domain/addresses.ts'
import type { Preview } from '../../content/preview/preview.ts'
import type { WallClock } from '../../domain/time/wall-clock.ts'

export type Question = { slug: string; id: number | null; data: object | null; at: WallClock | null }

/** `preview` is the latest answer. It stays while the next one is loading. */
export type Answer = { preview: Preview | null; error: string | null; isLoading: boolean }

/** How long without typing before we ask, in milliseconds. */
const PAUSE = 400

/**
 * Asks the site what visitors see. Asks again when the question changes, once the editor has stopped typing.
 * @param question null to ask nothing
 * @param version changes when the saved document does, because the same question may then have a new answer
 */
export function usePreview(question: Question | null, version: number): Answer {
  const [answer, setAnswer] = useState<Answered>({ preview: null, error: null })
  const body = question && JSON.stringify(question)
  const asked = `${version} ${body}`
  useEffect(() => {
    if (!body) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const next = await ask(body, stop.signal)
      if (!stop.signal.aborted) setAnswer({ ...next, asked })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [body, asked])
  return { preview: answer.preview, error: answer.error, isLoading: answer.asked !== asked }
}

type Answered = Omit<Answer, 'isLoading'> & { asked?: string }

async function ask(body: string, signal: AbortSignal): Promise<Answered> {
  const failed = 'Forhåndsvisningen kan ikke hentes lige nu. Prøv igen om lidt.'
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(ADDRESSES.preview.path, { method: 'POST', headers, body, signal })
    const answer = await response.json()
    if (response.ok) return { preview: answer, error: null }
    return { preview: null, error: answer.error?.message ?? failed }
  } catch {
    return { preview: null, error: failed }
  }
}
