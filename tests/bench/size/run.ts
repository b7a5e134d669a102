import { measureAdmin } from './measures/admin.ts'
import { measureBackground } from './measures/background.ts'
import { type Figures, printTable } from './goals.ts'
import { measureDesk } from './measures/desk.ts'
import { measureLoadWhileOld } from './measures/load-while-old.ts'
import { measureMemory } from './measures/memory.ts'
import { measureOpening } from './measures/opening.ts'
import { measureOutage } from './measures/outage.ts'
import { measureRestSaves } from './measures/saves.ts'
import { measureSiteWide } from './measures/site-wide.ts'
import { openSizedSite, type SizedSite } from './sized-site.ts'
import { measureStart } from './measures/start.ts'
import { measureUntilPublic } from './measures/until-public.ts'

/**
 * `npm run bench:size [pages] [sections]`: what editors and visitors notice of the site's size, with the first content
 * alone and with so many pages more (10,000), in one table with the goals. Sections: names from below, with commas.
 */
const sections: Record<string, (site: SizedSite) => Promise<Figures>> = {
  start: measureStart,
  saves: measureRestSaves,
  public: measureUntilPublic,
  'site-wide': measureSiteWide,
  background: measureBackground,
  load: measureLoadWhileOld,
  admin: measureAdmin,
  desk: measureDesk,
  memory: measureMemory,
  outage: measureOutage,
  opening: measureOpening,
}

const [pages = '10000', wanted = Object.keys(sections).join()] = process.argv.slice(2)
const names = wanted.split(',')
const unknown = names.filter((name) => !Object.hasOwn(sections, name))
if (unknown.length > 0) throw new Error(`No section ${unknown.join()}: ${Object.keys(sections).join()}`)

const small = await measure(0)
const large = await measure(Number(pages))
printTable(small.figures, large.figures, { small: small.pages, large: large.pages })

async function measure(more: number): Promise<{ figures: Figures; pages: number }> {
  console.log(`\nThe first content${more ? ` and ${more} pages` : ' alone'}`)
  const site = await openSizedSite(more)
  const figures: Figures = {}
  try {
    await site.start()
    for (const [name, section] of Object.entries(sections)) {
      if (!names.includes(name)) continue
      console.log(name)
      // A section that fails must not cost the figures of the others.
      const measured = await section(site).catch(async (error: unknown) => {
        console.error(`${name} failed:`, error, site.output().slice(-3000))
        process.exitCode = 1
        await site.stop()
        await site.start()
        return {}
      })
      Object.assign(figures, measured)
    }
    return { figures, pages: (await site.randomPages(Infinity)).length }
  } finally {
    await site.remove()
  }
}
