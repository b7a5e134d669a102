import { Temporal } from 'temporal-polyfill'
import { PublishedContent } from '../content/reading/content.ts'
import { Reader } from '../content/reading/reader.ts'
import { changes, now, pageTree, poolFor } from './handover.ts'

const readingPool = poolFor('reading', 4)
const searchPool = poolFor('search', 4)
let published: PublishedContent | undefined

/** What is published, kept in memory. */
const content = (): PublishedContent => (published ??= new PublishedContent(readingPool(), changes()))

/**
 * The reader for an answer to a visitor: if the database does not answer, what was read last will do.
 * @param side which page of the lists on a page, from 1
 */
export const readerNow = (side = 1): Reader => readerOf({ orFormer: true, at: now(), side })

/**
 * The reader for an answer that is stored: it fails if what changed cannot be read.
 * @param side which page of the lists on a page, from 1
 */
export const readerAt = (at: Temporal.Instant, side: number): Reader =>
  readerOf({ orFormer: false, at, side })

const readerOf = ({
  orFormer,
  at,
  side,
}: {
  orFormer: boolean
  at: Temporal.Instant
  side: number
}): Reader =>
  new Reader({
    content: content().now(orFormer),
    tree: pageTree(),
    version: changes().version,
    database: searchPool(),
    now: at,
    side,
  })
