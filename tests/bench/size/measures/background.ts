import { type Figures, rounded } from '../goals.ts'
import { progress, type SizedSite } from '../sized-site.ts'
import { siteWideEdits } from '../site-wide-edits.ts'

const AT_ONCE = 500

/**
 * Two changes of the footer, each until all pages are made again; during the second 500 visitors ask for one page. The
 * difference in renders is what those 500 cost beyond the one render that the page needs.
 */
export async function measureBackground(site: SizedSite): Promise<Figures> {
  const { call } = await site.logIn()
  const { footer } = await siteWideEdits(site, call)
  const [page] = (await site.randomPages(Infinity)).filter(({ depth }) => depth > 2)
  const change = async (number: number, meanwhile: () => Promise<unknown>) => {
    const before = await site.untilAllMade()
    await footer(number).save()
    const savedAt = performance.now()
    await meanwhile()
    const after = await site.untilAllMade()
    return { renders: after.renders - before.renders, seconds: (after.lastAt - savedAt) / 1000 }
  }
  const alone = await change(910, async () => {})
  progress(`background: ${alone.renders} renders in ${rounded(alone.seconds)} s`)
  const asked = await change(911, () =>
    Promise.all(Array.from({ length: AT_ONCE }, () => site.get(page?.path ?? '/'))),
  )
  return {
    'background, renders/s': rounded(alone.renders / alone.seconds),
    'renders of an old page that 500 ask for at once': 1 + asked.renders - alone.renders,
  }
}
