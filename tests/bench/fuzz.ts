import { ownDatabase, temporaryPostgres } from '../databases.ts'
import { logIn } from '../e2e/tools/admin.ts'
import { startSite } from '../e2e/tools/start-site.ts'
import { fuzz } from '../fuzz/fuzz.ts'

/** `npm run bench:fuzz [requests] [seed]`: many more odd requests than the tests send; prints what should not have been answered. */
const count = Number(process.argv[2] ?? 50_000)
const seed = Number(process.argv[3] ?? 1)
const person = { email: 'fuzz@example.dk', password: 'en-lang-adgangskode', name: 'Fuzz', role: 'editor' }

const postgres = await temporaryPostgres()
const database = await ownDatabase(postgres.url)
const site = await startSite({ DATABASE_URL: database.url, TRUST_PROXY: '1', LOG_LEVEL: 'info' })
try {
  const administrator = await logIn(site.url)
  await administrator.call('POST', '/users', person)
  const callers = { administrator, editor: await logIn(site.url, person) }
  const before = site.output().length
  const startedAt = performance.now()
  const { findings, statuses, sent } = await fuzz({ siteUrl: site.url, callers, seed, count })
  console.log(`${sent} requests in ${Math.round((performance.now() - startedAt) / 1000)} s`, statuses)
  console.log(`log: ${site.output().length - before} bytes`)
  for (const finding of findings.slice(0, 50)) console.log(JSON.stringify(finding).slice(0, 800))
  process.exitCode = findings.length > 0 ? 1 : 0
} finally {
  await site.stop()
  await postgres.remove()
}
