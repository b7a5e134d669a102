'use client'

import { FormSubmit, TextField, useForm } from '@payloadcms/ui'
import { startAuthentication } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { AppCode } from '../second-factor/app-code.tsx'
import css from '../second-factor/second-factor.module.css'
import type { Needed } from './answers.ts'

type Props = { needed: Needed; problem: string; onBack: () => void }

/** The second step of a login: a code, a passkey, or an app that has to be set up first. */
export function SecondStep({ needed, problem, onBack }: Props) {
  const { submit, dispatchFields } = useForm()
  const [refused, setRefused] = useState('')
  // A code that was refused is typed anew.
  useEffect(() => dispatchFields({ type: 'UPDATE', path: 'code', value: '' }), [dispatchFields])
  const setUp = 'setUp' in needed ? needed.setUp : null
  const passkey = 'passkey' in needed ? needed.passkey : null
  const takesCode = setUp !== null || ('hasApp' in needed && (needed.hasApp || needed.hasRecoveryCodes))

  async function sign() {
    if (!passkey) return
    setRefused('')
    try {
      const signed = await startAuthentication({ optionsJSON: passkey })
      await submit({ overrides: { passkey: signed, code: undefined } })
    } catch {
      setRefused('Adgangsnøglen blev ikke brugt. Prøv igen.')
    }
  }

  return (
    <div className={css.step}>
      <p role="alert">{refused || problem}</p>
      {setUp && <AppCode {...setUp} />}
      {passkey && (
        <button type="button" className="btn btn--style-primary btn--size-large" onClick={() => void sign()}>
          Brug din adgangsnøgle
        </button>
      )}
      {takesCode && (
        <>
          <TextField
            field={{
              name: 'code',
              label: setUp ? 'Koden, som appen viser' : 'Kode fra din app, eller en af dine reservekoder',
              admin: { autoComplete: 'one-time-code' },
            }}
            path="code"
          />
          <FormSubmit size="large">Log ind</FormSubmit>
        </>
      )}
      <button type="button" className={css.link} onClick={onBack}>
        Begynd forfra
      </button>
    </div>
  )
}
