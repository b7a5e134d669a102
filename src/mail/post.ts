import { setTimeout as delay } from 'node:timers/promises'
import pLimit from 'p-limit'
import { letterFiles } from './letter-files.ts'
import type { Letter } from './letters.ts'

/** The way to a mail server. Both reject with nodemailer's errors. */
export type Transport = {
  send: (letter: Letter & { from: string }) => Promise<void>
  /** Whether it lets us in, as it would for a letter. */
  verify: () => Promise<void>
}

export type PostOptions = {
  /** Null: letters lie in `folder`. */
  transport: Transport | null
  /** MAIL_FROM. */
  from: string
  /** Where letters lie that cannot be sent. */
  folder: string
  /** Called with why a letter did not go out, or none would, without anybody's address. `isKept`: it lies in the folder and is not tried again. */
  warn: (failed: { reason: string; isKept: boolean }) => void
  /** How long to wait before each further try, in milliseconds. */
  pauses?: readonly number[]
  /** How long the mail server may take to answer `fault`, in milliseconds. */
  patience?: number
}

export type Post = ReturnType<typeof createPost>

/**
 * Sends letters, some time after they are posted: whoever saves or logs in waits for no mail server. What it does not take is tried
 * again, then put into a folder, as is what is left at the end; so no letter is lost.
 */
export function createPost({
  transport,
  from,
  folder,
  warn,
  pauses = PAUSES,
  patience = PATIENCE,
}: PostOptions) {
  const files = letterFiles({ from, folder })
  const takeTurn = pLimit(AT_ONCE)
  const waiting = new Set<Letter>()
  const underWay = new Set<Promise<void>>()
  const closing = new AbortController()
  let hasFailed = false
  let asked: Promise<string | null> | null = null
  let isLate = false

  async function keep(letter: Letter): Promise<void> {
    waiting.delete(letter)
    await files.keep(letter).catch((error: unknown) => warn({ reason: reasonOf(error), isKept: false }))
  }

  async function deliver(letter: Letter, server: Transport): Promise<void> {
    for (const pause of [...pauses, null]) {
      const failure = await takeTurn(() => server.send({ ...letter, from })).then(
        () => null,
        (error: unknown) => error ?? new Error('unknown'),
      )
      // It has been kept meanwhile.
      if (!waiting.has(letter)) return
      if (failure === null) {
        hasFailed = false
        waiting.delete(letter)
        return
      }
      hasFailed = true
      const isLast = pause === null || isLasting(failure) || closing.signal.aborted
      warn({ reason: reasonOf(failure), isKept: isLast })
      if (isLast) break
      await delay(pause, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
      if (closing.signal.aborted) break
    }
    await keep(letter)
  }

  /** Asks the mail server, and lets the answer stand for a while. */
  async function ask(server: Transport): Promise<string | null> {
    const reason = await server.verify().then(() => null, reasonOf)
    isLate = false
    if (reason !== null) warn({ reason, isKept: false })
    void delay(STANDS, undefined, { ref: false }).then(() => (asked = null))
    return reason
  }

  return {
    canSend: transport !== null,

    /** Whether the newest letter that was tried did not go out. */
    hasFailed: () => hasFailed,

    /**
     * Why no letter can go out now; null if one can. Takes `patience` at most, and nothing while a mail server is late. It is asked
     * before anybody knows for whom the letter is, so it tells nothing about them.
     */
    async fault(): Promise<string | null> {
      if (!transport) {
        const reason = await files.fault()
        if (reason !== null) warn({ reason, isKept: false })
        return reason
      }
      if (isLate) return LATE
      asked ??= ask(transport)
      const enough = new AbortController()
      const late = delay(patience, LATE, { signal: enough.signal, ref: false }).catch(() => LATE)
      const answered = asked.finally(() => enough.abort())
      const isAnswered = await Promise.race([answered.then(() => true), late.then(() => false)])
      if (!isAnswered) isLate = true
      return isAnswered ? answered : LATE
    },

    /** Sends a letter; never throws, and nobody waits for it. */
    post(letter: Letter): void {
      const isTooMuch = waiting.size >= MOST_WAITING
      waiting.add(letter)
      const task = (
        transport && !isTooMuch && !closing.signal.aborted ? deliver(letter, transport) : keep(letter)
      ).finally(() => underWay.delete(task))
      underWay.add(task)
    },

    /** Sends a letter once, or puts it into the folder where there is no mail server. For whoever tries again: rejects if it was not taken. */
    send: (letter: Letter): Promise<void> =>
      transport ? takeTurn(() => transport.send({ ...letter, from })) : files.keep(letter),

    /** Resolves when every letter has gone out or lies in the folder: after five seconds at most, and some for the disk. */
    async close(): Promise<void> {
      closing.abort()
      await Promise.race([Promise.all(underWay), delay(AT_THE_END, undefined, { ref: false })])
      await Promise.all([...waiting].map(keep))
    },
  }
}

/** A mail server that cannot be reached is often one that is started again; one that is asked too often says so for minutes. */
const PAUSES = [5_000, 60_000, 300_000]
const PATIENCE = 3_000
const STANDS = 10_000
const AT_THE_END = 5_000
const AT_ONCE = 2
const MOST_WAITING = 200
const LATE = 'ETIMEDOUT'

/** What a mail server or the disk says, in signs: its words may name the address. */
export function reasonOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter(Boolean).join(' ') || 'unknown'
}

/** Whether a mail server says that it will never take this letter (RFC 5321, 4.2.1). */
const isLasting = (error: unknown): boolean =>
  Number((error as { responseCode?: unknown } | null)?.responseCode) >= 500
