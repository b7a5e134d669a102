import { temporaryPostgres } from '../databases.ts'
import { startSite } from '../e2e/tools/start-site.ts'
import { measureClock } from './clock.ts'
import { findGenerator } from './load.ts'
import { startPeer } from './peer.ts'
import { measureSaves } from './saves.ts'
import { measureWeight } from './weight.ts'

/**
 * `npm run bench`: the figures of the rules of time and of the pages that a visitor gets. A page's speed is a ratio to
 * a plain server that sends the same bytes in the same run, since numbers alone differ from machine to machine.
 */
const pages = {
  Forside: '/',
  Sektion: '/om-kommunen',
  Pressekontakt: '/om-kommunen/presse-og-kommunikation/pressekontakt',
  Forvaltning: '/om-kommunen/organisation/borgmesterens-forvaltning',
  Fortælling: '/om-kommunen/udvikling-og-projekter/vi-udvikler-os-sammen',
  Kontakt: '/kontakt',
  Søgning: '/soeg?q=aktindsigt',
}

console.log('The rules of time, ms')
console.table(measureClock())

const postgres = await temporaryPostgres()
console.log('Starter hjemmesiden …')
const site = await startSite({ DATABASE_URL: postgres.url })
try {
  console.log('\nBytes over the wire, cold, gzip/brotli as Chromium asks')
  console.table(await measureWeight(site.url, pages))

  const generate = await findGenerator()
  const peer = await startPeer(postgres.folder)
  try {
    console.log(`\nRequests per second, gzip accepted; ${peer.name} sends the same bytes`)
    const rows: Record<string, object> = {}
    for (const [name, address] of Object.entries(pages)) {
      peer.serve(await (await fetch(site.url + address)).text())
      const { perSecond: theirs } = await generate(new URL(peer.url).origin, [new URL(peer.url).pathname])
      const { perSecond: ours } = await generate(site.url, [address])
      rows[name] = { site: ours, [peer.name]: theirs, ratio: `${((100 * ours) / theirs).toFixed(1)} %` }
    }
    console.table(rows)
  } finally {
    await peer.stop()
  }

  console.log('\nFrom the save to the new text in the public page, 20 saves, ms')
  console.table([await measureSaves(site.url, pages.Pressekontakt)])
} finally {
  await site.stop()
  await postgres.remove()
}
