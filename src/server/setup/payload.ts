import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { say } from '../tell/language.ts'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { root } from '../root.ts'
import { readEnvironment } from '../start/env.ts'
import { StartError } from '../tell/start-error.ts'
import { confirmLoss, losesContent } from './confirm-loss.ts'

// `npm run payload -- COMMAND …`: Payload's own program, on the site's database, which always does what it says or fails.
const NOTHING_DONE = 75

try {
  const command = process.argv.slice(2)
  const environment = readEnvironment(process.env)
  const dataDir = path.resolve(root, environment.dataDir)
  const databaseUrl =
    environment.databaseUrl ?? (existsSync(dataDir) ? addressOfPostgres(dataDir) : null) ?? ''
  if (losesContent(command)) {
    await confirmLoss({
      command: command.join(' '),
      databaseUrl,
      terminal: process.stdin.isTTY ? { input: process.stdin, output: process.stdout } : null,
    })
  }
  const child = spawn(
    process.execPath,
    [
      // Why this condition: docs/decisions/010-what-loads-the-code.md.
      '--conditions=production',
      '--import',
      path.join(root, 'src/server/setup/unfinished.mjs'),
      path.join(root, 'node_modules/payload/bin.js'),
      ...command,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        // Which versions stand together is for package.json to say: one part may be a patch behind.
        PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
        // Payload does nothing without one; no command stores anything that depends on it.
        PAYLOAD_SECRET: environment.payloadSecret ?? 'only for commands',
        ...(losesContent(command) ? { LOSE_CONTENT_OF: databaseUrl } : {}),
      },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const [code] = (await once(child, 'exit')) as [number | null]
  process.exitCode = code ?? 1
  if (code === NOTHING_DONE) {
    throw new StartError(
      say({
        da: `»${command.join(' ')}« stoppede midtvejs uden at sige hvorfor. Prøv igen.`,
        en: `\`${command.join(' ')}\` stopped halfway without saying why. Try again.`,
      }),
    )
  }
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode ||= 1
}
