import { explain } from '../tell/start-error.ts'

/**
 * Runs a program for people at a terminal: a signal aborts `work`, which then leaves nothing half done; what they can mend
 * is one line without a stack. Ends the process.
 */
export async function runProgram(work: (signal: AbortSignal) => Promise<void>): Promise<never> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  try {
    await work(stopping.signal)
    process.exit(0)
  } catch (error) {
    if (!stopping.signal.aborted)
      console.error(explain(error)?.message ?? (isOfSystem(error) ? error.message : error))
    process.exit(1)
  }
}

/** Of the system's own errors and PostgreSQL's word on rights, the message says all: `EISDIR: illegal operation …`. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || ('code' in error && error.code === NO_RIGHT))
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: insufficient_privilege */
const NO_RIGHT = '42501'

/** `tell`, called no more often than people want to read. */
export function nowAndThen<T>(tell: (what: T) => void): (what: T) => void {
  let last = performance.now()
  return (what) => {
    if (performance.now() - last < 5000) return
    last = performance.now()
    tell(what)
  }
}
