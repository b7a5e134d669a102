import { createLog, isForPeople } from '../tell/log.ts'
import { explain } from '../tell/start-error.ts'
import { runSite } from './site.ts'
import { onStop, stopWithStarter } from './stop.ts'

const stop = onStop()
stopWithStarter(stop)

try {
  await runSite({ isDevelopment: process.argv.includes('--dev'), stop })
  process.exit(0)
} catch (error) {
  if (stop.signal.aborted) process.exit(0)
  const explained = explain(error)
  // Whatever LOG_LEVEL is, or if it cannot be read.
  if (!isForPeople())
    createLog('info').fatal(
      {
        event: 'start-failed',
        ...(explained ? {} : { error: error instanceof Error ? error.stack : error }),
      },
      explained?.message ?? String(error),
    )
  else console.error(explained?.message ?? error)
  process.exit(1)
}
