/** What a log may hold of an error. */
export type SaidError = { name: string; code?: string; message: string; at?: string }

/**
 * An error in words that are safe to keep: no SQL, no values, no text that somebody wrote, no address of a person. The
 * database's own words have values in them, so of its errors only the code and the place are said.
 */
export function sayError(error: unknown): SaidError {
  if (!(error instanceof Error)) return { name: typeof error, message: safeWords(String(error)) }
  const inner = deepest(error)
  const { code, table, constraint } = inner as { code?: unknown; table?: string; constraint?: string }
  const said = { name: inner.name, ...(typeof code === 'string' && { code }) }
  const at = placeOf(error.stack)
  const place = { ...(at && { at }) }
  if (isOfDatabase(inner)) {
    const where = [table, constraint].filter(Boolean).join(' ')
    return { ...said, message: `The database refused a statement${where && ` (${where})`}`, ...place }
  }
  return { ...said, message: safeWords(inner.message), ...place }
}

/** A text without statements, quotations and addresses of persons, at most 200 characters. */
export function safeWords(text: string): string {
  return text
    .replace(/(Failed query|params):[\s\S]*/, '$1 …')
    .replaceAll(/[^\s"'`:=(<]+@[^\s"'`>)]+/g, '…@…')
    .replaceAll(/"[^"]*"|`[^`]*`|»[^«]*«/g, '"…"')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, 200)
    .toWellFormed()
}

/** What an error was caused by, first of all. */
function deepest(error: Error): Error {
  let inner = error
  for (let steps = 0; steps < 5 && inner.cause instanceof Error; steps++) inner = inner.cause
  return inner
}

function isOfDatabase(error: Error): boolean {
  return 'severity' in error || 'query' in error || 'params' in error
}

/** The innermost place in the code, of a stack: `file:line`, with no folder of the machine. */
function placeOf(stack: string | undefined): string | undefined {
  const [, file, line] = /\n\s+at [^\n]*?([\w.[\]-]+\.\w+):(\d+):\d+/.exec(stack ?? '') ?? []
  return file && `${file}:${line}`
}
