'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { draftLinksAddress } from '../../../domain/addresses.ts'
import { type DraftLink, LONGEST_TITLE, MOST_DAYS, USUAL_DAYS } from '../../../domain/time/shared-drafts.ts'
import fields from '../../accessible/form.module.css'
import { askCms } from '../../documents/ask/ask-cms.ts'
import css from './sharing.module.css'

type Shared = { message: string; address: string | null }

/** What looks like CPR numbers in the draft, before it is shared. */
type Question = { asked: { key: string; places: { label: string; masked: string }[] } }

type Props = {
  page: number | string
  /** The open links to which the page can be added. */
  others: DraftLink[]
  /** Whether the form holds what is not saved. */
  isModified: boolean
  onShared: (answer: Shared) => void
  onClosed: () => void
}

const NEW = 'new'

/** Shares the draft as it is saved: in a new link, or in one that has been sent already. */
export function ShareForm({ page, others, isModified, onShared, onClosed }: Props) {
  const name = useId()
  const [link, setLink] = useState(NEW)
  const [title, setTitle] = useState('')
  const [days, setDays] = useState(String(USUAL_DAYS))
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [question, setQuestion] = useState<Question['asked'] | null>(null)
  const [hasLooked, setHasLooked] = useState(false)
  const isNew = link === NEW

  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('select, input')?.focus(), [])

  async function send() {
    setIsBusy(true)
    setProblem('')
    const answer = await askCms<Shared | Question>('POST', draftLinksAddress('pages', page), {
      send: {
        ...(isNew ? { link: null, title, days: Number(days) } : { link: Number(link) }),
        ...(question && { privateSeen: question.key }),
      },
      failed: FAILED,
    })
    setIsBusy(false)
    if ('problem' in answer) setProblem(answer.problem)
    else if ('asked' in answer) {
      setQuestion(answer.asked)
      setHasLooked(false)
    } else onShared(answer)
  }

  return (
    <div className={`${fields.fields} ${css.form}`} ref={place}>
      <p>
        Den, der har linket, ser siden, som kladden er gemt, når linket bliver åbnet, og kan godkende den med
        sit navn. Billeder og filer i kladden er allerede offentlige.
      </p>
      {others.length > 0 && (
        <div>
          <label htmlFor={`${name}-link`}>Sammen med andre sider</label>
          <select id={`${name}-link`} value={link} onChange={({ target }) => setLink(target.value)}>
            <option value={NEW}>Nej, i et nyt link</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {`Ja, i linket »${one.title}«`}
              </option>
            ))}
          </select>
        </div>
      )}
      {isNew && (
        <>
          <div>
            <label htmlFor={`${name}-title`}>Hvad er linket til?</label>
            <input
              id={`${name}-title`}
              type="text"
              maxLength={LONGEST_TITLE}
              placeholder="f.eks. Til skolelederen"
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </div>
          <div>
            <label htmlFor={`${name}-days`}>Hvor mange dage skal det virke? (højst {MOST_DAYS})</label>
            <input
              id={`${name}-days`}
              type="text"
              inputMode="numeric"
              maxLength={2}
              value={days}
              onChange={({ target }) => setDays(target.value)}
            />
          </div>
        </>
      )}
      {isModified && <p>Gem først kladden: det er det, der er gemt, som bliver vist.</p>}
      <p role="alert" className={css.problem}>
        {problem || (question && 'Det ligner CPR-numre, og kladden er ikke delt endnu.')}
      </p>
      {question && (
        <>
          <ul>
            {question.places.map(({ label, masked }, index) => (
              <li key={index}>
                <strong>{masked}</strong> {label}
              </li>
            ))}
          </ul>
          <label className={css.looked}>
            <input
              type="checkbox"
              checked={hasLooked}
              onChange={({ target }) => setHasLooked(target.checked)}
            />
            <span>
              Jeg har set efter: det er ikke et CPR-nummer, eller den, der får linket, må se det. Det skrives
              i »Seneste ændringer« med dit navn.
            </span>
          </label>
        </>
      )}
      <div className={css.share}>
        <Button
          margin={false}
          size="small"
          disabled={isBusy || isModified || (isNew && !title.trim()) || (question !== null && !hasLooked)}
          onClick={() => void send()}
        >
          {isBusy ? 'Deler …' : question ? 'Del alligevel' : isNew ? 'Lav linket' : 'Føj til linket'}
        </Button>
        <Button margin={false} size="small" buttonStyle="secondary" onClick={onClosed}>
          Annullér
        </Button>
      </div>
    </div>
  )
}

export const FAILED = 'Serveren svarede ikke, som den skulle. Genindlæs siden, og se, hvad der er sket.'
