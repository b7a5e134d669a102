import type { NextApiHandler } from 'next'
import { z } from 'zod'
import { boxHours, hoursStatus, type BoxHours } from '../../../content/hours/box-hours.ts'
import { hoursFeed } from '../../../content/files/hours-feed.ts'
import { placesOf } from '../../../content/reading/places.ts'
import type { Reader } from '../../../content/reading/reader.ts'
import { isoInCopenhagen } from '../../../domain/time/danish-time.ts'
import { fileAnswer, jsonAnswer, NotFound } from '../../../web/json-answer.ts'
import { boxParameter, instantParameter } from '../../../web/parameters.ts'
import { siteUrl } from '../../../web/handover.ts'

/**
 * `GET /api/hours/<contact box>?at=` → `{ at, opening: Status | null, phone: Status | null }`, null where the box has
 * no such hours; `GET /api/hours/<contact box>.ics` → its closed days and special hours, for a calendar.
 */
const handler: NextApiHandler = (request, response) =>
  String(request.query.slug).endsWith('.ics') ? sendFeed(request, response) : sendStatus(request, response)

export default handler

const sendStatus = jsonAnswer(
  z.object({ slug: boxParameter, at: instantParameter.optional() }),
  async ({ slug, at = null }, reader) => {
    const { opening, phone } = await knownBox(slug, reader)
    const instant = at ?? reader.now
    return {
      at: isoInCopenhagen(instant),
      opening: opening && hoursStatus(opening, instant),
      phone: phone && hoursStatus(phone, instant),
    }
  },
)

const sendFeed = fileAnswer(z.object({ slug: boxParameter }), async ({ slug }, reader) => {
  const hours = await knownBox(slug.replace(/\.ics$/, ''), reader)
  return {
    contentType: 'text/calendar; charset=utf-8',
    body: await hoursFeed(hours, siteUrl(), reader),
    name: `${hours.box.slug}.ics`,
  }
})

async function knownBox(slug: string, reader: Reader): Promise<BoxHours> {
  const hours = await boxHours(slug, reader)
  if (hours) return hours
  const page = reader.node((await placesOf(reader)).box)
  const where = page ? ` Se dem alle på siden »${page.title}«.` : ''
  throw new NotFound('slug', `Der er ingen kontaktboks med det navn.${where}`)
}
