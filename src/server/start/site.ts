import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { say } from '../tell/language.ts'
import { captureOutput, createLog, isForPeople, step, type Log } from '../tell/log.ts'
import { whyPortIsClosed } from '../machine/ports.ts'
import { checkDatabase } from '../postgres/database.ts'
import { startPostgres } from '../postgres/postgres.ts'
import { runSetup } from '../setup/run-setup.ts'
import { tellFirstLogin } from '../setup/tell-login.ts'
import { StartError } from '../tell/start-error.ts'
import { ensureBuild } from './build.ts'
import { diskFault, prepareDataFolder } from './data-folder.ts'
import { databaseFaults } from './database-faults.ts'
import { type Environment, readEnvironment } from './env.ts'
import { keepServerRunning } from './keep-running.ts'
import { portFault, proxyWarning } from './listen-faults.ts'
import { noMailLine } from './mail.ts'
import { readOrMakeSecret } from './secrets.ts'
import { keepGoing, type Stop } from './stop.ts'

/**
 * Runs the site until it is asked to stop, then stops everything it started. This process makes everything ready, runs the
 * database, and keeps the server running, which is a process of its own (src/server/serve): whatever happens to that, the
 * database stays and the server comes back.
 * Throws a StartError for anything the person at the terminal can fix; then too everything is stopped.
 */
export async function runSite(options: { isDevelopment: boolean; stop: Stop }): Promise<void> {
  const { isDevelopment, stop } = options
  const environment = readEnvironment(process.env)
  const log = createLog(environment.logLevel)
  captureOutput(log)
  keepGoing(log, stop)
  const closers: (() => Promise<void>)[] = []
  try {
    await makeReady({ environment, isDevelopment, log, signal: stop.signal, closers })
    await keepServerRunning({ isDevelopment, log, stop })
    log.info({ event: 'stopping' }, say({ da: 'Stopper …', en: 'Stopping …' }))
  } finally {
    for (const close of closers.toReversed())
      await close().catch((error: unknown) =>
        log.error({ event: 'not-closed', error: String(error) }, 'Could not be stopped'),
      )
    // A start that failed says why, and nothing else.
    if (stop.signal.aborted) log.info({ event: 'stopped' }, say({ da: 'Stoppet.', en: 'Stopped.' }))
  }
}

/** Everything that must be there before the server starts; what the server reads is in `process.env` afterwards. */
async function makeReady(options: {
  environment: Environment
  isDevelopment: boolean
  log: Log
  signal: AbortSignal
  closers: (() => Promise<void>)[]
}): Promise<void> {
  const { environment, isDevelopment, log, signal, closers } = options
  const { siteUrl } = environment
  const closed = portFault(environment, await whyPortIsClosed(environment.port, environment.host))
  if (closed) throw new StartError(closed)
  const dataDir = prepareDataFolder(environment.dataDir)
  const full = diskFault(dataDir)
  if (full && !environment.databaseUrl) throw new StartError(full)
  if (full) log.warn({ event: 'disk-full' }, full)
  if (environment.siteClock)
    log.warn({ event: 'site-clock' }, `SITE_CLOCK is set: the clock started at ${environment.siteClock}`)
  const open = proxyWarning(environment)
  if (open) log.warn({ event: 'trust-proxy' }, open)
  if (environment.smtpUrl === undefined) log.info({ event: 'no-mail-server' }, noMailLine())

  const warn = (line: string) => log.warn({ event: 'database' }, line)
  const databaseUrl = await step(log, 'database', { da: 'Database', en: 'Database' }, async (progress) => {
    if (environment.databaseUrl) {
      await checkDatabase(environment.databaseUrl)
      const faults = await databaseFaults(environment.databaseUrl)
      if (faults.length > 0) throw new StartError(faults.join('\n'))
      return environment.databaseUrl
    }
    let tell = isForPeople() ? progress : warn
    const postgres = await startPostgres({ dataDir, tell: (line) => tell(line) })
    tell = warn
    closers.push(() => postgres.stop())
    return postgres.url
  })
  signal.throwIfAborted()

  // Only the server reads the files; Payload would make the folder open to all.
  mkdirSync(path.join(dataDir, 'media'), { recursive: true, mode: 0o700 })
  // For the server, for payload.config.ts, which also runs without a server, and for Next.
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SITE_URL: siteUrl,
    PAYLOAD_SECRET: environment.payloadSecret ?? readOrMakeSecret(dataDir),
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  if (!isDevelopment)
    await step(log, 'build', { da: 'Byg', en: 'Build' }, (progress) => ensureBuild({ progress, signal }))
  signal.throwIfAborted()
  const administrator = await step(log, 'content', { da: 'Indhold', en: 'Content' }, (progress) =>
    runSetup({ databaseUrl, dataDir, progress, signal }),
  )
  if (administrator) tellFirstLogin(administrator, { log, dataDir, siteUrl })
  signal.throwIfAborted()
}
