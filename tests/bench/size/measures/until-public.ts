import { type Check, mixedEdits, shows } from '../edits.ts'
import { type Figures, quantile } from '../goals.ts'
import { progress, type SizedSite } from '../sized-site.ts'
import { siteWideEdits, type SiteWideEdit } from '../site-wide-edits.ts'

const EDITS = 100
const MOST_MS_EACH = 20_000
const MOST_MS = 240_000

/**
 * From the answer to a save to the first right answer at the public address, asked without pause: edits of eight kinds,
 * three site-wide ones in between. What was right is asked for again, at once and after the next edit.
 */
export async function measureUntilPublic(site: SizedSite): Promise<Figures> {
  const { call } = await site.logIn()
  const nextEdit = await mixedEdits(site, call)
  const everywhere = await siteWideEdits(site, call)
  const siteWide = [everywhere.footer, everywhere.word, everywhere.closingDay]
  const times: Record<string, number[]> = {}
  let [missing, wrongAgain] = [0, 0]
  let before: Check[] = []

  const isRight = async ({ path, isRight }: Check) => isRight(await site.get(path))
  const shown = async (checks: Check[], since: number): Promise<boolean> => {
    for (const check of checks)
      while (!(await isRight(check))) if (performance.now() - since > MOST_MS_EACH) return false
    return true
  }
  const run = async (kind: string, save: () => Promise<unknown>, checks: Check[]) => {
    await save()
    const savedAt = performance.now()
    if (!(await shown(checks, savedAt))) missing++
    ;(times[kind] ??= []).push(performance.now() - savedAt)
    for (const check of [...checks, ...checks, ...checks, ...before])
      if (!(await isRight(check))) wrongAgain++
    before = kind === 'unpublished page' || kind === 'new page' ? [] : checks
  }

  const startedAt = performance.now()
  let done = 0
  for (; done < EDITS && performance.now() - startedAt < MOST_MS; done++) {
    const { kind, save, checks } = await nextEdit(done)
    await run(kind, save, checks)
    if (done % 25 === 24 && siteWide.length > 0) {
      const edit = siteWide.shift()?.(done)
      if (edit) await run(edit.kind, edit.save, [await checkOf(edit)])
    }
    if (done % 20 === 19) progress(`${done + 1} of ${EDITS} edits`)
  }
  if (done < EDITS) progress(`only ${done} of ${EDITS} edits in ${MOST_MS / 1000} s`)
  const medians = Object.entries(times).map(
    ([kind, own]) => `${kind} ${quantile(own, 0.5)}/${quantile(own, 1)}`,
  )
  console.log(`  saved → public, median/most ms: ${medians.join(', ')}`)
  return {
    'saved → public, p95 ms': quantile(Object.values(times).flat(), 0.95),
    'saved → public: not shown at all': missing,
    'saved → public: wrong again later': wrongAgain,
  }

  async function checkOf({ words, isOn }: SiteWideEdit): Promise<Check> {
    const place = (await site.randomPages(Infinity)).find(({ id }) => isOn(id))
    return { path: place?.path ?? '/', isRight: shows(words) }
  }
}
