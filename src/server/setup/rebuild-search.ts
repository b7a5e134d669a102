import { openClient } from '../../database/pool.ts'
import { readEnvironment } from '../start/env.ts'
import { say } from '../tell/language.ts'
import { step } from '../tell/log.ts'
import { runProgram } from '../tell/program.ts'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { StartError } from '../tell/start-error.ts'

// `npm run search:rebuild`: rebuilds search from all content while the site runs.
await runProgram(async (_, { log }) => {
  const { databaseUrl, dataDir } = readEnvironment(process.env)
  const url = databaseUrl ?? addressOfPostgres(dataDir)
  if (!url)
    throw new StartError(
      say({
        da: `Der er ingen database i ${dataDir}: start hjemmesiden først.`,
        en: `There is no database in ${dataDir}: start the site first.`,
      }),
    )
  const client = openClient(url, { connectionTimeoutMillis: 5000 })
  await client.connect().catch(() => {
    throw new StartError(
      say({
        da: 'Databasen svarer ikke: start hjemmesiden, og prøv igen.',
        en: 'The database does not answer: start the site and try again.',
      }),
    )
  })
  await step(log, 'search', { da: 'Søgning', en: 'Search' }, async () => {
    await client.query('CALL search.rebuild()')
    await client.query('CALL desk.rebuild()')
  })
  await client.end()
})
