import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '../../../src/server/machine/ports.ts'

export const administrator = { email: 'redaktion@example.dk', password: 'en-lang-adgangskode-til-test' }

/** A line of the log: docs/operating/log.md. */
type LogLine = { level: string; time: string; event?: string; msg: string; [field: string]: unknown }

export type RunningSite = {
  url: string
  dataDir: string
  /** The process that was started, and the one that serves: it changes when that dies. */
  pid: number
  serverPid: () => number
  /** Everything printed so far. */
  output: () => string
  lines: () => LogLine[]
  /** Ends the site as an operator would; resolves to its exit code (null after a SIGKILL). */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/**
 * Runs `npm start`'s program on a free port with a data folder of its own, and waits until it says that it runs.
 * Throws with all output when it ends before.
 */
export async function startSite(environment: Record<string, string> = {}): Promise<RunningSite> {
  const port = environment.PORT ?? String(await findFreePort())
  const ownFolder = environment.DATA_DIR ? null : mkdtempSync(path.join(os.tmpdir(), 'site-'))
  const dataDir = environment.DATA_DIR ?? ownFolder ?? ''
  const run = runStart({
    PORT: port,
    DATA_DIR: dataDir,
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ...environment,
  })
  const serverPid = () => Number(run.lines().findLast(({ event }) => event === 'listening')?.pid ?? 0)
  await new Promise<void>((resolve, reject) => {
    run.process.stdout.on('data', () => {
      if (serverPid() > 0) resolve()
    })
    run.process.once('exit', (code) => reject(new Error(`The site ended with ${code}:\n${run.output()}`)))
  })
  return {
    url: `http://localhost:${port}`,
    dataDir,
    pid: run.process.pid ?? 0,
    serverPid,
    output: run.output,
    lines: run.lines,
    stop: async (signal = 'SIGTERM') => {
      run.process.kill(signal)
      const code = await run.ended
      if (ownFolder) rmSync(ownFolder, { recursive: true, force: true })
      return code
    },
  }
}

/**
 * Runs the program with just these variables of ours; for starts that are meant to fail as well. What it says is Danish.
 *
 * @param command what to run instead, such as npm
 */
export function runStart(
  environment: Record<string, string>,
  command: [string, ...string[]] = [process.execPath, 'src/server/run.mjs', 'start/start'],
) {
  const own = ['DATABASE_URL', 'SITE_CLOCK', 'SITE_URL', 'HOST', 'NODE_ENV', 'LC_ALL', 'LC_MESSAGES']
  // Of npm, which may run the tests.
  const isForeign = (name: string) => own.includes(name) || name.startsWith('npm_')
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name)))
  const [program, ...args] = command
  const child = spawn(program, args, {
    // No test asks the internet.
    env: {
      ...inherited,
      LANG: 'da_DK.UTF-8',
      LINK_CHECK: 'off',
      ...environment,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return {
    process: child,
    output: () => text,
    /** Each line that is whole; throws if one is no JSON. */
    lines: () =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as LogLine),
    /** When the last process that it started has ended too, as they share its output. */
    ended: once(child, 'close').then(([code]) => code as number | null),
  }
}

/** Runs one of the programs as its npm script does; answers its code and its lines. */
export async function runProgram(program: string, environment: Record<string, string>, ...args: string[]) {
  const started = runStart(environment, [
    process.execPath,
    '--conditions=production',
    'src/server/run.mjs',
    program,
    ...args,
  ])
  const code = await started.ended
  return { code, lines: started.output().trim().split('\n') }
}
