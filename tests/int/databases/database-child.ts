import { getPayload } from 'payload'
import config from '../../../payload.config.ts'
import { fillFirstContent } from '../../../src/server/setup/first-content.ts'
import { migrate } from './migrate.ts'

// A process of its own: prepares the empty database of DATABASE_URL as fresh-database.ts asks, and ends.
const payload = await getPayload({ config })
await migrate(payload, process.env.DATABASE_URL ?? '')
if (process.argv[2] === 'filled') await fillFirstContent(payload, 2026)
process.exit(0)
