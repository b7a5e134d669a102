'use client'

import { Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { type Approval, APPROVAL_STEPS, type ApprovalOf } from '../../../domain/accounts/approval.ts'
import { approvalAddress, collectionAddress } from '../../../domain/addresses.ts'
import fields from '../../accessible/form.module.css'
import { askCms } from '../../documents/ask/ask-cms.ts'
import { useSeenVersion } from '../../documents/versions/use-seen-version.ts'
import css from './approval.module.css'
import { whenSaid } from './when-said.ts'

type Step = (typeof APPROVAL_STEPS)[number]

/** In a form: asking for approval of the draft, what was answered, and answering. */
export function ApprovalField() {
  const { id, collectionSlug: slug = '', lastUpdateTime, hasPublishPermission } = useDocumentInfo()
  const seen = useSeenVersion()
  const isModified = useFormModified()
  const name = useId()
  const [known, setKnown] = useState<ApprovalOf | null>(null)
  const [writing, setWriting] = useState<'ask' | 'return' | null>(null)
  const [word, setWord] = useState('')
  const [told, setTold] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  // What stands after the sign is not sent; it tells when to ask again.
  const address = id === undefined ? null : `${approvalAddress(slug, id)}#${lastUpdateTime}`
  const load = useCallback(async () => {
    if (address === null) return
    const answer = await askCms<ApprovalOf>('GET', address, { failed: UNREAD })
    if ('problem' in answer) setTold(answer.problem)
    else setKnown(answer)
  }, [address])
  useEffect(() => {
    const begin = async () => load()
    void begin()
  }, [load])

  async function take(step: Step) {
    if (id === undefined) return
    setIsBusy(true)
    setTold('')
    const answer = await askCms<{ message: string }>('POST', approvalAddress(slug, id), {
      send: { step, seen, word: step === 'ask' || step === 'return' ? word : '' },
      failed: FAILED,
    })
    setIsBusy(false)
    if ('problem' in answer) return setTold(answer.problem)
    // The form holds the draft that has become public.
    if (step === 'approve') return window.location.reload()
    setWriting(null)
    setWord('')
    await load()
    setTold(answer.message)
  }

  if (!known || id === undefined) return null
  const { approval, mayAsk, mayAnswer } = known
  const asks =
    mayAsk && !hasPublishPermission && (approval?.state !== 'waiting' || approval.changedBy !== null)
  const shown = approval && (approval.state !== 'approved' || !mayAsk) ? approval : null
  if (!shown && !asks && told === '') return null
  const isStale = isModified || isBusy

  return (
    <section
      className={`field-type ${css.field}`}
      aria-labelledby={name}
      data-approval={shown?.state ?? 'none'}
    >
      <h3 id={name}>Godkendelse</h3>
      {shown && <Said approval={shown} versions={`${collectionAddress(slug)}/${id}/versions`} />}
      <output className={css.told}>{told}</output>
      {writing && (
        <div className={`${fields.fields} ${css.form}`}>
          <label htmlFor={`${name}-word`}>
            {writing === 'ask' ? 'Skriv et ord med (må være tomt)' : 'Hvad skal laves om?'}
          </label>
          <textarea
            id={`${name}-word`}
            rows={3}
            maxLength={1000}
            value={word}
            onChange={({ target }) => setWord(target.value)}
          />
          {isModified && <p>Gem først kladden: det er det, der er gemt, som bliver sendt.</p>}
          <div className={css.buttons}>
            <Button
              margin={false}
              size="small"
              disabled={isStale || (writing === 'return' && !word.trim())}
              onClick={() => void take(writing)}
            >
              {writing === 'ask' ? 'Send' : 'Send tilbage'}
            </Button>
            <Button margin={false} size="small" buttonStyle="secondary" onClick={() => setWriting(null)}>
              Annullér
            </Button>
          </div>
        </div>
      )}
      {!writing && (
        <div className={css.buttons}>
          {mayAnswer && approval?.changedBy === null && (
            <Button margin={false} size="small" disabled={isStale} onClick={() => void take('approve')}>
              Godkend og offentliggør
            </Button>
          )}
          {mayAnswer && (
            <Button margin={false} size="small" buttonStyle="secondary" onClick={() => setWriting('return')}>
              Send tilbage …
            </Button>
          )}
          {asks && (
            <Button margin={false} size="small" onClick={() => setWriting('ask')}>
              Send til godkendelse …
            </Button>
          )}
          {approval?.isOwn && approval.state === 'waiting' && (
            <Button
              margin={false}
              size="small"
              buttonStyle="secondary"
              disabled={isBusy}
              onClick={() => void take('withdraw')}
            >
              Træk tilbage
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** How it stands: who asked, what was answered, and whether it is another text by now. */
function Said({ approval, versions }: { approval: Approval; versions: string }) {
  const { state, by, at, note, answeredBy, answeredAt, answer, changedBy } = approval
  if (state === 'approved')
    return (
      <p>
        Godkendt af {answeredBy} {answeredAt && whenSaid(answeredAt)}.
      </p>
    )
  return (
    <>
      {state === 'returned' ? (
        <p>
          <strong>Sendt tilbage</strong> af {answeredBy} {answeredAt && whenSaid(answeredAt)}: »{answer}«
        </p>
      ) : (
        <p>
          <strong>Venter på godkendelse.</strong> {by} bad om det {whenSaid(at)}
          {note === null ? '.' : `: »${note}«`}
        </p>
      )}
      {state === 'waiting' && changedBy !== null && (
        <p>
          {changedBy} har gemt en nyere udgave siden. <a href={versions}>Se, hvad der er ændret</a>. Den kan
          offentliggøres som sædvanlig, sendes tilbage eller sendes til godkendelse igen.
        </p>
      )}
    </>
  )
}

const UNREAD = 'Godkendelsen kan ikke hentes lige nu. Genindlæs siden.'
const FAILED = 'Serveren svarede ikke, som den skulle. Genindlæs siden, og se, hvad der er sket.'
