import {
  useAllFormFields,
  useDocumentDrawerContext,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useFormModified,
} from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useNow } from '../../time/dates/site-clock.tsx'
import { typedValues, useFormConfig } from './form.ts'
import { isSaveOf, leftFor, noteKey, noteLeft } from './live.ts'
import { changesBetween, type Values } from './text/changes.ts'
import { forget, keep, keyOf, type Place } from './text/store.ts'

/** What a form knows of its typing. */
type Writing = {
  /** What stood there when the typing began; null until the form is filled. */
  base: Values | null
  /** Which version that is. */
  builtOn: string | null
  /** Nothing was typed since. */
  isClean: boolean
  /** Under which key it is kept; null while there is nothing to keep. */
  key: string | null
  /** Of which save the form knows. */
  seen: unknown
}

/** Of the typing in a form. */
export type Typing = {
  /** Under which key it is kept; null while there is nothing to keep. */
  key: () => string | null
  /** Whether nothing was typed since the document was opened or saved. */
  isClean: () => boolean
  /** Counts what the form is filled with next as typed. */
  touch: () => void
}

/** Why a form shows something else than what was typed. */
export type Loss = 'discarded' | 'refilled'

/** How long a pause in typing is before it is kept, in milliseconds. */
const PAUSE = 400

/**
 * Keeps what is typed in the form until it is saved.
 * @param place null: nothing is kept
 * @param onLost called when the form shows something else than what was typed, which is kept under `key`: it was
 * taken away by whoever wrote it (`discarded`), or the server filled the form anew (`refilled`)
 * @param onUnkept told whether the browser does not keep what is typed
 */
export function useTyping(
  place: Place | null,
  { onLost, onUnkept }: { onLost: (key: string, why: Loss) => void; onUnkept: (isUnkept: boolean) => void },
): Typing {
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const { getData } = useForm()
  const { initialState, data, id, collectionSlug, globalSlug } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  const { mostRecentUpdate } = useDocumentEvents()
  const config = useFormConfig()
  const now = useNow()
  const form = { slug: collectionSlug ?? globalSlug, id, drawerSlug }
  const writing = useRef<Writing>({
    base: null,
    builtOn: null,
    isClean: true,
    key: null,
    seen: mostRecentUpdate,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const values = () => typedValues(config, getData() as Values)

  const setKey = (key: string | null) => {
    writing.current.key = key
    noteKey(form, key)
  }
  const stopTimer = () => {
    clearTimeout(timer.current)
    timer.current = undefined
  }
  const begin = () => {
    writing.current.base = values()
    writing.current.builtOn = typeof data?.updatedAt === 'string' ? data.updatedAt : null
  }

  const write = useEffectEvent(() => {
    stopTimer()
    const { base, isClean, key, builtOn } = writing.current
    if (!place || !base || isClean) return
    const changes = changesBetween(base, values())
    if (changes.length === 0) {
      if (key) forget(localStorage, key)
      setKey(null)
      return
    }
    const next = key ?? keyOf(place, newSession())
    const isKept = keep(localStorage, next, { at: now(), builtOn, changes })
    setKey(isKept ? next : null)
    onUnkept(!isKept)
  })

  /** The form shows something else than what was typed, which stays where it is kept. */
  const lose = (why: Loss) => {
    write()
    const { key } = writing.current
    Object.assign(writing.current, { base: null, isClean: true })
    setKey(null)
    if (key !== null) onLost(key, why)
  }

  const follow = useEffectEvent((_fields: unknown, isModified: boolean) => {
    const { current } = writing
    if (isModified) {
      if (current.base === null) begin()
      current.isClean = false
      clearTimeout(timer.current)
      timer.current = setTimeout(() => write(), PAUSE)
    } else if (current.isClean) begin()
    // As after »Kassér ændringer«. A save that failed leaves the typing in the form.
    else if (current.base && current.key && changesBetween(current.base, values()).length === 0) {
      stopTimer()
      current.isClean = true
      lose('discarded')
      begin()
    }
  })
  useEffect(() => follow(fields, isModified), [fields, isModified])

  const first = useRef<unknown>(initialState)
  const refill = useEffectEvent((state: unknown) => {
    if (first.current !== state) lose('refilled')
    first.current = state
  })
  useEffect(() => refill(initialState), [initialState])

  const save = useEffectEvent((update: typeof mostRecentUpdate) => {
    const { current } = writing
    if (current.seen === update) return
    current.seen = update
    if (!isSaveOf(update, form)) return
    stopTimer()
    if (current.key) forget(localStorage, current.key)
    setKey(null)
    current.isClean = true
    begin()
  })
  useEffect(() => save(mostRecentUpdate), [mostRecentUpdate])

  const leave = useEffectEvent(() => {
    if (timer.current !== undefined) write()
  })
  const end = useEffectEvent(() => {
    leave()
    if (writing.current.key !== null) noteLeft(form, writing.current.key)
  })
  const takePlace = useEffectEvent(() => {
    const key = leftFor(form)
    if (key !== null) onLost(key, 'refilled')
  })
  useEffect(() => {
    const onLeave = () => leave()
    takePlace()
    window.addEventListener('pagehide', onLeave)
    document.addEventListener('visibilitychange', onLeave)
    return () => {
      window.removeEventListener('pagehide', onLeave)
      document.removeEventListener('visibilitychange', onLeave)
      end()
    }
  }, [])

  return {
    key: () => writing.current.key,
    isClean: () => writing.current.isClean,
    touch() {
      if (writing.current.base === null) begin()
      writing.current.isClean = false
    },
  }
}

/** Tells two windows of one browser apart. */
const newSession = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-')
