import pino from 'pino'

/** The log of the running server: JSON lines on stdout. It holds no personal data: no addresses, no queries. */
export function createLog(level: string): pino.Logger {
  return pino({ level, base: null })
}

/**
 * Runs one step of the start and shows it on one line: `▸ Database … klar (1,2 s)`.
 * `work` can add words to the line while it runs, such as its progress.
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
