'use client'

import { Button, Link, useAuth } from '@payloadcms/ui'
import { startAuthentication } from '@simplewebauthn/browser'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import { ADDRESSES, FORGOT } from '../../../domain/addresses.ts'
import { AppCode } from '../second-factor/app-code.tsx'
import { NewCodes } from '../second-factor/new-codes.tsx'
import css from '../second-factor/second-factor.module.css'
import { type Needed, readLogin } from './answers.ts'

type Shown = { needed: Needed } | { codes: string[]; account: object } | null

/**
 * Logs in by a password and, when the answer asks for it, by what the account has besides: address, password and that are sent
 * together. @param to where it leads
 */
export function LoginForm({ to }: { to: string }) {
  const [shown, setShown] = useState<Shown>(null)
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const isReady = useIsReady()
  const known = useRef({ email: '', password: '' })
  const { setUser } = useAuth()
  const router = useRouter()

  function enter(account: object) {
    setUser(account as Parameters<typeof setUser>[0])
    router.push(to)
  }

  async function logIn(more: { code?: string; passkey?: object }) {
    setIsBusy(true)
    setProblem('')
    const answer = await readLogin(() =>
      fetch(ADDRESSES.login.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...known.current, ...more }),
      }),
    )
    setIsBusy(false)
    if ('problem' in answer) {
      setProblem(answer.problem)
      setShown(answer.needed && { needed: answer.needed })
    } else if (answer.recoveryCodes.length > 0)
      setShown({ codes: answer.recoveryCodes, account: answer.account })
    else enter(answer.account)
  }

  async function sign(needed: Needed) {
    if (!('passkey' in needed) || !needed.passkey) return
    setProblem('')
    try {
      const { id, rawId, type, response } = await startAuthentication({ optionsJSON: needed.passkey })
      await logIn({ passkey: { id, rawId, type, response } })
    } catch {
      setProblem('Adgangsnøglen blev ikke brugt. Prøv igen.')
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const fields = new FormData(event.currentTarget)
    const typed = (name: string) => String(fields.get(name) ?? '')
    if (shown && 'needed' in shown) return void logIn({ code: typed('code') })
    known.current = { email: typed('email'), password: typed('password') }
    void logIn({})
  }

  if (shown && 'codes' in shown) return <NewCodes codes={shown.codes} onKept={() => enter(shown.account)} />
  const needed = shown?.needed
  return (
    <form className={`login__form ${css.step}`} method="post" onSubmit={submit}>
      {needed ? (
        <>
          {'setUp' in needed && <AppCode {...needed.setUp} />}
          {'passkey' in needed && needed.passkey && (
            <Button margin={false} size="large" disabled={isBusy} onClick={() => void sign(needed)}>
              Brug din adgangsnøgle
            </Button>
          )}
          {('setUp' in needed || needed.hasApp || needed.hasRecoveryCodes) && (
            <Field
              name="code"
              label={
                'setUp' in needed
                  ? 'Koden, som appen viser'
                  : 'Kode fra din app, eller en af dine reservekoder'
              }
              autoComplete="one-time-code"
            />
          )}
        </>
      ) : (
        <>
          <Field name="email" type="email" label="E-mail" autoComplete="username" />
          <Field name="password" type="password" label="Adgangskode" autoComplete="current-password" />
          <Link href={FORGOT} prefetch={false}>
            Glemt adgangskoden?
          </Link>
        </>
      )}
      <p role="alert" className={css.problem}>
        {problem}
      </p>
      <Button type="submit" size="large" margin={false} disabled={isBusy || !isReady}>
        Log ind
      </Button>
      {needed && (
        <button
          type="button"
          className={css.link}
          onClick={() => {
            setShown(null)
            setProblem('')
          }}
        >
          Begynd forfra
        </button>
      )}
    </form>
  )
}

/** Whether the script runs: sent before that, the form would go to the page itself. */
const useIsReady = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )

type FieldProps = { name: string; label: string; type?: string; autoComplete: string }

/** A field as Payload's look. */
function Field({ name, label, type = 'text', autoComplete }: FieldProps) {
  return (
    <div className={`field-type ${type}`}>
      <label className="field-label" htmlFor={`field-${name}`}>
        {label}
      </label>
      <div className="field-type__wrap">
        <input id={`field-${name}`} name={name} type={type} autoComplete={autoComplete} required />
      </div>
    </div>
  )
}
