import pino from 'pino'

/** The log of the running server: JSON lines on stdout. Nothing personal goes into it: no addresses, no queries. */
export function createLog(level: string): pino.Logger {
  return pino({ level, base: null })
}

/**
 * Runs one step of the start and shows it as one line: `▸ Database … klar (1,2 s)`.
 * `work` may add words to the line while it runs, e.g. how far it has come.
 */
export async function step<T>(
  label: string,
  work: (progress: (words: string) => void) => Promise<T>,
): Promise<T> {
  const startedAt = performance.now()
  process.stdout.write(`▸ ${label} …`)
  try {
    const result = await work((words) => process.stdout.write(` ${words} …`))
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')
    process.stdout.write(` klar (${seconds} s)\n`)
    return result
  } catch (error) {
    process.stdout.write('\n')
    throw error
  }
}
