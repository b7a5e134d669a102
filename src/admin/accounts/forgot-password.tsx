import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { ADMIN } from '../../domain/addresses.ts'
import { ForgotForm } from './forgot-form.tsx'
import css from './accounts.module.css'

/**
 * The page for a forgotten password, instead of Payload's, which says that a mail was sent whatever the server answers
 * (@payloadcms/next/dist/views/ForgotPassword).
 */
export function ForgotPassword({ initPageResult }: AdminViewServerProps) {
  const { payload, user } = initPageResult.req
  if (!user) return <ForgotForm isSent={payload.email.name === 'smtp'} />
  return (
    <div className={css.form}>
      <h1>Du er logget ind</h1>
      <p>
        Adgangskoden skiftes på <Link href={`${ADMIN}/account`}>din konto</Link>.
      </p>
    </div>
  )
}
