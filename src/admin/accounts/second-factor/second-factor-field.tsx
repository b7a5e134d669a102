'use client'

import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { startRegistration } from '@simplewebauthn/browser'
import { useEffect, useId, useRef, useState } from 'react'
import type { SecondFactorRequest } from '../../../domain/accounts/second-factor.ts'
import { AppCode } from './app-code.tsx'
import { type Answer, askSecondFactor } from './ask.ts'
import { NewCodes } from './new-codes.tsx'
import css from './second-factor.module.css'

/** In an account's form: what its owner shows besides the password; for administrators, to remove what a colleague has lost. */
export function SecondFactorField() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const title = useId()
  if (id === undefined || !user) return null
  const isOwn = String(user.id) === String(id)
  if (!isOwn && user.role !== 'administrator') return null
  return (
    <section className={`field-type ${css.field}`} aria-labelledby={title}>
      <h2 id={title}>Login i to trin</h2>
      {isOwn ? <OwnFactors /> : <LostFactors user={Number(id)} />}
    </section>
  )
}

/** A step that is under way: which, once the password is given. */
type Action = Exclude<SecondFactorRequest['action'], 'confirm-app' | 'confirm-passkey' | 'reset'>
type Step = { action: Action; id: string; words: string } | null

function OwnFactors() {
  const [state, setState] = useState<Answer | null>(null)
  const [problem, setProblem] = useState('')
  const [step, setStep] = useState<Step>(null)
  useEffect(() => {
    void askSecondFactor().then(show)
  }, [])

  function show(answer: Answer | { problem: string }) {
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem('')
    setState(answer)
    setStep(null)
  }

  async function begin(currentPassword: string) {
    if (!step) return
    const { action, id } = step
    const answer = await askSecondFactor(
      action === 'drop-passkey' ? { action, id, currentPassword } : { action, currentPassword },
    )
    if ('problem' in answer || !answer.passkey) return show(answer)
    try {
      const passkey = await startRegistration({ optionsJSON: answer.passkey })
      show(
        await askSecondFactor({
          action: 'confirm-passkey',
          passkey: withoutLists(passkey),
          name: nameOfDevice(),
        }),
      )
    } catch {
      show({ problem: 'Adgangsnøglen blev ikke lavet. Prøv igen.' })
    }
  }

  if (!state) return <p aria-live="polite">{problem || 'Henter …'}</p>
  if (state.newCodes)
    return <NewCodes codes={state.newCodes} onKept={() => void askSecondFactor().then(show)} />
  const hasFactor = state.hasApp || state.passkeys.length > 0
  return (
    <>
      <p>
        {hasFactor
          ? 'Når du logger ind, viser du, at det er dig, med en af disse.'
          : 'Med en app eller en adgangsnøgle kommer ingen ind med din adgangskode alene.'}
      </p>
      {hasFactor && (
        <ul className={css.factors}>
          {state.hasApp && (
            <li>
              App med koder
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() => setStep({ action: 'drop-app', id: '', words: 'Fjern appen' })}
              >
                Fjern appen
              </Button>
            </li>
          )}
          {state.passkeys.map(({ id, name }) => (
            <li key={id}>
              Adgangsnøgle: {name}
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() =>
                  setStep({ action: 'drop-passkey', id, words: `Fjern adgangsnøglen »${name}«` })
                }
              >
                Fjern
              </Button>
            </li>
          ))}
          <li>
            {state.recoveryCodes} {state.recoveryCodes === 1 ? 'reservekode' : 'reservekoder'} tilbage
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => setStep({ action: 'new-codes', id: '', words: 'Lav nye reservekoder' })}
            >
              Lav nye
            </Button>
          </li>
        </ul>
      )}
      {state.app ? (
        <ConfirmApp {...state.app} show={show} />
      ) : step ? (
        <PresentPassword key={step.words} words={step.words} send={begin} />
      ) : (
        <div className={css.actions}>
          {!state.hasApp && (
            <Button
              margin={false}
              onClick={() => setStep({ action: 'begin-app', id: '', words: 'Sæt en app op' })}
            >
              Sæt en app op
            </Button>
          )}
          <Button
            margin={false}
            onClick={() => setStep({ action: 'begin-passkey', id: '', words: 'Lav en adgangsnøgle' })}
          >
            Lav en adgangsnøgle
          </Button>
        </div>
      )}
      <p className={css.problem} aria-live="polite">
        {problem}
      </p>
    </>
  )
}

function ConfirmApp({
  show,
  ...app
}: {
  secret: string
  address: string
  show: (answer: Answer | { problem: string }) => void
}) {
  return (
    <>
      <AppCode {...app} />
      <OneField
        label="Koden, som appen viser"
        autoComplete="one-time-code"
        words="Bekræft"
        send={async (code) => show(await askSecondFactor({ action: 'confirm-app', code }))}
      />
    </>
  )
}

/** Asks for the password before something is changed. */
function PresentPassword({ words, send }: { words: string; send: (password: string) => Promise<void> }) {
  return (
    <OneField
      label="Din nuværende adgangskode"
      type="password"
      autoComplete="current-password"
      words={words}
      send={send}
    />
  )
}

/** One question and its button. Not a form, as it stands within that of the account. */
function OneField({
  label,
  words,
  send,
  type = 'text',
  autoComplete,
}: {
  label: string
  words: string
  send: (value: string) => Promise<void>
  type?: string
  autoComplete: string
}) {
  const input = useRef<HTMLInputElement>(null)
  // It answers the button that was just pressed.
  useEffect(() => input.current?.focus(), [])
  const [value, setValue] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  async function go() {
    if (isBusy || value === '') return
    setIsBusy(true)
    await send(value)
    setIsBusy(false)
  }
  return (
    <>
      <label>
        {label}
        <input
          ref={input}
          type={type}
          autoComplete={autoComplete}
          value={value}
          onChange={({ target }) => setValue(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            void go()
          }}
        />
      </label>
      <Button margin={false} disabled={isBusy} onClick={() => void go()}>
        {words}
      </Button>
    </>
  )
}

function LostFactors({ user }: { user: number }) {
  const [told, setTold] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  async function reset(currentPassword: string) {
    const answer = await askSecondFactor({ action: 'reset', currentPassword, user })
    setTold('problem' in answer ? answer.problem : 'Fjernet. Kontoen er logget ud alle steder.')
    if (!('problem' in answer)) setIsAsked(false)
  }
  return (
    <>
      <p>
        Har en kollega mistet sin telefon eller nøgle og sine reservekoder, kan du fjerne dem. Vær sikker på,
        at det er vedkommende selv, der beder om det.
      </p>
      {isAsked ? (
        <PresentPassword words="Fjern alt" send={reset} />
      ) : (
        <Button buttonStyle="secondary" margin={false} onClick={() => setIsAsked(true)}>
          Fjern app, adgangsnøgler og reservekoder
        </Button>
      )}
      <p aria-live="polite">{told}</p>
    </>
  )
}

/** What a passkey is called until there is a better name: the browser's system. */
function nameOfDevice(): string {
  const systems = ['Windows', 'iPhone', 'iPad', 'Android', 'Mac', 'Linux']
  return systems.find((system) => navigator.userAgent.includes(system)) ?? 'Browser'
}

/** Without what the server does not ask for. */
function withoutLists({ id, rawId, type, response }: Awaited<ReturnType<typeof startRegistration>>) {
  const { clientDataJSON, attestationObject, transports } = response
  return {
    id,
    rawId,
    type,
    response: { clientDataJSON, attestationObject, transports },
    clientExtensionResults: {},
  }
}
