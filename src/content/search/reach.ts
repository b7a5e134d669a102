import type { Temporal } from 'temporal-polyfill'
import { fill } from '../../domain/words/sentence.ts'
import { labels } from '../reading/words.ts'
import { pressNow } from '../hours/press-duty.ts'
import { openNow } from '../hours/schedules.ts'
import type { Reader } from '../reading/reader.ts'
import type { SearchResult } from './search.ts'

/** How to call whom a hit shows. */
export type ReachView = {
  /** Unique on the page. */
  name: string
  phones: string[]
  /** `Ring til By og Land` */
  whom: string
  /** Whether somebody answers at the instant of rendering, in words, and when that may change; null if no hours are known. */
  now: { open: boolean; sentence: string; validUntil: string } | null
}

type Now = { open: boolean; sentence: string; until: Temporal.Instant }

/** The hits with what the clock says of them. It is asked for each request: answers to searches are kept, the time is not. */
export async function withReach(
  results: readonly SearchResult[],
  reader: Reader,
): Promise<(Omit<SearchResult, 'reach'> & { reach: ReachView | null })[]> {
  const { contact } = await labels(reader)
  const isPress = results.some(({ reach }) => reach?.hours === 'press')
  const press = isPress ? await pressNow(reader) : null
  const nowOf = async (hours: NonNullable<SearchResult['reach']>['hours']): Promise<Now | null> => {
    if (hours === 'press' || hours === null) return hours && press
    const box = await reader.one('contact-boxes', hours.box)
    // Whoever searches for a number wants to call.
    return box && ((await openNow('phone', box, reader)) ?? openNow('opening', box, reader))
  }
  return Promise.all(
    results.map(async ({ reach, ...result }, index) => {
      if (!reach) return { ...result, reach }
      const now = await nowOf(reach.hours)
      return {
        ...result,
        reach: {
          name: `svar-${index}`,
          phones: reach.phones,
          whom: fill(contact.callWhom, { name: result.title.map(({ text }) => text).join('') }),
          now: now && { open: now.open, sentence: now.sentence, validUntil: now.until.toString() },
        },
      }
    }),
  )
}
