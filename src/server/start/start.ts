import { runSite } from './site.ts'
import { StartError } from './start-error.ts'

const stopping = new AbortController()
let stoppedAt = 0

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // On Ctrl-C the terminal and npm both send us the signal. Only a later one means "stop at once".
    if (stopping.signal.aborted && performance.now() - stoppedAt > 1000) process.exit(1)
    if (!stopping.signal.aborted) stoppedAt = performance.now()
    stopping.abort()
  })
}

try {
  await runSite({ isDevelopment: process.argv.includes('--dev'), signal: stopping.signal })
  process.exit(0)
} catch (error) {
  if (stopping.signal.aborted) process.exit(0)
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}
