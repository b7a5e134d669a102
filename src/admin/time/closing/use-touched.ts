import { useEffect, useState } from 'react'
import type { Touched } from '../../../content/hours/touched.ts'
import { ADDRESSES } from '../../../domain/addresses.ts'
import { askCms } from '../../documents/ask-cms.ts'

/** `problem`: why there is no answer. `isOld`: the next one is on its way. */
export type TouchedAnswer = { touched: Touched | null; problem: string | null; isOld: boolean }

/** How long a pause in typing must be before the site is asked, in milliseconds. */
const PAUSE = 300

/** Asks the site whom an exception touches; again when it changes and the editor has stopped typing. */
export function useTouched(id: number | null, data: object, version: number): TouchedAnswer {
  const [answer, setAnswer] = useState<Omit<TouchedAnswer, 'isOld'> & { body: string }>(NOTHING)
  const body = JSON.stringify({ id, data, version })
  useEffect(() => {
    let isAsked = true
    const timer = setTimeout(async () => {
      const { id, data } = JSON.parse(body) as { id: number | null; data: object }
      const next = await askCms<Touched>('POST', ADDRESSES.touchedBoxes.path, {
        send: { id, data },
        failed: 'Det kan ikke ses lige nu, hvem det rører. Prøv igen om lidt.',
      })
      if (!isAsked) return
      setAnswer(
        'boxes' in next
          ? { touched: next, problem: null, body }
          : { touched: null, problem: next.problem, body },
      )
    }, PAUSE)
    return () => {
      isAsked = false
      clearTimeout(timer)
    }
  }, [body])
  return { touched: answer.touched, problem: answer.problem, isOld: answer.body !== body }
}

const NOTHING = { touched: null, problem: null, body: '' }
