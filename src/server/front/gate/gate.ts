import type { IncomingMessage, ServerResponse } from 'node:http'
import { NOT_LOGGED_IN } from '../../../domain/accounts/not-logged-in.ts'
import { type AddressKind, ADDRESSES, MOST_BYTES } from '../../../domain/addresses.ts'
import { hasBody, receiveBody, withBody } from './bodies.ts'
import { readSessionCookie, writeSessionCookie } from './cookies.ts'
import { createKnownDevices, readAsked, withAsked } from './logins.ts'
import { isFromElsewhere, isRead } from './origin.ts'
import type { Attempt, RateLimits } from './rate-limits.ts'
import { Refused } from './refused.ts'
import type { Sessions } from './sessions.ts'
import { createShares, type Release } from './shares.ts'
import { createTurns, type Turn } from './turns.ts'
import { isThisMachine, visitorOf } from './visitor.ts'
import type { Log } from '../../tell/log.ts'

export type GateOptions = {
  /** The site's public origin. With https, cookies are secure. */
  siteUrl: string
  /** PAYLOAD_SECRET. */
  secret: string
  trustedProxies: number
  sessions: Sessions
  limits: RateLimits
  /** How long every attempt to log in takes at least, in milliseconds, so that its time tells nothing. */
  loginMilliseconds: number
  /** Why no mail can go out now; null if one can. */
  mailFault: () => Promise<string | null>
  /** Called when somebody has logged in to an account with a browser that it did not know. */
  onNewDevice: (login: { account: string; userAgent: string }) => void
  log: Log
}

export type Admitted = {
  /** As the app may read it. */
  request: IncomingMessage
  /** To be called just before the head of the answer is written. */
  onHead: () => void
  /** To be over when the app has answered; the answer is sent after that. */
  turn: Turn | null
  /** To be called when the app has answered, or never will. */
  release: Release
}

/**
 * What stands between the world and the app. `admit` lets a request in that is not from another site's page, not too
 * often, not too large, and with a session where one is needed; it throws Refused, before anything is parsed.
 */
export function createGate(options: GateOptions) {
  const { siteUrl, trustedProxies, sessions, limits, log } = options
  const isSecure = siteUrl.startsWith('https:')
  const devices = createKnownDevices({ secret: options.secret, isSecure })
  const takeTurn = createTurns(options.loginMilliseconds)
  const takeTurnOfStranger = createTurns(options.loginMilliseconds)
  const takeShare = createShares<number>(MOST_OF_ACCOUNT)
  // A file of 25 MB is received, taken apart and checked in the memory of the server, each step at one go.
  const takeShareOfFiles = createShares<number>(MOST_FILES)
  // Of what the app answers for everybody, each kind has a few under way, so that pages never wait for many of them.
  const takeShareOfStrangers = createShares<AddressKind['answer']>(MOST_OF_STRANGERS, {
    waiting: 1000,
    longest: 2_000,
  })
  let hasWarned = false

  async function admit(
    request: IncomingMessage,
    response: ServerResponse,
    kind: AddressKind,
  ): Promise<Admitted> {
    warnOfProxy(request)
    if (!isRead(request) && isFromElsewhere(request, siteUrl))
      throw new Refused(403, `Det kan kun gøres fra ${siteUrl}.`)
    readSessionCookie(request, isSecure)
    const visitor = visitorOf(request, trustedProxies)
    // Behind a proxy that TRUST_PROXY does not count, all visitors look like this machine.
    const isCounted = !isThisMachine(visitor)
    if (isRead(request) && ['reads', 'logins', 'changes'].includes(kind.limit ?? '') && isCounted)
      await hold(limits.takeRead(visitor))
    const editor = await checkSession(request, kind, visitor)
    // Editors write as often as they like.
    if (!isRead(request) && kind.limit === 'reads' && editor === null && isCounted)
      await hold(limits.takeRead(visitor))
    const release = await takeShareFor(editor, request, response, kind)
    try {
      if (request.socket.destroyed) throw new Refused(400, 'Forespørgslen er afbrudt.')
      return { release, ...(await receive(request, response, kind, { visitor, editor })) }
    } catch (error) {
      release()
      throw error
    }
  }

  /** @param editor the number of the account; null: a stranger */
  async function takeShareFor(
    editor: number | null,
    request: IncomingMessage,
    response: ServerResponse,
    kind: AddressKind,
  ): Promise<Release> {
    if (editor !== null)
      return (kind.body === 'file' && hasBody(request) ? takeShareOfFiles : takeShare)(editor, response)
    // Whoever logs in waits for a turn of their own.
    return kind.limit === 'logins' && !isRead(request)
      ? () => {}
      : takeShareOfStrangers(kind.answer, response)
  }

  /** The request with its body; an attempt to log in when its turn has come. */
  async function receive(
    request: IncomingMessage,
    response: ServerResponse,
    kind: AddressKind,
    { visitor, editor }: { visitor: string; editor: number | null },
  ): Promise<Omit<Admitted, 'release'>> {
    const body = hasBody(request) ? await receiveBody(request, response, boundsOf(kind)) : null
    const renameCookie = () => writeSessionCookie(response, isSecure)
    if (!isAttempt(request, kind))
      return { request: body ? withBody(request, body) : request, onHead: renameCookie, turn: null }
    const asked = body && kind.body === 'login' ? await readAsked(request, body) : null
    const account = (kind === ADDRESSES.login && asked?.email) || null
    const { turn, noteSuccess } = await admitAttempt(request, response, visitor, {
      account,
      editor: kind.limit === 'changes' ? editor : null,
      isForMail: kind === ADDRESSES.forgotPassword,
    })
    return {
      request: asked ? withAsked(request, asked) : body ? withBody(request, body) : request,
      onHead: () => {
        renameCookie()
        noteSuccess()
      },
      turn,
    }
  }

  /**
   * Refuses whoever has no session where one is needed, and counts strangers in the admin. The number of the editor's account;
   * null where none is needed or there.
   */
  async function checkSession(
    request: IncomingMessage,
    kind: AddressKind,
    visitor: string,
  ): Promise<number | null> {
    const isWrite = !isRead(request) || hasBody(request)
    const isNeeded = kind.access === 'login' || (isWrite && ['json', 'file'].includes(kind.body))
    if (!isNeeded && kind.limit !== 'strangers') return null
    const editor = await sessions.verify(request).catch(() => {
      if (isNeeded)
        throw new Refused(
          503,
          'Databasen svarer ikke lige nu, så det kan ikke gøres. Lad siden stå åben, og prøv igen om lidt.',
        )
      return null
    })
    if (isNeeded && editor === null) throw new Refused(403, NOT_LOGGED_IN)
    if (kind.limit === 'strangers' && editor === null) await hold(limits.takeStranger(visitor))
    return editor
  }

  /**
   * Counts an attempt to log in (to no `account`: another one's, such as for a new password) or a change by an `editor`, and waits
   * for its turn. `noteSuccess` forgives it if the answer says that it succeeded.
   */
  async function admitAttempt(
    request: IncomingMessage,
    response: ServerResponse,
    visitor: string,
    { account, editor, isForMail }: { account: string | null; editor: number | null; isForMail: boolean },
  ): Promise<{ turn: Turn; noteSuccess: () => void }> {
    const isKnownDevice = account !== null && (await devices.isKnown(request, account))
    // Whoever has somebody's session does not hold up their logging in. No address has a space.
    const attempt: Attempt = {
      visitor,
      account: editor === null ? account : `account ${editor}`,
      isKnownDevice,
    }
    await hold(limits.takeAttempt(attempt))
    // Before the turn: its time tells nothing, and nobody waits for a mail server who only logs in.
    if (isForMail && (await options.mailFault()) !== null) throw new Refused(503, NO_MAIL)
    const forgive = () =>
      limits
        .forgive(attempt)
        .catch((error: unknown) =>
          log.warn({ event: 'login-counted', error: String(error) }, 'A login still counts as an attempt'),
        )
    const remember = await devices.remember(request, { ...attempt, account })
    // Strangers hold up only each other.
    const turn = await (isKnownDevice || editor !== null ? takeTurn : takeTurnOfStranger)().catch(
      (error: unknown) => {
        void forgive()
        throw error
      },
    )
    if (request.socket.destroyed) {
      void turn.over()
      throw new Refused(400, 'Forespørgslen er afbrudt.')
    }
    return {
      turn,
      noteSuccess: () => {
        if ((account ?? editor) === null || response.statusCode !== 200) return
        if (account !== null && !isKnownDevice)
          options.onNewDevice({ account, userAgent: request.headers['user-agent'] ?? '' })
        remember(response)
        void forgive()
      },
    }
  }

  /** Once: limits then count the proxy, or whatever a stranger writes. */
  function warnOfProxy({ headers }: IncomingMessage): void {
    if (hasWarned || trustedProxies > 0 || headers['x-forwarded-for'] === undefined) return
    hasWarned = true
    log.warn(
      { event: 'x-forwarded-for' },
      'X-Forwarded-For arrives, but TRUST_PROXY is 0: if a proxy stands in front, set TRUST_PROXY=1, or all visitors share one limit',
    )
  }

  return { admit }
}

export type Gate = ReturnType<typeof createGate>

/** Told whether the address has an account or not. */
const NO_MAIL =
  'Hjemmesiden kan ikke sende e-mail lige nu. Prøv igen om lidt, eller bed en administrator om en ny adgangskode.'

/** As many as a browser asks for at once over HTTP/1.1. */
const MOST_OF_ACCOUNT = 6
/** One may come from somewhere with a bad line. */
const MOST_FILES = 2
const MOST_OF_STRANGERS = 6

async function hold(wait: Promise<number | null>): Promise<void> {
  const seconds = await wait
  if (seconds === null) return
  const words = `${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}`
  throw new Refused(429, `Du har spurgt for mange gange på kort tid. Prøv igen om ${words}.`, seconds)
}

const isAttempt = (request: IncomingMessage, { limit }: AddressKind): boolean =>
  limit === 'changes' ? request.method === 'PATCH' : limit === 'logins' && !isRead(request)

function boundsOf({ body }: AddressKind): { most: number; milliseconds: number } {
  return { most: MOST_BYTES[body], milliseconds: body === 'file' ? 120_000 : 10_000 }
}
