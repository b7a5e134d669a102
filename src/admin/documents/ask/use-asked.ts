import { useEffect, useState } from 'react'
import { ask } from './ask-cms.ts'

/** The latest answer, or why there is none; it stays while the next one is on its way (`isOld`). */
type Asked<Answer> = { answer: Answer | null; problem: string | null; isOld: boolean }

type Asking = {
  /** Changes when the same question has a new answer. */
  version?: number
  /** How long a pause in typing must be before the question is asked, in milliseconds. */
  pause: number
  /** What to tell when there is no answer that can be read, in Danish. */
  failed: string
}

/**
 * Asks the server about what is in a form; again when that changes and the editor has stopped typing.
 * @param question sent as JSON; null: do not ask
 */
export function useAsked<Answer extends object>(
  address: string,
  question: object | null,
  { version = 0, pause, failed }: Asking,
): Asked<Answer> {
  const [told, setTold] = useState<Omit<Asked<Answer>, 'isOld'> & { asked?: string }>({
    answer: null,
    problem: null,
  })
  const body = question && JSON.stringify(question)
  const asked = `${version} ${body}`
  useEffect(() => {
    if (!body) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const next = await ask<Answer>('POST', address, body, { failed, signal: stop.signal })
      if (!stop.signal.aborted) setTold({ ...next, asked })
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [address, body, asked, pause, failed])
  return { answer: told.answer, problem: told.problem, isOld: told.asked !== asked }
}
