import { getPayload, type Migration } from 'payload'
import { migrations } from '../../../migrations/index.ts'
import config from '../../../payload.config.ts'

// A process of its own (see restore-backup.ts): runs the migrations that are named, in the order of the list, and ends.
const wanted = process.argv.slice(2)
const payload = await getPayload({ config, disableOnInit: true })
await payload.db.migrate({
  migrations: migrations.filter(({ name }) => wanted.includes(name)) as unknown as Migration[],
})
process.exit(0)
