import { fillSite, sizeOf } from './fill-site.ts'

// `npm run bench:fill <DATABASE_URL> [pages]`: fills a database by hand, after a first start.
const [databaseUrl, pages = '10000'] = process.argv.slice(2)
if (!databaseUrl) throw new Error('Skriv databasens adresse: fill.ts <DATABASE_URL> [sider]')
const startedAt = performance.now()
await fillSite(databaseUrl, sizeOf(Number(pages)))
console.log(`${pages} sider på ${Math.round((performance.now() - startedAt) / 1000)} s`)
