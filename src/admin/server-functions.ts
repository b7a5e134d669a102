import { notFound } from 'next/navigation'
import type { ServerFunctionClient, ServerFunctionClientArgs } from 'payload'
import { sayError } from '../database/errors/say-error.ts'
import { troubleOf } from '../database/errors/trouble.ts'
import { unreadable } from '../domain/text/readable.ts'

/**
 * Answers a server function of the admin, or 404 where its arguments are none that the admin sends: an error that they bring
 * about is no failure of the server, and is said in few words. Without the database the failure stays one.
 */
export async function answerOrNotFound(
  asked: ServerFunctionClientArgs,
  answer: ServerFunctionClient,
): Promise<unknown> {
  const given: unknown = asked.args
  if (
    typeof given !== 'object' ||
    given === null ||
    Array.isArray(given) ||
    unreadable(given) ||
    UNUSED.has(asked.name)
  )
    notFound()
  try {
    // Payload would offer only to load the form again, and lose what is typed. A save of an old form is merged (decision 023).
    const isChecked = asked.name === 'form-state' && 'checkForStaleData' in given
    return await answer(isChecked ? { ...asked, args: { ...given, checkForStaleData: false } } : asked)
  } catch (error) {
    // Next's own signals, such as a redirect to the login.
    if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) throw error
    const trouble = troubleOf(error)?.kind
    if (trouble && ['gone', 'busy', 'full', 'storage'].includes(trouble)) throw error
    const { name, message, at } = sayError(error)
    console.error(`A server function failed: ${name} ${message} ${at ?? ''}`)
    notFound()
  }
}

/** For folders, languages and planned publishing, which this site has none of. */
const UNUSED = new Set([
  'copy-data-from-locale',
  'get-folder-results-component-and-data',
  'get-upcoming-scheduled-publish',
  'schedule-publish',
])
