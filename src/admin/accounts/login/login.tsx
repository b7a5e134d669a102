import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { Logo } from '../../frame/mark.tsx'
import { LoginForm } from './login-form.tsx'

/** The login in place of Payload's, as that one knows no second factor. */
export function Login({ initPageResult, searchParams }: AdminViewServerProps) {
  const { user, payload } = initPageResult.req
  const to = getSafeRedirect({
    fallbackTo: payload.config.routes.admin,
    redirectTo: String(searchParams?.redirect ?? ''),
  })
  if (user) redirect(to)
  return (
    <>
      <div className="login__brand">
        <Logo />
      </div>
      <LoginForm to={to} />
    </>
  )
}
