import { captureOutput, createLog } from '../tell/log.ts'
import { readEnvironment } from '../start/env.ts'
import type { ServerMessage } from '../start/keep-running.ts'
import { keepGoing, onStop } from '../start/stop.ts'
import { explain } from '../tell/start-error.ts'
import { runServer } from './server.ts'

// A process of its own (see keep-running.ts): serves the site until it is told to end, or whoever runs it has gone.
const stop = onStop()
process.once('disconnect', stop.now)
stop.atOnce.addEventListener('abort', () => process.exit(1))

// What editors upload is read by the server alone, from the first byte.
process.umask(0o077)

// What Payload writes of times into the admin follows the clock of the process; ours asks for the zone itself.
process.env.TZ = 'Europe/Copenhagen'

const environment = readEnvironment(process.env)
const log = createLog(environment.logLevel)
captureOutput(log)

keepGoing(log, stop)

try {
  await runServer({
    environment,
    isDevelopment: process.argv.includes('--dev'),
    signal: stop.signal,
    log,
    onListening: () => tell({ event: 'listening' }),
  })
  process.exit()
} catch (error) {
  if (stop.signal.aborted) process.exit()
  const explained = explain(error)
  if (!explained)
    log.error(
      { event: 'server-failed', error: error instanceof Error ? error.stack : error },
      'The server could not start',
    )
  else await tell({ event: 'failed', reason: explained.message })
  process.exit(1)
}

/** Resolves when the message has left this process. */
function tell(message: ServerMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(message, () => resolve())
    else resolve()
  })
}
