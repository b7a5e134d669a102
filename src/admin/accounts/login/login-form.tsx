'use client'

import { EmailField, Form, FormSubmit, Link, PasswordField, toast, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { email } from 'payload/shared'
import { useState } from 'react'
import { ADDRESSES, FORGOT } from '../../../domain/addresses.ts'
import { NewCodes } from '../second-factor/new-codes.tsx'
import { readLogin } from './answers.ts'
import { SecondStep } from './second-step.tsx'
import type { Needed } from './answers.ts'

type Next = { needed: Needed; problem: string; tries: number } | { codes: string[] } | null

/** Logs in by a password and, when the answer asks for it, by what the account has besides. @param to where it leads */
export function LoginForm({ to }: { to: string }) {
  const [next, setNext] = useState<Next>(null)
  const [account, setAccount] = useState<object | null>(null)
  const { setUser } = useAuth()
  const router = useRouter()

  function enter(user: object) {
    setUser(user as Parameters<typeof setUser>[0])
    router.push(to)
  }

  async function handle(response: Response) {
    const answer = await readLogin(response)
    if ('problem' in answer) {
      if (answer.needed === null) {
        setNext(null)
        toast.error(answer.problem)
        return
      }
      const { needed, problem } = answer
      setNext((last) => ({ needed, problem, tries: last && 'tries' in last ? last.tries + 1 : 0 }))
      return
    }
    if (answer.recoveryCodes.length === 0) return enter(answer.account)
    setAccount(answer.account)
    setNext({ codes: answer.recoveryCodes })
  }

  if (next && 'codes' in next && account) return <NewCodes codes={next.codes} onKept={() => enter(account)} />
  return (
    <Form
      action={ADDRESSES.login.path}
      className="login__form"
      disableSuccessStatus
      handleResponse={(response) => void handle(response)}
      initialState={{ email: EMPTY, password: EMPTY }}
      method="POST"
      waitForAutocomplete
    >
      <div className="login__form__inputWrap" hidden={next !== null}>
        <EmailField
          field={{ name: 'email', label: 'E-mail', required: true, admin: { autoComplete: 'email' } }}
          path="email"
          validate={email}
        />
        <PasswordField field={{ name: 'password', label: 'Adgangskode', required: true }} path="password" />
      </div>
      {next && 'needed' in next ? (
        <SecondStep
          key={next.tries}
          needed={next.needed}
          problem={next.problem}
          onBack={() => setNext(null)}
        />
      ) : (
        <>
          <Link href={FORGOT} prefetch={false}>
            Glemt adgangskoden?
          </Link>
          <FormSubmit size="large">Log ind</FormSubmit>
        </>
      )}
    </Form>
  )
}

const EMPTY = { initialValue: undefined, valid: true, value: undefined }
