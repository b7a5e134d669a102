import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ADMIN } from '../../domain/addresses.ts'
import { say } from '../tell/language.ts'
import { isForPeople, type Log } from '../tell/log.ts'

/** A login as it is told once; the password is null when it was given in the environment. */
export type Login = { email: string; password: string | null }

/**
 * Tells the first administrator's login: at a terminal by showing it, else in a file for its owner only, so that no log
 * keeps a password.
 */
export function tellFirstLogin(login: Login, to: { log: Log; dataDir: string; siteUrl: string }): void {
  if (isForPeople()) return showLogin(login, to.siteUrl)
  if (login.password === null) {
    to.log.info(
      { event: 'first-login' },
      'The first administrator is the one of ADMIN_EMAIL and ADMIN_PASSWORD',
    )
    return
  }
  const file = writeLogin(login, path.join(to.dataDir, 'first-login'), to.siteUrl)
  to.log.info(
    { event: 'first-login', file },
    `The first administrator's login is in ${file}: delete it once read`,
  )
}

/** Shows a login at the terminal. `siteUrl`: null where it is not known. */
export function showLogin(login: Login, siteUrl: string | null): void {
  const lines = [
    ...linesOf(login, siteUrl),
    ...(login.password
      ? [
          say({
            da: 'Skriv den ned: den vises kun denne ene gang.',
            en: 'Write it down: it is shown this once only.',
          }),
        ]
      : []),
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(width + 2)
  console.log([`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n'))
}

/** Writes a login to a file that only its owner can read (mode 600). Returns the file's name. */
export function writeLogin(login: Login, file: string, siteUrl: string | null): string {
  writeFileSync(file, '', { mode: 0o600 })
  // The mode above is only for a file that is new.
  chmodSync(file, 0o600)
  writeFileSync(file, `${linesOf(login, siteUrl).join('\n')}\n`)
  return file
}

function linesOf({ email, password }: Login, siteUrl: string | null): string[] {
  const code =
    password ?? say({ da: 'den, du har sat i ADMIN_PASSWORD', en: 'the one you have set in ADMIN_PASSWORD' })
  return [
    siteUrl === null
      ? say({ da: `Log ind på hjemmesidens ${ADMIN}`, en: `Log in at the site's ${ADMIN}` })
      : `${say({ da: 'Log ind på', en: 'Log in at' })} ${siteUrl}${ADMIN}`,
    `${say({ da: 'E-mail:     ', en: 'E-mail:  ' })} ${email}`,
    `${say({ da: 'Adgangskode:', en: 'Password:' })} ${code}`,
  ]
}
