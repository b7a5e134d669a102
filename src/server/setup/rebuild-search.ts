import { openClient } from '../../database/pool.ts'
import { readEnvironment } from '../start/env.ts'
import { step } from '../log.ts'
import { addressOfPostgres } from '../postgres/postgres.ts'
import { StartError } from '../start-error.ts'

// `npm run search:rebuild`: rebuilds search from all content while the site runs.
try {
  const { databaseUrl, dataDir } = readEnvironment(process.env)
  const url = databaseUrl ?? addressOfPostgres(dataDir)
  if (!url) throw new StartError(`Der er ingen database i ${dataDir}: start webstedet først.`)
  const client = openClient(url, { connectionTimeoutMillis: 5000 })
  await client.connect().catch(() => {
    throw new StartError('Databasen svarer ikke: start webstedet, og prøv igen.')
  })
  await step('Søgning', () => client.query('CALL search.rebuild()'))
  await client.end()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}
