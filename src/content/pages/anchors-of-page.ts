import type { Reader } from '../reading/reader.ts'
import { type Anchor, nameHeadings } from './anchors.ts'
import { blockView } from './blocks.ts'

/** The headings of a published page that can be linked to, in its order; none if it is not published. */
export async function headingsOf(page: number, reader: Reader): Promise<Anchor[]> {
  const doc = await reader.one('pages', page)
  const blocks = await Promise.all((doc?.blocks ?? []).map((block) => blockView(block, page, reader)))
  return nameHeadings(blocks.flat()).anchors
}
