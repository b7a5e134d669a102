import type { AfterErrorHook } from 'payload'

/** If the database is down, tells an editor who saves what happened and what to do, instead of »something went wrong«. */
export const sayDatabaseIsGone: AfterErrorHook = ({ error }) => {
  if (!isDatabaseGone(error)) return
  const message =
    'Databasen svarer ikke lige nu, så det kan ikke gemmes. Lad siden stå åben, og prøv igen om lidt.'
  return { status: 503, response: { errors: [{ message }] } }
}

/** Network error codes, PostgreSQL's classes 08, 53 and 57P, and the pool's messages without a code. */
function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (
    /^(E[A-Z]+|08\w{3}|57P0\d|53\w{3})$/.test(String(code)) ||
    /cannot begin transaction|timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(
      error.message,
    ) ||
    isDatabaseGone(error.cause)
  )
}
