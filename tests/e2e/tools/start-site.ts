import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '../../../src/server/ports.ts'

export const administrator = { email: 'redaktion@example.dk', password: 'en-lang-adgangskode-til-test' }

export type RunningSite = {
  url: string
  dataDir: string
  pid: number
  /** Everything printed so far. */
  output: () => string
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
  const {
    process: child,
    output,
    ended,
  } = runStart({
    PORT: port,
    DATA_DIR: dataDir,
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    LOG_LEVEL: 'warn',
    ...environment,
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (output().includes('Webstedet kører på')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The site ended with ${code}:\n${output()}`)))
  })
  return {
    url: `http://localhost:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const code = await ended
      if (ownFolder) rmSync(ownFolder, { recursive: true, force: true })
      return code
    },
  }
}

/** Runs the program with just these variables of ours; for starts that are meant to fail as well. */
export function runStart(environment: Record<string, string>) {
  const { DATABASE_URL: _, SITE_CLOCK: __, SITE_URL: ___, NODE_ENV: ____, ...inherited } = process.env
  const child = spawn(process.execPath, ['src/server/run.mjs', 'start/start'], {
    env: { ...inherited, ...environment } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return {
    process: child,
    output: () => text,
    ended: once(child, 'exit').then(([code]) => code as number | null),
  }
}
