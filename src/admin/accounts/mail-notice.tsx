import type { ServerProps } from 'payload'
import { hasPostFailed } from '../../mail/of-process.ts'
import css from './accounts.module.css'

/** Tells administrators on the dashboard that mails lie on the server instead of going out. Empty while they go out. */
export function MailNotice({ payload, user }: ServerProps) {
  if (user?.role !== 'administrator') return null
  if (payload.email.name === 'smtp' && !hasPostFailed()) return null
  const [heading, words] = payload.email.name === 'smtp' ? NOT_TAKEN : NO_SERVER
  return (
    <section className={css.notice} aria-labelledby="mail-notice">
      <h2 id="mail-notice">{heading}</h2>
      <p>{words}</p>
    </section>
  )
}

const NO_SERVER = [
  'Hjemmesiden sender ikke e-mail',
  'Den er ikke sat op med en mailserver (SMTP_URL). Links til en ny adgangskode og beskeder om konti lægges som filer i mappen »mail« under DATA_DIR på serveren, hvor den, der driver hjemmesiden, kan læse dem.',
]

const NOT_TAKEN = [
  'Den seneste e-mail kunne ikke sendes',
  'Mailserveren tog ikke imod den. Det, der ikke kan sendes, lægges som filer i mappen »mail« under DATA_DIR på serveren. Sig det til den, der driver hjemmesiden.',
]
