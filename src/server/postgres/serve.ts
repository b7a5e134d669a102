import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { say } from '../tell/language.ts'
import { createLog } from '../tell/log.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { readEnvironment } from '../start/env.ts'
import { StartError } from '../tell/start-error.ts'
import { startPostgres } from './postgres.ts'

// `npm run database`: runs the embedded PostgreSQL of DATA_DIR until a signal, for all servers that use this folder.
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
try {
  const { databaseUrl, dataDir, logLevel } = readEnvironment(process.env)
  if (databaseUrl) {
    throw new StartError(
      say({
        da: 'DATABASE_URL er sat, så databasen kører et andet sted. Fjern DATABASE_URL for at bruge den indbyggede.',
        en: 'DATABASE_URL is set, so the database runs elsewhere. Unset DATABASE_URL to use the embedded one.',
      }),
    )
  }
  const log = createLog(logLevel)
  const folder = prepareDataFolder(dataDir)
  const postgres = await startPostgres({ dataDir: folder, tell: (line) => log.warn(line), isShared: true })
  const { host } = new URL(postgres.url)
  if (process.stdout.isTTY) {
    console.log(
      say({
        da: `Databasen i ${folder} kører på ${host}. Stop med Ctrl-C.`,
        en: `The database in ${folder} runs on ${host}. Stop it with Ctrl-C.`,
      }),
    )
  } else log.info({ host, folder }, 'The database is ready')
  // Servers that systemd starts after this unit (Type=notify, NotifyAccess=all) then find it ready.
  if (process.env.NOTIFY_SOCKET) spawnSync('systemd-notify', ['--ready'])
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort')
  await postgres.stop()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}
