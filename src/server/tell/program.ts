import { onStop, type Stop } from '../start/stop.ts'
import { say, type Words } from './language.ts'
import { captureOutput, createLog, isForPeople, type Log } from './log.ts'
import { explain } from './start-error.ts'

/** What a program of ours tells whoever runs it. */
export type Teller = {
  log: Log
  /** A sentence at a terminal, else a line of the log with these fields. */
  tell: (event: string, words: Words, fields?: Record<string, unknown>) => void
  /** The same for what is wrong without ending the program. */
  warn: (event: string, words: Words, fields?: Record<string, unknown>) => void
}

/**
 * Runs a program that an operator starts: a signal aborts `work`, which then leaves nothing half done; what they can mend is
 * one sentence without a stack. At a terminal all is for people, elsewhere each line is a JSON object. Ends the process: with
 * 1 if `work` failed, or was aborted and says so by throwing.
 */
export async function runProgram(work: (stop: Stop, teller: Teller) => Promise<void>): Promise<never> {
  const stop = onStop()
  const log = createLog('info')
  captureOutput(log)
  try {
    await work(stop, tellerOf(log))
    process.exit(0)
  } catch (error) {
    if (!stop.signal.aborted) tellFailure(log, error)
    process.exit(1)
  }
}

function tellerOf(log: Log): Teller {
  const tellAt =
    (level: 'info' | 'warn'): Teller['tell'] =>
    (event, words, fields = {}) => {
      if (!isForPeople()) log[level]({ event, ...fields }, say(words))
      else (level === 'info' ? console.log : console.error)(say(words))
    }
  return { log, tell: tellAt('info'), warn: tellAt('warn') }
}

/** Says why a program ends. Of what nobody can mend, the stack is told too. */
export function tellFailure(log: Log, error: unknown, event = 'failed'): void {
  const words = explain(error)?.message ?? ofSystem(error)
  if (isForPeople()) return console.error(words ?? error)
  const more = words ? {} : { error: error instanceof Error ? error.stack : error }
  log.fatal({ event, ...more }, words ?? String(error))
}

/** Of the system's own errors and PostgreSQL's word on rights, the message says all: `ENOENT: no such file or directory, open '/a/b'`. */
const ofSystem = (error: unknown): string | null =>
  error instanceof Error && ('syscall' in error || ('code' in error && error.code === NO_RIGHT))
    ? error.message
    : null

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: insufficient_privilege */
const NO_RIGHT = '42501'
