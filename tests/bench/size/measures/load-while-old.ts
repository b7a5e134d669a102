import { findGenerator } from '../../load.ts'
import type { Figures } from '../goals.ts'
import { progress, type SizedSite } from '../sized-site.ts'
import { siteWideEdits } from '../site-wide-edits.ts'

/** Requests per second over 50 pages, with nothing to do beside them and while all pages are made again. */
export async function measureLoadWhileOld(site: SizedSite): Promise<Figures> {
  const { call } = await site.logIn()
  const { footer } = await siteWideEdits(site, call)
  const paths = (await site.randomPages(50)).map(({ path }) => path)
  const generate = await findGenerator()
  await site.untilAllMade()
  const undisturbed = await generate(site.url(), paths)
  await footer(920).save()
  const during = await generate(site.url(), paths)
  progress(`undisturbed ${undisturbed.perSecond}/s, p99 ${undisturbed.p99} ms; during ${during.perSecond}/s`)
  return {
    'requests/s, undisturbed': undisturbed.perSecond,
    'requests/s during a site-wide change, share': Number(
      (during.perSecond / undisturbed.perSecond).toFixed(2),
    ),
    'p99 during a site-wide change, ms': during.p99,
  }
}
