import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Drill, Outcome } from './drill.ts'

// `npm run drill [name …]`: does bad things to sites of its own on this machine, and prints what visitors and editors
// noticed. Ends with 1 if a view failed, a save was lost or a promise was broken.
const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts'))
const names = files
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => !['run', 'drill'].includes(name))
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`No drill is called ${unknown.join(', ')}. There are: ${names.join(', ')}`)
  process.exit(1)
}
const rows: Record<string, object> = {}
const broken: string[] = []
// The versions of PostgreSQL are fetched, so that drill runs when it is named.
const usual = names.filter((name) => name !== 'versions')
for (const name of wanted.length > 0 ? wanted : usual) {
  console.log(`▸ ${name} …`)
  const { drill } = (await import(`./${name}.ts`)) as { drill: Drill }
  try {
    const { done, failedViews, lostSaves, recovery, promise } = await inTime(drill.run())
    if (failedViews > 0) broken.push(`${name}: ${failedViews} views failed`)
    if (lostSaves > 0) broken.push(`${name}: ${lostSaves} saves were lost`)
    broken.push(...promise.broken.map((what) => `${name}: ${what}`))
    rows[name] = { 'what was done': done, 'failed views': failedViews, 'lost saves': lostSaves, recovery }
  } catch (error) {
    broken.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
    rows[name] = { 'what was done': 'the drill itself failed' }
  }
}
console.table(rows)
for (const what of broken) console.error(`✗ ${what}`)
console.log(broken.length === 0 ? 'All promises were kept.' : `${broken.length} promises were broken.`)
process.exit(broken.length === 0 ? 0 : 1)

/** No drill may take longer than ten minutes. */
async function inTime(outcome: Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No end within ten minutes')), 600_000)
  })
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer))
}
