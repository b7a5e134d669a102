import { randomBytes } from 'node:crypto'
import { getPayload, type Migration, type Payload } from 'payload'
import { migrations } from '../../../migrations/index.ts'
import config from '../../../payload.config.ts'
import { openClient } from '../../database/pool.ts'
import { passwordFault } from '../../domain/accounts/password.ts'
import { COPENHAGEN } from '../../domain/time/copenhagen.ts'
import { now } from '../clock.ts'
import { guessedLine } from '../start/env.ts'
import { say } from '../tell/language.ts'
import { fillFirstContent } from './first-content.ts'
import { applyFunctions } from './functions.ts'
import { SETUP_LOCK } from './lock.ts'
import type { SetupMessage } from './run-setup.ts'

// A process of its own (see run-setup.ts): brings the database up to date and ends.
const lock = openClient(process.env.DATABASE_URL ?? '', { keepAlive: true })
await lock.connect()
// Two servers may start at once on one database: the second waits here and finds everything done.
await lock.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK])
tell({ progress: say({ da: 'tabeller', en: 'tables' }) })
const payload = await getPayload({ config })
// Passed in, or Payload would look for the files and load their TypeScript itself.
await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
await applyFunctions(lock)
await lock.query('CALL search.rebuild()')
await lock.query('CALL desk.rebuild_outdated()')
tell({ progress: say({ da: 'første indhold', en: 'first content' }) })
await fillFirstContent(payload, now().toZonedDateTimeISO(COPENHAGEN).year)
await ensureAdministrator(payload)
await lock.end()
process.exit(0)

/** Makes the first administrator, so that nobody else can register as one once the port is open. */
async function ensureAdministrator(payload: Payload): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return
  const email = process.env.ADMIN_EMAIL || 'admin@example.dk'
  const password = process.env.ADMIN_PASSWORD || randomBytes(15).toString('base64url')
  const name = 'Administrator'
  const fault = await passwordFault(password, { name, email, siteUrl: process.env.SITE_URL })
  if (fault) throw new Error(guessedLine(fault))
  await payload.create({
    collection: 'users',
    data: { email, password, name, role: 'administrator' },
  })
  tell({ administrator: { email, password: process.env.ADMIN_PASSWORD ? null : password } })
}

function tell(message: SetupMessage): void {
  process.send?.(message)
}
