'use client'

import { Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useCallback, useId, useRef, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { collectionAddress, draftLinksAddress, withdrawLinkAddress } from '../../../domain/addresses.ts'
import { planTimeText } from '../../../domain/time/plan-time.ts'
import {
  answerText,
  type Approval,
  type DraftLink,
  type LinksOfPage,
} from '../../../domain/time/shared-drafts.ts'
import spoken from '../../accessible/spoken.module.css'
import { useRights } from '../../accounts/rights/use-rights.ts'
import { askCms } from '../../documents/ask/ask-cms.ts'
import { useBeside } from '../../documents/ask/use-beside.ts'
import { CopyLink } from './copy-link.tsx'
import { FAILED, ShareForm } from './share-form.tsx'
import css from './sharing.module.css'

/** The links that show the page's draft to somebody without an account, who has approved it or not, and making another link. */
export function SharingField() {
  const { id, lastUpdateTime } = useDocumentInfo()
  // Links are of those who may edit the page.
  const isShown = useRights().saving === null && id !== undefined
  const name = useId()
  const isModified = useFormModified()
  const [isOpen, setIsOpen] = useState(false)
  const [told, setTold] = useState<{ message: string; address: string | null }>(NOTHING)
  const place = useRef<HTMLElement>(null)

  // What stands after the sign is not sent; it tells when to ask again.
  const address = !isShown ? null : `${draftLinksAddress('pages', id)}#${lastUpdateTime}`
  const tell = useCallback((message: string) => setTold({ message, address: null }), [])
  const { known, reload } = useBeside<LinksOfPage>(address, UNREAD, tell)

  /** Back to where the editor was. */
  function close() {
    setIsOpen(false)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`.${css.share} button`)?.focus())
  }

  async function withdraw(link: DraftLink) {
    const answer = await askCms<{ message: string }>('POST', withdrawLinkAddress(link.id), { failed: FAILED })
    tell('problem' in answer ? answer.problem : answer.message)
    await reload()
    close()
  }

  if (!isShown) return null
  const { links, approvals, others } = known ?? NO_LINKS
  return (
    <section ref={place} className={`field-type ${css.field}`} aria-labelledby={name}>
      <h3 id={name}>Delt uden login</h3>
      {approvals.length > 0 && (
        <ul className={css.list}>
          {approvals.map((one) => (
            <li key={`${one.name} ${one.at}`}>
              <Approved approval={one} page={id} />
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul className={css.list}>
          {links.map((link) => (
            <li key={link.id}>
              <Told link={link} page={Number(id)} />
              {link.state === 'open' && (
                <Button
                  margin={false}
                  size="small"
                  buttonStyle="secondary"
                  onClick={() => void withdraw(link)}
                >
                  Træk tilbage<span className={spoken.only}>: {link.title}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <output className={css.told}>{told.message}</output>
      {told.address && <CopyLink address={told.address} />}
      {isOpen ? (
        <ShareForm
          page={id}
          others={others}
          isModified={isModified}
          onClosed={close}
          onShared={(answer) => {
            setTold(answer)
            setIsOpen(false)
            void reload()
          }}
        />
      ) : (
        <div className={css.share}>
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            onClick={() => {
              setTold(NOTHING)
              setIsOpen(true)
            }}
          >
            Del kladden …
          </Button>
        </div>
      )}
    </section>
  )
}

const NOTHING = { message: '', address: null }
const NO_LINKS: LinksOfPage = { links: [], approvals: [], others: [] }
const UNREAD = 'De delte links kan ikke hentes lige nu. Genindlæs siden.'

const timeText = (at: string) => planTimeText(Temporal.Instant.from(at))

function Approved({ approval, page }: { approval: Approval; page: number | string }) {
  const { word, at, version, versionAt, isChanged } = approval
  const saved = `den udgave, der blev gemt ${timeText(versionAt)}`
  return (
    <>
      <p>
        <strong>
          {answerText(approval)} {timeText(at)}
          {isChanged && ' – ændret siden'}
        </strong>
      </p>
      {word && <p className={css.word}>{word}</p>}
      <p>
        Det gælder{' '}
        {version === null ? (
          saved
        ) : (
          <a href={`${collectionAddress('pages')}/${page}/versions/${version}`}>{saved}</a>
        )}
        .
      </p>
    </>
  )
}

function Told({ link, page }: { link: DraftLink; page: number }) {
  const { title, by, state, expiresAt, openings } = link
  const others = link.pages.filter(({ id }) => id !== page)
  return (
    <p>
      <strong>{title}</strong>
      {STATES[state]} {timeText(expiresAt)}. Vist {openings === 1 ? 'én gang' : `${openings} gange`}.
      {by && ` Lavet af ${by}.`}
      {others.length > 0 && ` Viser også ${others.map((other) => `»${other.title}«`).join(', ')}.`}
    </p>
  )
}

const STATES: Record<DraftLink['state'], string> = {
  open: ' virker til',
  expired: ' udløb',
  withdrawn: ' er trukket tilbage; skulle virke til',
}
