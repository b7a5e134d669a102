import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { getPayload } from 'payload'
import { say } from '../tell/language.ts'
import { isForPeople } from '../tell/log.ts'
import { checkDatabase } from '../postgres/database.ts'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { readEnvironment } from '../start/env.ts'
import { readOrMakeSecret } from '../start/secrets.ts'
import { explain, StartError } from '../tell/start-error.ts'
import { showLogin, writeLogin } from './tell-login.ts'

// `npm run admin:reset [e-mail]`: a new password for an account, or for the first administrator, while the site runs. All
// who are logged in with the account are logged out.
try {
  const environment = readEnvironment(process.env)
  const dataDir = prepareDataFolder(environment.dataDir)
  const url = environment.databaseUrl ?? addressOfPostgres(dataDir)
  if (!url)
    throw new StartError(
      say({
        da: `Der er ingen database i ${dataDir}: start webstedet først.`,
        en: `There is no database in ${dataDir}: start the site first.`,
      }),
    )
  if (environment.databaseUrl) await checkDatabase(url)
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SITE_URL: environment.siteUrl,
    PAYLOAD_SECRET: environment.payloadSecret ?? readOrMakeSecret(dataDir),
    NODE_ENV: 'production',
    // What the CMS has to say is not for whoever stands at the terminal.
    LOG_LEVEL: 'silent',
  })
  const login = await resetPassword(process.argv[2])
  if (isForPeople()) showLogin(login, environment.siteUrl)
  else {
    const file = writeLogin(login, path.join(dataDir, 'new-login'), environment.siteUrl)
    console.log(
      say({
        da: `Den nye adgangskode står i ${file}: slet filen, når den er læst.`,
        en: `The new password is in ${file}: delete the file once read.`,
      }),
    )
  }
  process.exit(0)
} catch (error) {
  console.error(explain(error)?.message ?? error)
  process.exit(1)
}

/** Gives the account, or the first administrator, a new password, and makes it an administrator if there is none. */
async function resetPassword(email: string | undefined) {
  // Imported here, because it reads the environment while it loads.
  const { default: config } = await import('../../../payload.config.ts')
  const payload = await getPayload({ config }).catch(() => {
    throw new StartError(
      say({
        da: 'Databasen svarer ikke: start webstedet, og prøv igen.',
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
  return { email: user.email, password }
}
