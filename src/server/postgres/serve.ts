import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { say } from '../tell/language.ts'
import { runProgram } from '../tell/program.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { readEnvironment } from '../start/env.ts'
import { stopWithStarter } from '../start/stop.ts'
import { StartError } from '../tell/start-error.ts'
import { startPostgres } from './postgres.ts'

// `npm run database`: runs the embedded PostgreSQL of DATA_DIR until a signal, for all servers that use this folder.
await runProgram(async (stop, { log, tell }) => {
  stopWithStarter(stop)
  const { databaseUrl, dataDir } = readEnvironment(process.env)
  if (databaseUrl) {
    throw new StartError(
      say({
        da: 'DATABASE_URL er sat, så databasen kører et andet sted. Fjern DATABASE_URL for at bruge den indbyggede.',
        en: 'DATABASE_URL is set, so the database runs elsewhere. Unset DATABASE_URL to use the embedded one.',
      }),
    )
  }
  const folder = prepareDataFolder(dataDir)
  const postgres = await startPostgres({
    dataDir: folder,
    tell: (line) => log.warn({ event: 'database' }, line),
    user: 'database',
  })
  const { host } = new URL(postgres.url)
  tell(
    'database-ready',
    {
      da: `Databasen i ${folder} kører på ${host}. Stop den med SIGTERM eller Ctrl-C.`,
      en: `The database in ${folder} runs on ${host}. Stop it with SIGTERM or Ctrl-C.`,
    },
    { host, folder, pid: process.pid },
  )
  // Servers that systemd starts after this unit (Type=notify, NotifyAccess=all) then find it ready.
  if (process.env.NOTIFY_SOCKET) spawnSync('systemd-notify', ['--ready'])
  if (!stop.signal.aborted) await once(stop.signal, 'abort')
  await postgres.stop()
})
