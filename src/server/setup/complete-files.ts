import { existsSync } from 'node:fs'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import type { CompleteNext } from '../../web/handover.ts'
import { safeWords } from '../../database/errors/say-error.ts'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { root } from '../root.ts'
import { readEnvironment } from '../start/env.ts'
import { say } from '../tell/language.ts'
import { runProgram } from '../tell/program.ts'
import { StartError } from '../tell/start-error.ts'

// `npm run media:complete`: gives files now what the server gives them by and by, and tells of each that it cannot: the sizes of
// pictures, and what the content of files is known by.
await runProgram(async (stop, { tell }) => {
  const environment = readEnvironment(process.env)
  const dataDir = path.resolve(root, environment.dataDir)
  const url = environment.databaseUrl ?? (existsSync(dataDir) ? addressOfPostgres(dataDir) : null)
  if (!url)
    throw new StartError(
      say({
        da: `Der er ingen hjemmeside i ${dataDir}: sæt DATA_DIR og DATABASE_URL, som hjemmesiden har dem.`,
        en: `There is no site in ${dataDir}: set DATA_DIR and DATABASE_URL as the site has them.`,
      }),
    )
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SITE_URL: environment.siteUrl,
    // The CMS does nothing without one; no file depends on it.
    PAYLOAD_SECRET: environment.payloadSecret ?? 'only for commands',
    NODE_ENV: 'production',
    // What the CMS has to say is not for whoever stands at the terminal.
    LOG_LEVEL: 'silent',
  })
  // Imported here, because they read the environment while they load.
  const { default: config } = await import('../../../payload.config.ts')
  const payload = await getPayload({ config }).catch(() => {
    throw new StartError(
      say({
        da: 'Databasen svarer ikke: start hjemmesiden, og prøv igen.',
        en: 'The database does not answer: start the site and try again.',
      }),
    )
  })
  const completeNext = payload.config.custom.completeNext as (
    payload: Payload,
    ...asked: Parameters<CompleteNext>
  ) => ReturnType<CompleteNext>
  const count = { completed: 0, left: 0 }
  const left: number[] = []
  for (let file; !stop.signal.aborted && (file = await completeNext(payload, left));) {
    count[file.state] += 1
    if (file.state === 'completed') continue
    left.push(file.id)
    const name = file.file
    const reason =
      file.reason === null ? say({ da: 'den er der ikke', en: 'it is not there' }) : safeWords(file.reason)
    tell(
      'file-left',
      { da: `${name} er sprunget over: ${reason}`, en: `${name} was left out: ${reason}` },
      { file: name },
    )
  }
  tell(
    'files-completed',
    {
      da: `${count.completed} filer har nu alle størrelser; ${count.left} er sprunget over.`,
      en: `${count.completed} files have all sizes now; ${count.left} were left out.`,
    },
    count,
  )
})
