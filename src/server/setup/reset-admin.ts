import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { getPayload } from 'payload'
import { say } from '../tell/language.ts'
import { isForPeople } from '../tell/log.ts'
import { runProgram } from '../tell/program.ts'
import { checkDatabase } from '../postgres/database.ts'
import { closePost } from '../../mail/of-process.ts'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { root } from '../root.ts'
import { readEnvironment } from '../start/env.ts'
import { StartError } from '../tell/start-error.ts'
import { showLogin, writeLogin } from './tell-login.ts'

// `npm run admin:reset [e-mail]`: a new password for an account, or for the first administrator, while the site runs, and no second
// factor. All
// who are logged in with the account are logged out. It makes nothing but that: no folder, no secret.
await runProgram(async (_, { tell }) => {
  const environment = readEnvironment(process.env)
  // Otherwise it would be a guess.
  const siteUrl = process.env.SITE_URL ? environment.siteUrl : null
  const dataDir = path.resolve(root, environment.dataDir)
  const hasFolder = existsSync(dataDir)
  const url = environment.databaseUrl ?? (hasFolder ? addressOfPostgres(dataDir) : null)
  if (!url || !(hasFolder || isForPeople()))
    throw new StartError(
      say({
        da: `Der er ingen hjemmeside i ${dataDir}: sæt DATA_DIR og DATABASE_URL, som hjemmesiden har dem, for eksempel med dets site.env.`,
        en: `There is no site in ${dataDir}: set DATA_DIR and DATABASE_URL as the site has them, for example by its site.env.`,
      }),
    )
  if (environment.databaseUrl) await checkDatabase(url)
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SITE_URL: environment.siteUrl,
    // The CMS does nothing without one; no password depends on it.
    PAYLOAD_SECRET: environment.payloadSecret ?? 'only for commands',
    NODE_ENV: 'production',
    // What the CMS has to say is not for whoever stands at the terminal.
    LOG_LEVEL: 'silent',
  })
  const login = await resetPassword(process.argv[2])
  if (isForPeople()) return showLogin(login, siteUrl)
  const file = writeLogin(login, path.join(dataDir, 'new-login'), siteUrl)
  tell(
    'new-login',
    {
      da: `Den nye adgangskode står i ${file}: slet filen, når den er læst.`,
      en: `The new password is in ${file}: delete the file once read.`,
    },
    { file },
  )
})

/** Gives the account, or the first administrator, a new password, and makes it an administrator if there is none. */
async function resetPassword(email: string | undefined) {
  // Imported here, because it reads the environment while it loads.
  const { default: config } = await import('../../../payload.config.ts')
  const payload = await getPayload({ config }).catch(() => {
    throw new StartError(
      say({
        da: 'Databasen svarer ikke: start hjemmesiden, og prøv igen.',
        en: 'The database does not answer: start the site and try again.',
      }),
    )
  })
  const isAdministrator = { role: { equals: 'administrator' } } as const
  const { docs } = await payload.find({
    collection: 'users',
    // Payload keeps addresses in small letters.
    where: email === undefined ? isAdministrator : { email: { equals: email.trim().toLowerCase() } },
    sort: 'id',
    limit: 1,
  })
  const [user] = docs
  if (!user)
    throw new StartError(
      email === undefined
        ? say({
            da: 'Der er ingen administrator: nævn den konto, der skal være det: npm run admin:reset -- navn@aalborg.dk',
            en: 'There is no administrator: name the account that shall be one: npm run admin:reset -- name@aalborg.dk',
          })
        : say({
            da: `Ingen konto har e-mailadressen ${email}.`,
            en: `No account has the e-mail address ${email}.`,
          }),
    )
  const { totalDocs: administrators } = await payload.count({ collection: 'users', where: isAdministrator })
  const password = randomBytes(15).toString('base64url')
  await payload.update({
    collection: 'users',
    id: user.id,
    data: { password, sessions: [], ...(administrators === 0 ? { role: 'administrator' as const } : {}) },
  })
  // Whoever has the account is told.
  await closePost()
  // Whoever asks for this may have lost all of it.
  for (const table of ['totp', 'passkeys', 'recovery_codes'])
    await (payload.db as unknown as PostgresAdapter).pool.query(
      `DELETE FROM accounts.${table} WHERE user_id = $1`,
      [user.id],
    )
  return { email: user.email, password }
}
