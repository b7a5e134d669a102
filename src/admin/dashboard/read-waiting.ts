import type { Temporal } from 'temporal-polyfill'
import { COPENHAGEN } from '../../domain/time/copenhagen.ts'
import { readOwnPlace, type OwnPlace } from '../../domain/tree/own-address.ts'
import { type Asker, named, type Place, poolOf, type Waiting } from './documents.ts'

export type WaitingDraft = Waiting & { by: string | null; at: Date; isChange: boolean }
export type ToConfirm = Waiting & { note: string }
/** `urls`: as they were typed. */
export type DeadLinks = Waiting & { urls: string[]; isPublic: boolean }

/** The newest versions that visitors do not see: one's own, and those of others that one may edit, the latest first. */
export async function readDrafts(asker: Asker): Promise<WaitingDraft[]> {
  type Row = Place & { by: string | null; at: Date; isChange: boolean }
  const { rows } = await poolOf(asker).query<Row>(
    `SELECT collection, id, by_name AS by, saved_at AS at, is_change AS "isChange" FROM desk_drafts() ORDER BY saved_at DESC`,
  )
  const isOwn = ({ by }: Row) => by === asker.user.name
  const [own, others] = await Promise.all([
    named(rows.filter(isOwn), asker),
    named(
      rows.filter((row) => !isOwn(row)),
      asker,
      'editable',
    ),
  ])
  return [...own, ...others]
}

/** Days of the calendar wait from so many months before, until they are over. */
const MONTHS_AHEAD = 13

/** What an editor has noted that must be confirmed, where whoever asks may. @param now by the site's clock */
export async function readToConfirm(now: Temporal.Instant, asker: Asker): Promise<ToConfirm[]> {
  const last = now.toZonedDateTimeISO(COPENHAGEN).add({ months: MONTHS_AHEAD }).toInstant()
  const { rows } = await poolOf(asker).query<Place & { note: string }>(
    `SELECT collection, noted.id, note FROM desk_to_confirm() AS noted
     LEFT JOIN calendar_days AS day ON collection = 'calendar_days' AND day.id = noted.id
     WHERE day.date IS NULL OR day.date BETWEEN $1 AND $2 ORDER BY collection, noted.id`,
    [now.subtract({ hours: 24 }).toString(), last.toString()],
  )
  return named(rows, asker, 'editable')
}

/** The links within the site whose address was typed and leads nowhere, by document that one may edit, what is public first. */
export async function readDeadLinks(siteUrl: string, asker: Asker): Promise<DeadLinks[]> {
  const { rows } = await poolOf(asker).query<Place & { isPublic: boolean; url: string }>(
    // What is public and stands in a newer draft as well is public.
    `SELECT collection, id, bool_or(is_public) AS "isPublic", url FROM desk_typed_links($1)
     GROUP BY collection, id, url ORDER BY 3 DESC, collection, id, url`,
    [new URL(siteUrl).host.replace(/^www\./, '')],
  )
  const typed = rows.flatMap((row) => {
    const place = readOwnPlace(row.url, siteUrl)
    return place ? [{ ...row, place }] : []
  })
  const nowhere = await leadingNowhere(
    typed.map(({ place }) => place),
    asker,
  )
  const byDocument = new Map<string, Place & { isPublic: boolean; urls: string[] }>()
  for (const { collection, id, isPublic, url, place } of typed) {
    if (!nowhere.has(keyOf(place))) continue
    const key = `${collection} ${id} ${isPublic}`
    const known = byDocument.get(key)
    if (known) known.urls.push(url)
    else byDocument.set(key, { collection, id, isPublic, urls: [url] })
  }
  return named([...byDocument.values()], asker, 'editable')
}

const keyOf = (place: OwnPlace): string => (place.kind === 'page' ? place.path + place.query : place.name)

async function leadingNowhere(places: readonly OwnPlace[], asker: Asker): Promise<Set<string>> {
  const keys = (kind: OwnPlace['kind']) => [
    ...new Set(places.filter((place) => place.kind === kind).map(keyOf)),
  ]
  const { rows } = await poolOf(asker).query<{ key: string }>(
    'SELECT key FROM desk_leading_nowhere($1, $2) AS key',
    [keys('page'), keys('file')],
  )
  return new Set(rows.map(({ key }) => key))
}
