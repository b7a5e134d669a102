import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import type http from 'node:http'
import path from 'node:path'
import type { Logger } from 'pino'
import { addressKind, ADMIN, BUILT, failsInJson } from '../../domain/addresses.ts'
import { builtStyleSheets, ensureBuild } from './build.ts'
import { milliseconds, now } from '../clock.ts'
import { prepareDataFolder } from './data-folder.ts'
import { checkDatabase } from '../postgres/database.ts'
import { readEnvironment } from './env.ts'
import { type App, closeServer, createFront } from '../front/front.ts'
import { securityHeaders } from '../front/headers.ts'
import { createLog, step } from '../log.ts'
import { loadNextApp } from './next-app.ts'
import { isPortFree } from '../ports.ts'
import { startPostgres } from '../postgres/postgres.ts'
import type { Traffic } from '../fresh/courtesy.ts'
import { openFeed } from '../fresh/feed.ts'
import type { StoredPages } from '../fresh/pages.ts'
import { startRefresher } from '../fresh/refresher.ts'
import { loadRenderer } from '../fresh/renderer.ts'
import { root } from '../root.ts'
import { type Administrator, runSetup } from '../setup/run-setup.ts'
import { readOrMakeSecret } from './secrets.ts'
import { StartError } from '../start-error.ts'
import { openPool } from '../../database/pool.ts'
import { quietConsole } from '../../database/quiet-log.ts'
import { handOver } from '../../web/handover.ts'
import { addVisits, countVisits, readVisits } from '../front/visits.ts'
import { noPages } from '../front/store.ts'

/**
 * Runs the site until `signal` is aborted, then stops everything it started.
 * Throws a StartError for anything the person at the terminal can fix; then too everything is stopped.
 */
export async function runSite(options: { isDevelopment: boolean; signal: AbortSignal }): Promise<void> {
  const closers: (() => Promise<void>)[] = []
  try {
    await start(options, closers)
    if (!options.signal.aborted) await once(options.signal, 'abort')
    console.log('Stopper …')
  } finally {
    for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error))
  }
}

async function start(
  { isDevelopment, signal }: { isDevelopment: boolean; signal: AbortSignal },
  closers: (() => Promise<void>)[],
): Promise<void> {
  const environment = readEnvironment(process.env)
  const { port, siteUrl } = environment
  if (!(await isPortFree(port))) {
    throw new StartError(
      `PORT: port ${port} er optaget. Stop det andet program, eller sæt PORT til en anden.`,
    )
  }
  const dataDir = prepareDataFolder(environment.dataDir)
  const log = createLog(environment.logLevel)
  keepServing(log, signal)
  if (environment.siteClock) log.warn(`SITE_CLOCK is set: the clock started at ${environment.siteClock}`)

  const databaseUrl = await step('Database', async (progress) => {
    if (environment.databaseUrl) {
      await checkDatabase(environment.databaseUrl)
      return environment.databaseUrl
    }
    let tell = progress
    const postgres = await startPostgres({ dataDir, tell: (line) => tell(line) })
    tell = (line) => log.warn(line)
    closers.push(() => postgres.stop())
    return postgres.url
  })
  signal.throwIfAborted()

  // For payload.config.ts, which also runs without a server, and for Next.
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SITE_URL: siteUrl,
    PAYLOAD_SECRET: environment.payloadSecret ?? readOrMakeSecret(dataDir),
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  if (!isDevelopment) await step('Byg', (progress) => ensureBuild({ dataDir, progress, signal }))
  signal.throwIfAborted()
  const administrator = await step('Indhold', (progress) =>
    runSetup({ databaseUrl, dataDir, progress, signal }),
  )
  if (administrator) showLogin(administrator, siteUrl)
  signal.throwIfAborted()

  const feed = await step('Adresser', () => openFeed({ databaseUrl, log }))
  closers.push(() => feed.close())
  handOver({
    siteUrl,
    databaseUrl,
    styleSheets: isDevelopment ? null : builtStyleSheets(),
    changes: feed.changes,
    pageTree: () => feed.addresses.tree,
    epochMilliseconds: milliseconds,
  })
  signal.throwIfAborted()

  const visitsPool = openPool(databaseUrl, 'visits', 1)
  closers.push(() => visitsPool.end())
  const visits = countVisits({
    now,
    before: await readVisits(visitsPool).catch((error: unknown) => {
      // They only decide what is made first.
      log.warn({ error: String(error) }, 'Visits could not be read')
      return new Map<string, number>()
    }),
    add: (day, counts) => addVisits(visitsPool, day, counts),
    log,
  })
  closers.push(() => visits.stop())
  const traffic: Traffic = { requests: 0, waiting: 0 }
  let pages: StoredPages | null = null
  let app: App | null = null
  const front = createFront({
    store: () => pages ?? noPages,
    // Never called before the app is loaded, as the port opens last.
    app: (request, response) => app?.(request, response),
    files: new Set([...filesIn('public', ''), ...filesIn('.next/static', BUILT)]),
    siteUrl,
    trustedProxies: environment.trustedProxies,
    isDevelopment,
    state: () => ({
      isDatabaseUp: feed.isDatabaseUp(),
      renders: pages?.renders ?? 0,
      old: pages?.countOld() ?? 0,
    }),
    traffic,
    onVisit: visits.count,
    log,
  })
  // Open pages go by the Date header, so it follows the site's clock. The admin's cookies need the real one.
  if (environment.siteClock) {
    front.prependListener('request', ({ url = '' }, response) => {
      const kind = addressKind(url.split('?', 1)[0] ?? '')
      if (failsInJson(kind) || kind.answer === 'admin') return
      response.setHeader('Date', new Date(now().epochMilliseconds).toUTCString())
    })
  }
  if (!isDevelopment) {
    const restore = quietConsole((level, line) => log[level](line))
    closers.push(async () => restore())
  }
  const next = await step('Program', () => loadNextApp({ isDevelopment, port, server: front }))
  closers.push(() => next.close())
  app = next.app
  signal.throwIfAborted()

  if (!isDevelopment) {
    await step('Sider', async () => {
      const refresher = await startRefresher({
        feed,
        render: await loadRenderer(next.app),
        securityHeaders: securityHeaders(siteUrl).page,
        now: milliseconds,
        traffic,
        visits: visits.times,
        log,
      })
      closers.push(() => refresher.stop())
      pages = refresher.pages
    })
  }
  signal.throwIfAborted()
  await listen(front, port)
  closers.push(() => closeServer(front))
  showAddress(port, siteUrl)
}

async function listen(front: http.Server, port: number): Promise<void> {
  try {
    front.listen(port)
    await once(front, 'listening')
  } catch (error) {
    throw new StartError(
      `PORT: port ${port} kan ikke bruges (${(error as NodeJS.ErrnoException).code}). Vælg en anden.`,
    )
  }
}

/** Errors that nobody awaits must not take the site down. Programming errors end it cleanly. */
function keepServing(log: Logger, signal: AbortSignal): void {
  process.on('unhandledRejection', (error) =>
    log.error({ error: String(error) }, 'A rejection nobody handled'),
  )
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // While stopping, connections that the CMS still holds break.
    if (signal.aborted && error.code) return
    log.error({ error: error.stack }, 'An error nobody caught')
    // A broken connection (to the database, to a visitor) has a code and leaves nothing half done.
    if (!error.code) process.kill(process.pid, 'SIGTERM')
  })
}

/** The addresses of the files in a folder; none if the folder is missing, as in development before a build. */
function filesIn(name: string, address: string): string[] {
  const folder = path.join(root, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((file) => `${address}/${file}`)
}

function showAddress(port: number, siteUrl: string): void {
  const local = `http://localhost:${port}`
  console.log(`\nWebstedet kører på ${local}${siteUrl === local ? '' : ` som ${siteUrl}`}`)
  console.log(`Administration:    ${siteUrl}${ADMIN}`)
  console.log('Stop med Ctrl-C.\n')
}

function showLogin({ email, password }: Administrator, siteUrl: string): void {
  const lines = [
    `Log ind på ${siteUrl}${ADMIN}`,
    `E-mail:      ${email}`,
    `Adgangskode: ${password ?? 'den, du har sat i ADMIN_PASSWORD'}`,
    ...(password ? ['Skriv den ned: den vises kun denne ene gang.'] : []),
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(width + 2)
  console.log([`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n'))
}
