'use client'

import { Button, TextInput } from '@payloadcms/ui'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { ADDRESSES, ADMIN } from '../../domain/addresses.ts'
import css from './accounts.module.css'

/** Asks for a link to a new password, and says what became of it. @param isSent by mail; else it lies on the server */
export function ForgotForm({ isSent }: { isSent: boolean }) {
  const [email, setEmail] = useState('')
  const [state, setState] = useState<'asks' | 'waits' | 'done'>('asks')
  const [problem, setProblem] = useState('')
  const words = isSent ? BY_MAIL : ON_SERVER

  async function send(event: FormEvent) {
    event.preventDefault()
    setProblem('')
    setState('waits')
    const found = await ask(email)
    setProblem(found ?? '')
    setState(found === null ? 'done' : 'asks')
  }

  return (
    <form className={css.form} onSubmit={(event) => void send(event)}>
      <h1>{state === 'done' ? words.heading : 'Glemt adgangskode'}</h1>
      <output>{state === 'done' ? words.done : words.asks}</output>
      {state !== 'done' && (
        <>
          <TextInput
            htmlAttributes={{ autoComplete: 'email', inputMode: 'email' } as never}
            label="E-mail"
            onChange={({ target }: { target: { value: string } }) => setEmail(target.value)}
            path="email"
            required
            value={email}
          />
          <p className={css.problem} role="alert">
            {problem}
          </p>
          <Button disabled={state === 'waits'} size="large" type="submit">
            {state === 'waits' ? 'Vent …' : 'Få et link'}
          </Button>
        </>
      )}
      <p>
        <Link href={`${ADMIN}/login`} prefetch={false}>
          Tilbage til login
        </Link>
      </p>
    </form>
  )
}

const BY_MAIL = {
  asks: 'Skriv e-mailadressen på din konto. Så får du et link, hvor du vælger en ny adgangskode.',
  heading: 'Se i din indbakke',
  done: 'Har adressen en konto her, er et link på vej til den. Det gælder i en time, og det nyeste er det, der virker. Kommer der intet inden for fem minutter, så se i uønsket post, prøv igen, eller bed en administrator om en ny adgangskode.',
}

const ON_SERVER = {
  asks: 'Hjemmesiden sender ikke e-mail. Skriv e-mailadressen på din konto, så lægges et link i en fil på serveren, og den, der driver hjemmesiden, kan give dig det. En administrator kan også give dig en ny adgangskode.',
  heading: 'Linket ligger på serveren',
  done: 'Har adressen en konto her, ligger et link nu som en fil i mappen »mail« under DATA_DIR på serveren. Det gælder i en time. Bed den, der driver hjemmesiden, om det.',
}

/** Why no link is on its way; null if one is, should the address have an account. */
async function ask(email: string): Promise<string | null> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) return 'Skriv en e-mailadresse, for eksempel navn@aalborg.dk.'
  const answer = await fetch(ADDRESSES.forgotPassword.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  }).catch(() => null)
  if (answer?.ok) return null
  const told = refusal.safeParse(await answer?.json().catch(() => null))
  return told.data?.errors[0]?.message ?? 'Serveren svarer ikke. Prøv igen om lidt.'
}

const refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })
