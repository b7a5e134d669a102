import type { AfterErrorHook } from 'payload'

/**
 * If the database or the files' storage is down, tells an editor who saves what happened and what to do, instead of
 * »something went wrong«.
 */
export const sayDatabaseIsGone: AfterErrorHook = ({ error }) => {
  // Errors of the AWS SDK carry network codes too.
  if (isOfStorage(error)) return tell('Lageret til filer svarer ikke lige nu, så filen kan ikke gemmes.')
  if (isDatabaseGone(error)) return tell('Databasen svarer ikke lige nu, så det kan ikke gemmes.')
}

const tell = (what: string) => ({
  status: 503,
  response: { errors: [{ message: `${what} Lad siden stå åben, og prøv igen om lidt.` }] },
})

const isOfStorage = (error: unknown): boolean => error instanceof Error && '$metadata' in error

/**
 * Network error codes, PostgreSQL's classes 08, 53 and 57P, the pool's messages without a code, and 25006 of a standby
 * that was the primary until now.
 */
function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (
    /^(E[A-Z]+|08\w{3}|57P0\d|53\w{3}|25006)$/.test(String(code)) ||
    /cannot begin transaction|timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(
      error.message,
    ) ||
    isDatabaseGone(error.cause)
  )
}
