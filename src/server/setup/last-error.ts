import { tidy } from '../tell/log.ts'

/**
 * The last error in the output of a program, as one line: of a query that failed, what the database said rather than the
 * query. Null if there is none.
 */
export function lastErrorOf(output: string): string | null {
  const reasons = output.split('\n').flatMap((line) => {
    const text = errorOfLine(line)
    // Of an error with causes, each in a line of its own, the last is the first in time.
    const [, reason] = [...text.matchAll(error)].at(-1) ?? []
    return reason ? [tidy(reason)] : []
  })
  return reasons.at(-1) ?? null
}

/** `error: permission denied …`, as the first line of a stack, after `caused by:`, or as `[cause]:`. */
const error = /^\s*(?:caused by: |\[cause\]: )?\w*error(?: \[\w+\])?: (.+)$/gim

/** What a line of the CMS's log says of its error; any other line as it is. */
function errorOfLine(line: string): string {
  if (!line.startsWith('{"level":')) return line
  try {
    return (JSON.parse(line) as { err?: { stack?: string } }).err?.stack ?? ''
  } catch {
    return ''
  }
}
