'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { formatDate } from '../../../domain/time/danish-time.ts'
import { reviewAddress, type ReviewOf } from '../../../domain/time/reviews.ts'
import { readEditorsDate } from '../../../domain/time/stored-date.ts'
import fields from '../../accessible/form.module.css'
import { askCms } from '../../documents/ask/ask-cms.ts'
import { DateInput } from '../../time/dates/date-input.tsx'
import { useToday } from '../../time/dates/site-clock.tsx'
import css from './reviews.module.css'
import { FAILED } from './use-reviews.ts'

/** In a form: when the document is to be looked through, that it is right, and another day for it. It saves nothing of the form. */
export function ReviewField() {
  const { id, collectionSlug: slug = '' } = useDocumentInfo()
  const name = useId()
  const today = useToday()
  const [known, setKnown] = useState<ReviewOf | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const address = id === undefined ? null : reviewAddress(slug, id)
  const load = useCallback(async () => {
    if (address === null) return
    const answer = await askCms<ReviewOf>('GET', address, { failed: UNREAD })
    if ('problem' in answer) setTold(answer.problem)
    else setKnown(answer)
  }, [address])
  useEffect(() => {
    const begin = async () => load()
    void begin()
  }, [load])

  async function send(due?: string) {
    if (address === null) return
    setIsBusy(true)
    setTold('')
    const answer = await askCms<{ message: string }>('POST', address, { send: { due }, failed: FAILED })
    setIsBusy(false)
    if ('problem' in answer) return setTold(answer.problem)
    setTyped(null)
    await load()
    setTold(answer.message)
  }

  if (!known) return null
  const { due, isDue, by, on, mayConfirm } = known
  const { date, problem } = readEditorsDate(typed ?? '', { today: today(), yearless: 'ahead' })
  return (
    <section className={`field-type ${css.field}`} aria-labelledby={name}>
      <h3 id={name}>Gennemgang</h3>
      <p>
        {isDue ? (
          <strong>Skulle gennemgås senest {formatDate(due)}.</strong>
        ) : (
          `Gennemgås senest ${formatDate(due)}.`
        )}
      </p>
      {by !== null && on !== null && (
        <p>
          {by} fandt det korrekt den {formatDate(on)}.
        </p>
      )}
      <output className={css.told}>{told}</output>
      {mayConfirm && (
        <div className={css.buttons}>
          <Button margin={false} size="small" disabled={isBusy} onClick={() => void send()}>
            Stadig korrekt
          </Button>
          {typed === null && (
            <Button
              margin={false}
              size="small"
              buttonStyle="secondary"
              disabled={isBusy}
              onClick={() => setTyped('')}
            >
              Anden dato …
            </Button>
          )}
        </div>
      )}
      {typed !== null && (
        <div className={`${fields.fields} ${css.form}`}>
          <label htmlFor={`${name}-due`}>Gennemgås igen den</label>
          <DateInput
            id={`${name}-due`}
            label="Gennemgås igen den"
            placeholder="f.eks. 1.3"
            text={typed}
            date={date}
            problem={typed ? problem : null}
            today={today}
            isLocked={false}
            write={setTyped}
            choose={(chosen) => setTyped(formatDate(chosen))}
          />
          <div className={css.buttons}>
            <Button
              margin={false}
              size="small"
              disabled={isBusy || date === null}
              onClick={() => void send(date ?? undefined)}
            >
              Gem dato
            </Button>
            <Button margin={false} size="small" buttonStyle="secondary" onClick={() => setTyped(null)}>
              Annullér
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}

const UNREAD = 'Det kan ikke hentes lige nu, hvornår det skal gennemgås. Genindlæs siden.'
