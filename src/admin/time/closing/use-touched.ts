import type { Touched } from '../../../content/hours/touched.ts'
import { ADDRESSES } from '../../../domain/addresses.ts'
import { useAsked } from '../../documents/ask/use-asked.ts'

/** `problem`: why there is no answer. `isOld`: the next one is on its way. */
export type TouchedAnswer = { touched: Touched | null; problem: string | null; isOld: boolean }

/** How long a pause in typing must be before the site is asked, in milliseconds. */
const PAUSE = 300

/** Asks the site whom an exception touches; again when it changes and the editor has stopped typing. */
export function useTouched(id: number | null, data: object, version: number): TouchedAnswer {
  const question = { id, data }
  const asking = { version, pause: PAUSE, failed: FAILED }
  const { answer, ...asked } = useAsked<Touched>(ADDRESSES.touchedBoxes.path, question, asking)
  return { touched: answer, ...asked }
}

const FAILED = 'Det kan ikke ses lige nu, hvem det rører. Prøv igen om lidt.'
