import { useAllFormFields, useForm, useFormProcessing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { type Wrong, watchSaves } from '../../merge/watch-saves.ts'
import { useCheckSession } from '../session/session.tsx'
import { same } from '../text/changes.ts'
import type { Typing } from '../use-typing.ts'

/** What a save was refused for: the words at its fields, and what stood in the form; null until the form shows the words. */
type Refusal = { wrong: Wrong[]; state: FormState | null }

/** Longer than Payload's form waits after a change before it asks the server what is wrong, in milliseconds. */
const AFTER_PAYLOAD = 350

/**
 * After a save that failed: is it because the session has ended? The form is not saved, which Payload's forgets: its
 * buttons could not be pressed again, and what had been put right meanwhile was still called wrong. And what only a save
 * finds wrong stays at its field until something is typed: of a change the server asks the fields alone, and its answer
 * would call that right.
 */
export function useFailedSave(typing: Typing): void {
  const [fields] = useAllFormFields()
  const { dispatchFields, setModified } = useForm()
  const isProcessing = useFormProcessing()
  const checkSession = useCheckSession()
  const wasProcessing = useRef(false)
  const refusal = useRef<Refusal | null>(null)
  /** Whether the form has yet to be told again that it is not saved. */
  const isCalledSaved = useRef(false)

  useEffect(
    () =>
      watchSaves((save) => {
        if ('wrong' in save && wasProcessing.current) refusal.current = { wrong: save.wrong, state: null }
      }),
    [],
  )

  const look = useEffectEvent((isProcessing: boolean) => {
    if (isProcessing) refusal.current = null
    else if (wasProcessing.current && !typing.isClean()) {
      setModified(true)
      void checkSession()
    }
    wasProcessing.current = isProcessing
  })
  useEffect(() => look(isProcessing), [isProcessing])

  const keepWords = useEffectEvent((state: FormState) => {
    const { current } = refusal
    if (!current) return
    const lost = current.wrong.filter(({ path }) => state[path]?.valid !== false)
    if (current.state === null) {
      if (lost.length === 0) current.state = state
    } else if (isChanged(current.state, state)) refusal.current = null
    else if (lost.length > 0) {
      // Payload's form asks about no change of a form that is not modified: the answer would be the same.
      setModified(false)
      isCalledSaved.current = true
      dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: lost })
    }
  })
  const callUnsaved = useEffectEvent(() => {
    if (isCalledSaved.current) setModified(true)
    isCalledSaved.current = false
  })
  // Before the words are seen to go.
  useLayoutEffect(() => {
    keepWords(fields)
    const timer = setTimeout(() => callUnsaved(), AFTER_PAYLOAD)
    return () => clearTimeout(timer)
  }, [fields])
}

const isChanged = (before: FormState, now: FormState): boolean =>
  Object.entries(before).some(([path, { value }]) => !same(value, now[path]?.value))
