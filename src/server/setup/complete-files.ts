import { existsSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { root } from '../root.ts'
import { readEnvironment } from '../start/env.ts'
import { say } from '../tell/language.ts'
import { runProgram } from '../tell/program.ts'
import { StartError } from '../tell/start-error.ts'

// `npm run media:complete`: the sizes of pictures, and what the content of files is known by, for files from before there were these;
// while the site runs.
await runProgram(async (_, { tell }) => {
  const environment = readEnvironment(process.env)
  const dataDir = path.resolve(root, environment.dataDir)
  const url = environment.databaseUrl ?? (existsSync(dataDir) ? addressOfPostgres(dataDir) : null)
  if (!url)
    throw new StartError(
      say({
        da: `Der er intet websted i ${dataDir}: sæt DATA_DIR og DATABASE_URL, som webstedet har dem.`,
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
  const { completeFiles } = await import('../../../collections/shared/files/complete-files.ts')
  const payload = await getPayload({ config }).catch(() => {
    throw new StartError(
      say({
        da: 'Databasen svarer ikke: start webstedet, og prøv igen.',
        en: 'The database does not answer: start the site and try again.',
      }),
    )
  })
  const count = { completed: 0, left: 0 }
  await completeFiles(payload, (file, became) => {
    if (became === 'completed') return void (count.completed += 1)
    count.left += 1
    const why = became === 'missing' ? say({ da: 'den er der ikke', en: 'it is not there' }) : became.message
    tell(
      'file-left',
      { da: `${file} er sprunget over: ${why}`, en: `${file} was left out: ${why}` },
      { file },
    )
  })
  tell(
    'files-completed',
    {
      da: `${count.completed} filer har nu alle størrelser; ${count.left} er sprunget over.`,
      en: `${count.completed} files have all sizes now; ${count.left} were left out.`,
    },
    count,
  )
})
