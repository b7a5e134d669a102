import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { Traffic } from '../fresh/courtesy.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { whileAnswering } from '../../database/errors/unknown-sender.ts'
import { type AddressKind, addressKind, ADDRESSES, failsInJson, isSecret } from '../../domain/addresses.ts'
import { foldPath } from '../../domain/tree/old-address.ts'
import { createConnections } from './connections.ts'
import type { Files } from './files.ts'
import { cleanHeaders, dependsOnSession, headersFor, securityHeaders, setHeadersLast } from './headers.ts'
import { hasBody, hasUnreadBody, isChunked } from './gate/bodies.ts'
import type { Admitted, Gate } from './gate/gate.ts'
import { isRead } from './gate/origin.ts'
import { Refused } from './gate/refused.ts'
import { keepAnswer } from './keep-answer.ts'
import { ownAnswer } from './own-answers.ts'
import { createRefusals, isForProgram } from './refusals.ts'
import { replaceFailure, SentResponse } from './replace-failure.ts'
import { pathOf, queryOf, readPath, sideOf } from './request-address.ts'
import { sendMade } from './send-made.ts'
import { sendStored, type Store, type StoredResponse } from './store.ts'
import type { Log } from '../tell/log.ts'

/** The Next app, or in tests whatever stands in for it. */
export type App = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export type FrontOptions = {
  /** The stored responses; other ones once there are any. */
  store: () => Store
  app: App
  /** The files in public/ and of the build. */
  files: Files
  siteUrl: string
  trustedProxies: number
  gate: Gate
  /** The development server: nothing is stored, the app answers everything, files too. */
  isDevelopment: boolean
  /** For /api/health/ready: how many renders there have been, and how many stored pages are not right. */
  state: () => { isDatabaseUp: boolean; renders: number; old: number }
  /** Counts what is asked, for whoever should keep out of the way. */
  traffic: Traffic
  /** Called with the path of each page that a visitor opens. */
  onVisit?: (path: string) => void
  /** What counts the answers, and the token for reading it from another machine. None in tests of the front alone. */
  metrics?: Metrics
  metricsToken?: string | undefined
  log: Log
}

/**
 * The server that visitors talk to. Stored responses are sent at once; the app gets the admin, the API, the pages
 * made for each request; every other address is a 404 that costs no work and no memory.
 */
export function createFront(options: FrontOptions): http.Server {
  const { files, isDevelopment, traffic, gate, metrics, log } = options
  const security = securityHeaders(options.siteUrl)
  const { refuse, sendJson, sendText } = createRefusals(security.api)
  const { answerInTurn, watch } = createConnections(answer)

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const startedAt = performance.now()
    const { url = '' } = request
    traffic.requests += 1
    const isPlain = isRead(request) && !hasBody(request)
    const stored = isPlain ? (options.store().current(url) ?? files.current(pathOf(url))) : undefined
    // By far the most requests: a stored address or a file, spelled as it is stored.
    if (stored) {
      const kind = sendKnown(pathOf(url), stored, request, response)
      metrics?.noteStored(kind, request, response, startedAt)
    } else {
      const path = readPath(url)
      const kind = addressKind(path ?? '')
      metrics?.follow(kind, request, response, startedAt)
      if (isChunked(request)) refuse(url, response, 411, 'Længden af indholdet skal stå i Content-Length.')
      else if (url.length > 2048) refuse(url, response, 414, 'Adressen er for lang.')
      else if (path === null) refuse(url, response, 400, 'Adressen kan ikke læses.')
      else void route(request, response, path, kind)
    }
  }

  function sendKnown(
    path: string,
    stored: StoredResponse,
    request: IncomingMessage,
    response: ServerResponse,
  ): AddressKind {
    const kind = addressKind(path)
    if (stored.status === 200 && request.method === 'GET' && kind.isVisit) options.onVisit?.(path)
    sendStored(stored, request, response)
    return kind
  }

  async function route(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    kind: AddressKind,
  ): Promise<void> {
    const { url = '' } = request
    if (kind.access === 'server') return sendNotFound(request, response)
    const isStored = kind.answer === 'stored'
    const found = isStored && !isDevelopment ? await options.store().find(path, queryOf(url)) : null
    const isThere = !isStored || found !== null
    if (isThere && !kind.methods.includes(request.method ?? ''))
      return sendWrongMethod(url, response, kind.methods)
    const isForApp = kind.answer !== 'front' && (isDevelopment || !(isStored || isFile(kind)))
    if (hasBody(request) && !isForApp)
      return isThere
        ? refuse(url, response, 413, 'Her tages der ikke imod noget indhold.')
        : sendNotFound(request, response)
    if (kind.answer === 'front') return sendOwn(kind, request, response)
    if (isForApp) return void forward(request, response, kind)
    const answered = startWaiting(traffic)
    try {
      const stored = isFile(kind)
        ? await files.get(path)
        : found?.isElsewhere
          ? null
          : await options.store().get(found?.key ?? path, kind.isVisit ? sideOf(url) : 1)
      if (stored) return void sendKnown(path, stored, request, response)
    } catch {
      return sendFailed(request, response)
    } finally {
      answered()
    }
    const moved = found?.isElsewhere ? found.key : systemAddress(path)
    if (moved !== null) {
      response.setHeader('Location', encodeURI(moved) + queryOf(url))
      return sendText(response, 308, 'Adressen er flyttet.')
    }
    sendNotFound(request, response)
  }

  async function forward(
    request: IncomingMessage,
    response: ServerResponse,
    kind: AddressKind,
  ): Promise<void> {
    const { url = '' } = request
    let admitted: Admitted | null = null
    try {
      admitted = await gate.admit(request, response, kind)
      const { onHead, turn, request: asked } = admitted
      cleanHeaders(asked, options.trustedProxies, kind)
      const underWay = { isSenderUnknown: false }
      const isForStranger = () =>
        underWay.isSenderUnknown && dependsOnSession(kind) && response.statusCode < 500
      // The admin's own functions catch what they can fail on: the others cannot even be read.
      const isUnreadable = () => kind.answer === 'admin' && !isRead(request) && response.statusCode >= 500
      // A developer wants to see what failed.
      if (!isDevelopment && (failsInJson(kind) || dependsOnSession(kind)))
        replaceFailure(
          response,
          () => isForStranger() || isUnreadable() || (failsInJson(kind) && isNoJson(response)),
          () => {
            if (isForStranger() || (isUnreadable() && !options.state().isDatabaseUp))
              return refuse(url, response, 503, DATABASE_AWAY)
            if (isUnreadable()) return refuse(url, response, 400, UNREADABLE)
            const { statusCode } = response
            const words = statusCode >= 500 ? APOLOGY : UNREADABLE
            refuse(url, response, statusCode, words)
          },
        )
      const answered = startWaiting(traffic)
      response.once('close', answered)
      setHeadersLast(response, headersFor(kind, security, isDevelopment), () => {
        onHead()
        answered()
      })
      if (kind.answer === 'made' && !isDevelopment)
        sendMade(asked, response, () => sendFailed(request, response))
      if (turn) keepAnswer(response, (body) => void turn.over().then(() => response.end(body)))
      // Following a request through all that waits costs, and what is for everybody has no sender.
      if (dependsOnSession(kind)) await whileAnswering(underWay, () => options.app(asked, response))
      else await options.app(asked, response)
    } catch (error) {
      if (error instanceof Refused) return sendRefused(url, response, error)
      const path = isSecret(kind) ? kind.path : pathOf(url)
      log.error({ event: 'app-failed', error, path }, 'The app failed to answer')
      if (response.headersSent) response.destroy()
      else sendFailed(request, response)
    } finally {
      // Also of whoever did not wait for the answer.
      void admitted?.turn?.over()
      admitted?.release()
    }
  }

  function sendNotFound(request: IncomingMessage, response: ServerResponse): void {
    void sendErrorPage(request, response, ADDRESSES.notFound.path, 404, 'Siden findes ikke.')
  }

  function sendFailed(request: IncomingMessage, response: ServerResponse): void {
    void sendErrorPage(request, response, ADDRESSES.failed.path, 500, APOLOGY)
  }

  /** The stored error page; for programs, where an address is a secret that its files would be told, and if there is none, the words alone. */
  async function sendErrorPage(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    status: number,
    message: string,
  ): Promise<void> {
    const { url = '' } = request
    const page =
      isForProgram(url) || isSecret(addressKind(pathOf(url))) || hasUnreadBody(request)
        ? null
        : await options
            .store()
            .get(path)
            .catch(() => null)
    if (page) sendStored(page, request, response)
    else refuse(url, response, status, message)
  }

  async function sendOwn(
    kind: AddressKind,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const own = await ownAnswer(kind, request, options)
    if (!own) sendNotFound(request, response)
    else if (typeof own.body === 'string') sendText(response, own.status, own.body)
    else sendJson(response, own.status, own.body)
  }

  function sendWrongMethod(url: string, response: ServerResponse, methods: readonly string[]): void {
    response.setHeader('Allow', methods.join(', '))
    const message = methods.includes('GET')
      ? 'Her kan man kun læse.'
      : `Her kan man kun spørge med ${methods.join(' eller ')}.`
    refuse(url, response, 405, message)
  }

  function sendRefused(url: string, response: ServerResponse, refused: Refused): void {
    if (refused.retryAfter !== undefined) response.setHeader('Retry-After', String(refused.retryAfter))
    refuse(url, response, refused.status, refused.message)
  }

  const server = http.createServer(
    {
      headersTimeout: 20_000,
      // Whoever waits to send a file is not cut off: the gate knows how long a body may take.
      requestTimeout: 600_000,
      keepAliveTimeout: 20_000,
      // So that an address of 10,000 letters gets our own refusal, in Danish, and not node's.
      maxHeaderSize: 128 * 1024,
      ServerResponse: SentResponse,
    },
    answerInTurn,
  )
  watch(server)
  return (
    server
      // Whoever asks before sending a body gets a refusal, if there is one, before sending it.
      .on('checkContinue', answerInTurn)
      .on('checkExpectation', answerInTurn)
      .on('connect', (_request, socket) =>
        socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n\r\n'),
      )
  )
}

const UNREADABLE = 'Forespørgslen kan ikke læses eller besvares.'

const APOLOGY = 'Der er sket en fejl. Prøv igen om lidt.'

/** To an editor whom the CMS took for a stranger. */
const DATABASE_AWAY = 'Databasen svarer ikke lige nu. Lad siden stå åben, og prøv igen om lidt.'

/** An error under /api without the JSON that programs are promised, such as Next's own. */
function isNoJson(response: ServerResponse): boolean {
  return response.statusCode >= 400 && !/json/.test(String(response.getHeader('Content-Type')))
}

/** The page made for each request that a path means, were it written in small letters. */
function systemAddress(path: string): string | null {
  const folded = foldPath(path)
  return folded !== path && addressKind(folded).answer === 'made' ? folded : null
}

const isFile = ({ answer }: AddressKind): boolean => ['file', 'script', 'built'].includes(answer)

/** Counts somebody who waits, until the function that is returned is first called. */
function startWaiting(traffic: Traffic): () => void {
  let isWaiting = true
  traffic.waiting += 1
  return () => {
    if (isWaiting) traffic.waiting -= 1
    isWaiting = false
  }
}
