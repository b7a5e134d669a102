'use client'

import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { wallClockProblem, type WallClock } from '../../domain/time/wall-clock.ts'
import { useNow } from '../time/dates/site-clock.tsx'
import { clockOf } from './clock-of.ts'
import { InstantPicker } from './instant-picker.tsx'
import css from './page-preview.module.css'
import { usePagePreview } from './use-page-preview.ts'

/** Shows the page in the site's own look, beside the form, while it is written. */
export function PagePreview() {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => {
    setIsOpen(false)
    button.current?.focus()
  }, [])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={css.open}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        Forhåndsvis
      </button>
      {isOpen && createPortal(<Panel close={close} />, document.body)}
    </>
  )
}

const WIDTHS = { phone: { label: 'Telefon', pixels: 360 }, desk: { label: 'Skrivebord', pixels: 1280 } }
const SOURCES = { form: 'Som den bliver', saved: 'Som den er nu' }

function Panel({ close }: { close: () => void }) {
  const { id, lastUpdateTime } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const now = useNow()
  const name = useId()
  const [width, setWidth] = useState<keyof typeof WIDTHS>('phone')
  const [source, setSource] = useState<keyof typeof SOURCES>('form')
  const [at, setAt] = useState<WallClock | null>(null)
  const panel = useRef<HTMLElement>(null)
  const clockProblem = at && wallClockProblem(at)
  const { html, problem, isLoading } = usePagePreview(
    {
      id: typeof id === 'number' ? id : null,
      data: source === 'form' ? reduceFieldsToValues(fields, true) : null,
      at: clockProblem ? null : at,
    },
    lastUpdateTime,
  )
  useEffect(() => {
    const place = panel.current
    place?.focus()
    const closeByKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close()
    }
    place?.addEventListener('keydown', closeByKey)
    return () => place?.removeEventListener('keydown', closeByKey)
  }, [close])
  const words = clockProblem ?? problem ?? (isLoading ? 'Henter …' : html === null ? NOT_PUBLIC : '')

  return (
    <aside ref={panel} className={css.panel} tabIndex={-1} aria-label="Forhåndsvisning af siden">
      <div className={css.bar}>
        <Choice name={`${name}-source`} legend="Hvad" choices={SOURCES} chosen={source} choose={setSource} />
        <Choice
          name={`${name}-width`}
          legend="Bredde"
          choices={{ phone: WIDTHS.phone.label, desk: WIDTHS.desk.label }}
          chosen={width}
          choose={setWidth}
        />
        <InstantPicker
          at={at ?? clockOf(now())}
          now={clockOf(now())}
          firstDay={null}
          choose={(chosen) => setAt(chosen === 'now' ? null : chosen)}
        />
        <button type="button" className={css.close} onClick={close} aria-label="Luk forhåndsvisningen">
          Luk
        </button>
      </div>
      <p className={css.words} aria-live="polite">
        {words}
      </p>
      {html !== null && <Frame html={html} pixels={WIDTHS[width].pixels} />}
    </aside>
  )
}

const NOT_PUBLIC = 'Siden er ikke offentlig.'

type ChoiceProps<Key extends string> = {
  name: string
  legend: string
  choices: Record<Key, string>
  chosen: Key
  choose: (key: Key) => void
}

function Choice<Key extends string>({ name, legend, choices, chosen, choose }: ChoiceProps<Key>) {
  return (
    <fieldset className={css.choice}>
      <legend>{legend}</legend>
      {(Object.entries(choices) as [Key, string][]).map(([key, label]) => (
        <label key={key}>
          <input type="radio" name={name} checked={chosen === key} onChange={() => choose(key)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

/** The page at a width, made smaller where there is less room; it stays where it was scrolled to when it changes. */
function Frame({ html, pixels }: { html: string; pixels: number }) {
  const place = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  const [room, setRoom] = useState({ width: pixels, height: 600 })
  useEffect(() => {
    const around = place.current
    if (!around) return
    const observer = new ResizeObserver(() =>
      setRoom({ width: around.clientWidth, height: around.clientHeight }),
    )
    observer.observe(around)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, room.width / pixels)
  return (
    <div ref={place} className={css.place}>
      <iframe
        ref={frame}
        title="Siden, som besøgende ser den"
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        style={{ width: pixels, height: room.height / scale, transform: `scale(${scale})` }}
        srcDoc={html}
        onLoad={() => {
          const shown = frame.current?.contentWindow
          shown?.scrollTo(0, scrolled.current)
          shown?.addEventListener('scroll', () => (scrolled.current = shown.scrollY))
        }}
      />
    </div>
  )
}
