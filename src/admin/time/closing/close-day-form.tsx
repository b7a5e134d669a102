'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { documentsAddress } from '../../../domain/addresses.ts'
import { formatLongDate } from '../../../domain/time/danish-time.ts'
import { readTimeOfDay } from '../../../domain/hours/spans.ts'
import { readEditorsDate, toStored } from '../../../domain/time/stored-date.ts'
import { askCms } from '../../documents/ask/ask-cms.ts'
import { useToday } from '../dates/site-clock.tsx'
import { DayInput } from './day-input.tsx'
import { TouchedTold } from './touched-told.tsx'
import { useTouched } from './use-touched.ts'
import fields from '../../accessible/form.module.css'
import css from './closing.module.css'

type Props = {
  /** For whom the exception is. */
  who: { boxes: number[] } | { departments: number[] }
  onSaved: (message: string, id: number) => void
  onClosed: () => void
}

const KINDS = { closed: 'Lukket hele dagen', closesFrom: 'Lukker tidligere', spans: 'Andre tider' }

const EMPTY = {
  from: '',
  to: '',
  kind: 'closed' as keyof typeof KINDS,
  until: '',
  opens: '',
  closes: '',
  reason: '',
}

/** The days, what holds then, and why; says whom it touches before it is saved. */
export function CloseDayForm({ who, onSaved, onClosed }: Props) {
  const name = useId()
  const today = useToday()
  const [typed, setTyped] = useState(EMPTY)
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])

  const write = (changed: Partial<typeof EMPTY>) => setTyped({ ...typed, ...changed })
  // Without a year, the next such day.
  const read = (text: string) => readEditorsDate(text, { today: today(), yearless: 'ahead' })
  const [from, to] = [read(typed.from), read(typed.to)]
  const exception = {
    from: from.date ? toStored(from.date) : '',
    to: to.date ? toStored(to.date) : typed.to,
    kind: typed.kind,
    ...(typed.kind === 'closesFrom' && { closesFrom: readTimeOfDay(typed.until) }),
    ...(typed.kind === 'spans' && {
      spans: [{ from: readTimeOfDay(typed.opens), to: readTimeOfDay(typed.closes) }],
    }),
    reason: typed.reason.trim(),
    appliesTo: 'boxes',
    ...who,
  }
  const answer = useTouched(null, exception, 0)
  const days = [from.date, to.date].flatMap((date) => (date ? formatLongDate(date) : [])).join(' til ')

  async function save() {
    const wrong = [from.date ? null : (typed.from && from.problem) || 'Vælg en dato.', typed.to && to.problem]
    const missing =
      wrong.find(Boolean) ?? (exception.reason ? null : 'Skriv grunden, som den skal stå på siden.')
    if (missing) return setProblem(missing)
    setIsBusy(true)
    setProblem('')
    const saved = await askCms<{ doc: { id: number } }>('POST', documentsAddress('hours-exceptions'), {
      send: { ...exception, to: exception.to || null, _status: 'published' },
      failed: 'Serveren svarede ikke, som den skulle. Se under »Undtagelser«, om det er gemt, og prøv igen.',
    })
    setIsBusy(false)
    if ('problem' in saved) setProblem(saved.problem)
    else onSaved(`Gemt og offentliggjort: ${KINDS[typed.kind].toLowerCase()} ${days}.`, saved.doc.id)
  }

  useEffect(() => {
    const form = place.current
    // The key would save the document around this.
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
      event.preventDefault()
      if (event.target.type !== 'radio') void save()
    }
    form?.addEventListener('keydown', onKeyDown)
    return () => form?.removeEventListener('keydown', onKeyDown)
  })

  const time = (key: 'until' | 'opens' | 'closes', label: string, placeholder: string) => (
    <div className={css.time}>
      <label htmlFor={`${name}-${key}`}>{label}</label>
      <input
        id={`${name}-${key}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        placeholder={placeholder}
        value={typed[key]}
        onChange={({ target }) => write({ [key]: target.value })}
      />
    </div>
  )

  return (
    <div className={`${fields.fields} ${css.form}`} ref={place}>
      <div className={css.line}>
        <DayInput
          label="Dato"
          text={typed.from}
          read={from}
          write={(text) => write({ from: text })}
          isRequired
        />
        <DayInput
          label="Til og med (tom: kun den ene dag)"
          text={typed.to}
          read={to}
          write={(text) => write({ to: text })}
        />
      </div>
      <fieldset>
        <legend>Hvad gælder?</legend>
        {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => (
          <label key={kind}>
            <input type="radio" name={name} checked={typed.kind === kind} onChange={() => write({ kind })} />
            {KINDS[kind]}
          </label>
        ))}
      </fieldset>
      {typed.kind === 'closesFrom' && time('until', 'Lukker kl.', 'f.eks. 12.00')}
      {typed.kind === 'spans' && (
        <div className={css.line}>
          {time('opens', 'Åbner kl.', 'f.eks. 10.00')}
          {time('closes', 'Lukker kl.', 'f.eks. 12.00')}
        </div>
      )}
      <div>
        <label htmlFor={`${name}-reason`}>Grund, som kan læses på siden</label>
        <input
          id={`${name}-reason`}
          type="text"
          maxLength={200}
          placeholder="f.eks. Personaledag"
          value={typed.reason}
          aria-required
          onChange={({ target }) => write({ reason: target.value })}
        />
      </div>
      <TouchedTold answer={answer} />
      <p role="alert" className={css.problem}>
        {problem}
      </p>
      <div className={css.buttons}>
        <Button margin={false} size="small" disabled={isBusy} onClick={() => void save()}>
          {isBusy
            ? 'Gemmer …'
            : typed.kind === 'closed'
              ? `Luk ${days}`.trim()
              : `Gem tiderne ${days}`.trim()}
        </Button>
        <Button margin={false} size="small" buttonStyle="secondary" disabled={isBusy} onClick={onClosed}>
          Annullér
        </Button>
      </div>
    </div>
  )
}
