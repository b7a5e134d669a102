import { stripVTControlCharacters } from 'node:util'
import pino from 'pino'
import { say, type Words } from './language.ts'

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug'

/** A log in which each line has a stable name (docs/operating/log.md). */
export type Log = Record<
  Level,
  (fields: { event: string } & Record<string, unknown>, sentence: string) => void
>

/** Whether a person reads what this process prints. Otherwise each line is a JSON object (docs/operating/log.md). */
export const isForPeople = (): boolean => process.stdout.isTTY === true

/** The log of the process, on standard output. It holds no personal data: no addresses, no queries. */
export function createLog(level: string): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  }
  if (!isForPeople()) {
    // Straight to the descriptor: the stream is for what others print, see captureOutput.
    const output = pino.destination({ fd: 1, sync: true })
    // A reader that has gone must not end us.
    output.on('error', () => {})
    return pino(options, output)
  }
  return pino(options, { write: (line: string) => process.stdout.write(`${toReadable(line)}\n`) })
}

/**
 * From now on, what others print (the console, the CMS, Next, node's warnings) becomes lines of the log. For people, only
 * what is no sentence yet does: the JSON of the CMS.
 */
export function captureOutput(log: Log): void {
  for (const [stream, level] of [
    [process.stdout, 'info'],
    [process.stderr, 'error'],
  ] as const) {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean
    stream.write = (...args: unknown[]) => {
      const [chunk] = args
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString()
      const line = readLogLine(text)
      if (isForPeople() && !line) return write(...args)
      if (line) log[line.level](line.fields, tidy(line.msg))
      else if (text.trim()) log[level]({ event: 'output' }, tidy(text))
      const done = args.at(-1)
      if (typeof done === 'function') process.nextTick(done)
      return true
    }
    stream.on('error', () => {})
  }
  if (isForPeople()) return
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => log.warn({ event: 'output' }, tidy(`${name}: ${message}`)))
}

/**
 * Text of others as the log may hold it: without colours, without queries and their values, without e-mail addresses, and
 * not longer than anybody reads.
 */
export function tidy(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/Failed query:[\s\S]*?\nparams:.*/g, 'Failed query')
    .replaceAll(/[^\s"'<>(=:,]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]')
    .trim()
    .slice(0, LONGEST)
}

const LONGEST = 4000

/** A line of another pino, such as the CMS's; null if the text is none. */
function readLogLine(
  text: string,
): { level: Level; fields: { event: string } & Record<string, unknown>; msg: string } | null {
  if (!text.startsWith('{"level":')) return null
  try {
    const { level, name, msg, err } = JSON.parse(text) as {
      level: number
      name?: string
      msg?: string
      err?: { stack?: string }
    }
    const stack = err?.stack ? { error: tidy(err.stack) } : {}
    return {
      level: level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug',
      fields: { event: 'output', from: name, ...stack },
      msg: msg ?? '',
    }
  } catch {
    return null
  }
}

/** A line of the log as a person reads it: `14:59:50 warn  The database is away attempt=3`. */
function toReadable(line: string): string {
  const { time, level, msg, event: _, ...fields } = JSON.parse(line) as Record<string, unknown>
  const rest = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return text.includes('\n') ? `\n  ${text.replaceAll('\n', '\n  ')}` : ` ${name}=${text}`
  })
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg as string}${rest.join('')}`
}

/**
 * Runs one step of the start. A person sees it on one line, `▸ Database … klar (1,2 s)`; in the log it is a line when it is
 * done. `work` can add words while it runs, such as its progress.
 *
 * @param name what the log calls the step, whatever the language
 */
export async function step<T>(
  log: Log,
  name: string,
  label: Words,
  work: (progress: (words: string) => void) => Promise<T>,
): Promise<T> {
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 100) / 10
  if (!isForPeople()) {
    const result = await work((words) => log.info({ event: 'progress', step: name }, words))
    log.info({ event: 'step', step: name, seconds: seconds() }, say(label))
    return result
  }
  process.stdout.write(`▸ ${say(label)} …`)
  try {
    const result = await work((words) => process.stdout.write(` ${words} …`))
    const took = seconds().toFixed(1)
    process.stdout.write(say({ da: ` klar (${took.replace('.', ',')} s)\n`, en: ` done (${took} s)\n` }))
    return result
  } catch (error) {
    process.stdout.write('\n')
    throw error
  }
}
