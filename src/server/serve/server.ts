import { once } from 'node:events'
import type http from 'node:http'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openPool } from '../../database/pool.ts'
import { quietConsole } from '../../database/errors/quiet-log.ts'
import { addressKind, ADMIN, failsInJson } from '../../domain/addresses.ts'
import { handOver, workOfCms } from '../../web/handover.ts'
import { milliseconds, now } from '../clock.ts'
import { courtesyTo, type Traffic } from '../fresh/courtesy.ts'
import { openFeed } from '../fresh/feed.ts'
import type { StoredPages } from '../fresh/pages.ts'
import { startRefresher } from '../fresh/refresher.ts'
import { loadRenderer, loadRest } from '../fresh/renderer.ts'
import { closeServer } from '../front/connections.ts'
import { createFiles, noFiles } from '../front/files.ts'
import { type App, createFront } from '../front/front.ts'
import { securityHeaders } from '../front/headers.ts'
import { noPages } from '../front/store.ts'
import { newLogin } from '../../mail/letters.ts'
import { postOfProcess } from '../../mail/of-process.ts'
import { createPost } from '../../mail/post.ts'
import { openTransport } from '../../mail/smtp.ts'
import { openGate } from '../front/gate/open-gate.ts'
import { emptyBin } from './empty-bin.ts'
import { addVisits, countVisits, readVisits } from '../front/visits.ts'
import { say } from '../tell/language.ts'
import { isForPeople, step, type Log } from '../tell/log.ts'
import { Metrics } from '../metrics/metrics.ts'
import { root } from '../root.ts'
import { builtStyleSheets } from '../start/build.ts'
import type { Environment } from '../start/env.ts'
import { portFault } from '../start/listen-faults.ts'
import { StartError } from '../tell/start-error.ts'
import { completeFiles } from './complete-files.ts'
import { forgetTrailDaily } from './forget-trail.ts'
import { loadNextApp } from './next-app.ts'
import { internet } from './outside/network.ts'
import { tryOutsideLinks } from './outside/try-outside.ts'
import { writeReviewMails } from './review-mails.ts'
import { runPlanned } from './run-planned.ts'

type Options = {
  /** Also in `process.env`, where Next and the CMS read it. */
  environment: Environment
  isDevelopment: boolean
  /** Aborted when the server shall end in good order. */
  signal: AbortSignal
  log: Log
  /** Resolves when whoever asked has been told. */
  onListening: () => Promise<void>
}

/**
 * Serves the site from a database that is ready, until `signal` is aborted; then ends in good order: who has asked gets
 * their answer. Throws a StartError for what a person can fix.
 */
export async function runServer(options: Options): Promise<void> {
  const { signal, log } = options
  const closers: (() => Promise<void>)[] = []
  try {
    await start(options, closers)
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    for (const close of closers.toReversed())
      await close().catch((error: unknown) =>
        log.error({ event: 'not-closed', error: String(error) }, 'Could not be closed'),
      )
  }
}

async function start(
  { environment, isDevelopment, signal, log, onListening }: Options,
  closers: (() => Promise<void>)[],
): Promise<void> {
  const { port, siteUrl, databaseUrl = '' } = environment
  const feed = await step(log, 'addresses', { da: 'Adresser', en: 'Addresses' }, () =>
    openFeed({ databaseUrl, log }),
  )
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
  const bin = emptyBin(visitsPool, log)
  closers.push(() => bin.stop())
  const visits = countVisits({
    now,
    before: await readVisits(visitsPool).catch((error: unknown) => {
      // They only decide what is made first.
      log.warn({ event: 'visits', error: String(error) }, 'Visits could not be read')
      return new Map<string, number>()
    }),
    add: (day, counts) => addVisits(visitsPool, day, counts),
    log,
  })
  closers.push(() => visits.stop())
  const trailPool = openPool(databaseUrl, 'trail', 1)
  closers.push(() => trailPool.end())
  const traffic: Traffic = { requests: 0, waiting: 0 }
  let pages: StoredPages | null = null
  let queued: (() => number) | null = null
  let app: App | null = null
  const { smtpUrl, mailFrom } = environment
  // Before the app, which uses it too.
  const letters = postOfProcess(() =>
    createPost({
      transport: smtpUrl === undefined ? null : openTransport(smtpUrl),
      from: mailFrom,
      folder: path.resolve(root, environment.dataDir, 'mail'),
      warn: (failed) => log.warn({ event: 'mail', ...failed }, 'A mail could not be sent'),
    }),
  )
  closers.push(letters.close)
  const { gate, close } = openGate({
    databaseUrl,
    secret: environment.payloadSecret ?? '',
    siteUrl,
    trustedProxies: environment.trustedProxies,
    mailFault: letters.fault,
    onNewDevice: ({ account, userAgent }) =>
      letters.post(newLogin(account, { at: now(), userAgent }, { siteUrl })),
    log,
  })
  closers.push(close)
  const metricsPool = openPool(databaseUrl, 'metrics', 1)
  closers.push(() => metricsPool.end())
  const metrics = new Metrics({
    state: () => ({
      isDatabaseUp: feed.isDatabaseUp(),
      stored: pages?.size ?? 0,
      old: pages?.countOld() ?? 0,
      queued: queued?.() ?? 0,
      listenerSeconds: feed.secondsSinceRead(),
    }),
    database: metricsPool,
    dataDir: path.resolve(root, environment.dataDir),
    trustedProxies: environment.trustedProxies,
    now: milliseconds,
    log,
  })
  const front = createFront({
    gate,
    store: () => pages ?? noPages,
    // Never called before the app is loaded, as the port opens last.
    app: (request, response) => app?.(request, response),
    files: isDevelopment ? noFiles : createFiles(root, securityHeaders(siteUrl)),
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
    metrics,
    metricsToken: environment.metricsToken,
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
    const restore = quietConsole((level, line) => log[level]({ event: 'output' }, line))
    closers.push(async () => restore())
  }
  const next = await step(log, 'program', { da: 'Program', en: 'Program' }, () =>
    loadNextApp({ isDevelopment, port, server: front }),
  )
  closers.push(() => next.close())
  app = next.app
  signal.throwIfAborted()

  if (!isDevelopment) {
    await step(log, 'pages', { da: 'Sider', en: 'Pages' }, async () => {
      const refresher = await startRefresher({
        feed,
        render: metrics.renders.watched(await loadRenderer(next.app)),
        securityHeaders: securityHeaders(siteUrl).page,
        now: milliseconds,
        traffic,
        visits: visits.times,
        onOld: metrics.renders.noteOld,
        log,
      })
      closers.push(() => refresher.stop())
      pages = refresher.pages
      queued = refresher.queued
    })
  }
  signal.throwIfAborted()
  await listen(front, environment)
  closers.push(() => closeServer(front))
  // Whoever keeps us running knows it first: from then on we are started again.
  await onListening()
  void forgetTrailDaily({ pool: trailPool, now: milliseconds, signal, log })
  const planned = runPlanned({
    database: visitsPool,
    now: milliseconds,
    runDue: () => workOfCms()?.runDue,
    log,
  })
  closers.push(() => planned.stop())
  if (environment.sendsReviewMails) {
    const reviewsPool = openPool(databaseUrl, 'reviews', 1, 10)
    closers.push(() => reviewsPool.end())
    const mails = writeReviewMails({
      database: reviewsPool,
      now: milliseconds,
      send: letters.send,
      siteUrl,
      log,
    })
    closers.push(() => mails.stop())
  }
  tellAddress(environment, log)
  if (isDevelopment) return
  if (environment.linkCheck) {
    const outsidePool = openPool(databaseUrl, 'outside-links', 1, 30)
    closers.push(() => outsidePool.end())
    const trying = tryOutsideLinks({ database: outsidePool, siteUrl, network: internet, signal, log })
    closers.push(() => trying)
  }
  const turn = courtesyTo(traffic)
  const isMakingPages = () => (queued?.() ?? 0) > 0
  const loading = loadRest(next.app, {
    // The pages come first.
    async turn() {
      while (!signal.aborted && isMakingPages()) await delay(50)
      await turn()
    },
    signal,
    log,
  })
  closers.push(() => loading)
  const files = completeFiles({ completeNext: () => workOfCms()?.completeNext, turn, signal, log })
  closers.push(() => files)
}

async function listen(front: http.Server, environment: Environment): Promise<void> {
  try {
    front.listen({ port: environment.port, host: environment.host })
    await once(front, 'listening')
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw new StartError(portFault(environment, code) ?? code)
  }
}

function tellAddress({ port, host, siteUrl }: Environment, log: Log): void {
  const isAnywhere = host === undefined || /^(0\.0\.0\.0|::)$/.test(host)
  const name = isAnywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const local = `http://${name}:${port}`
  const other = siteUrl === local ? '' : siteUrl
  const words = say({
    da: `Hjemmesiden kører på ${local}${other && ` som ${other}`}`,
    en: `The site runs at ${local}${other && ` as ${other}`}`,
  })
  if (!isForPeople()) {
    log.info({ event: 'listening', port, host: host ?? null, site: siteUrl, pid: process.pid }, words)
    return
  }
  console.log(`\n${words}`)
  console.log(`${say({ da: 'Administration:   ', en: 'Administration:' })} ${siteUrl}${ADMIN}`)
  console.log(`${say({ da: 'Stop med Ctrl-C.', en: 'Stop with Ctrl-C.' })}\n`)
}
