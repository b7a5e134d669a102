import { createLog } from '../tell/log.ts'
import { tellFailure } from '../tell/program.ts'
import { runSite } from './site.ts'
import { onStop, stopWithStarter } from './stop.ts'

const stop = onStop()
stopWithStarter(stop)

try {
  await runSite({ isDevelopment: process.argv.includes('--dev'), stop })
  process.exit(0)
} catch (error) {
  if (stop.signal.aborted) process.exit(0)
  // Whatever LOG_LEVEL is, or if it cannot be read.
  tellFailure(createLog('info'), error, 'start-failed')
  process.exit(1)
}
