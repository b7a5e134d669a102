import type { LoggerOptions } from 'pino'
import { safeWords, sayError, type SaidError } from './say-error.ts'
import { troubleOf } from './trouble.ts'

/**
 * Keeps a log from being flooded: answers whether something is said now. The first of a kind is; what comes again within a
 * minute is counted, and `sum` is told how often.
 * @param sum called with each kind that came again, and how many times
 */
export function onceAMinute(sum: (kind: string, times: number) => void): (kind: string) => boolean {
  const again = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  return (kind) => {
    timer ??= setTimeout(() => {
      timer = undefined
      for (const [one, times] of again) if (times > 0) sum(one, times)
      again.clear()
    }, MINUTE).unref()
    // Whatever else there is, once there is this much, is of one kind.
    const known = again.has(kind) || again.size < MOST_KINDS ? kind : 'other errors'
    const times = again.get(known)
    again.set(known, times === undefined ? 0 : times + 1)
    return times === undefined
  }
}

/** For the CMS's log: errors in safe words, those of the caller at level debug, the same again and again counted. */
export const quietly = (): LoggerOptions => {
  let sum: ((kind: string, times: number) => void) | undefined
  const isNew = onceAMinute((kind, times) => sum?.(kind, times))
  return {
    // What stands there is said already; pino would add a stack.
    serializers: { err: (said: unknown) => said },
    hooks: {
      logMethod(given, method, level) {
        const [first, second] = given as unknown[]
        const error = first instanceof Error ? first : ((first as { err?: unknown } | null)?.err ?? null)
        const said: SaidError | null = error === null ? null : sayError(error)
        const own = typeof first === 'string' ? first : ((first as { msg?: unknown } | null)?.msg ?? second)
        const words = typeof own === 'string' ? safeWords(own) : (said?.message ?? '')
        const details = said ? { err: said } : {}
        if (level >= WARN && (isOfCaller(error) || OF_UPLOADS.test(words))) return this.debug(details, words)
        sum = (kind, times) => this.warn(`${times} times again within a minute: ${kind}`)
        if (level < WARN || isNew([words, said?.code, said?.at].filter(Boolean).join(' · ')))
          method.apply(this, [details, words])
      },
    },
  }
}

/**
 * Makes `console.error` and `console.warn` safe and quiet, for what speaks by them: Next, React, the database's driver.
 * @param write gets each line that is to be said
 * @returns gives the console its own ways back
 */
export function quietConsole(write: (level: 'error' | 'warn', line: string) => void): () => void {
  const { error, warn } = console
  const isNew = onceAMinute((kind, times) => write('warn', `Again within a minute (${times}): ${kind}`))
  for (const level of ['error', 'warn'] as const)
    console[level] = (...given: unknown[]) => {
      const line = given.map(inWords).filter(Boolean).join(' ')
      if (isNew(line)) write(level, line)
    }
  return () => void Object.assign(console, { error, warn })
}

function inWords(part: unknown): string {
  if (typeof part === 'string') return safeWords(part).trim()
  if (!(part instanceof Error)) return typeof part === 'object' ? '' : String(part)
  const { name, code, message, at } = sayError(part)
  return [name, code, message, at && `(${at})`].filter(Boolean).join(' ')
}

/** Whether whoever asked can do something about it, and the site cannot. */
function isOfCaller(error: unknown): boolean {
  const { status } = (error ?? {}) as { status?: unknown }
  if (typeof status === 'number' && status >= 400 && status < 500) return true
  const kind = troubleOf(error)?.kind
  return error instanceof SyntaxError || ['value', 'reference', 'missing', 'taken'].includes(kind ?? '')
}

/** What Payload says of files that it refuses, without an error. */
const OF_UPLOADS = /^(File type|Invalid (PDF|SVG|file)|Malformed part|Unexpected end of)/

const MINUTE = 60_000

const WARN = 40

const MOST_KINDS = 200
