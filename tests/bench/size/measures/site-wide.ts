import { setTimeout as delay } from 'node:timers/promises'
import { shows } from '../edits.ts'
import { type Figures, quantile } from '../goals.ts'
import { progress, type SizedSite } from '../sized-site.ts'
import { siteWideEdits } from '../site-wide-edits.ts'

const PAGES = 300

/** After a change that all pages show, or all with hours: is each page right when it is first asked for? */
export async function measureSiteWide(site: SizedSite): Promise<Figures> {
  const { call } = await site.logIn()
  const { footer, menu, word, closingDay } = await siteWideEdits(site, call)
  const times: number[] = []
  let wrong = 0
  for (const edit of [footer(900), menu(901), word(902), closingDay(903)]) {
    const pages = (await site.randomPages(Infinity)).filter(({ id }) => edit.isOn(id)).slice(0, PAGES)
    await edit.save()
    await delay(250)
    const own: number[] = []
    let ownWrong = 0
    for (const { path } of pages) {
      const answer = await site.get(path)
      own.push(answer.ms)
      if (!shows(edit.words)(answer)) ownWrong++
    }
    progress(`${edit.kind}: ${ownWrong} of ${pages.length} wrong, p95 ${quantile(own, 0.95)} ms`)
    times.push(...own)
    wrong += ownWrong
  }
  return {
    'site-wide change: pages wrong after 250 ms': wrong,
    'site-wide change: first request, p95 ms': quantile(times, 0.95),
  }
}
