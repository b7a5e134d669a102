import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const MOST_CHARACTERS = 200

/** What someone typed into a search field, cut to a sensible length. Never an error. */
export const queryText = (value: string | string[] | undefined): string =>
  ([value].flat()[0] ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .slice(0, MOST_CHARACTERS)

/** `q` of a JSON address: refused if it is too long, so that programs notice. */
export const queryParameter = z
  .string({ error: 'Skriv én søgetekst i q.' })
  .max(MOST_CHARACTERS, `Søgeteksten må højst have ${MOST_CHARACTERS} tegn.`)
  .default('')
  .transform((text) => queryText(text))

/** The page of results someone asks for. Never an error: anything but a number is page 1. */
export const pageNumber = (value: string | string[] | undefined): number =>
  /^[1-9]\d{0,2}$/.test([value].flat()[0] ?? '') ? Number([value].flat()[0]) : 1

export const pageParameter = z
  .string({ error: 'Skriv ét tal i page.' })
  .regex(/^[1-9]\d{0,2}$/, 'Skriv et helt tal fra 1 til 999 i page.')
  .transform(Number)
  .default(1)

export const limitParameter = z
  .string({ error: 'Skriv ét tal i limit.' })
  .regex(/^\d{1,3}$/, 'Skriv et helt tal fra 1 til 100 i limit.')
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 100, 'Skriv et helt tal fra 1 til 100 i limit.')
  .default(100)

/** The date on which a request was received: `YYYY-MM-DD`, and it must exist. */
export const receivedParameter = z.iso.date({
  error: 'Skriv en dato, der findes, i received, for eksempel 2026-11-23.',
})

/** The slug of a contact box, with or without a file extension. */
export const boxParameter = z.string().max(120, 'Navnet på kontaktboksen er for langt.')

const EARLIEST = Temporal.Instant.from('2000-01-01T00:00:00Z')
const LATEST = Temporal.Instant.from('2100-01-01T00:00:00Z')
const AT = 'Skriv tidspunktet i at som for eksempel 2026-11-23T08:00:00+01:00.'

/** An ISO instant with offset between the years 2000 and 2100. */
export const instantParameter = z
  .string({ error: AT })
  .max(40, AT)
  .transform((text, context) => {
    // A plus sign in an address arrives as a space.
    const instant = parseInstant(text.replace(' ', '+'))
    if (!instant) {
      context.addIssue({ code: 'custom', message: AT })
      return z.NEVER
    }
    if (Temporal.Instant.compare(instant, EARLIEST) < 0 || Temporal.Instant.compare(instant, LATEST) >= 0) {
      context.addIssue({ code: 'custom', message: 'Vælg et tidspunkt mellem år 2000 og 2100.' })
      return z.NEVER
    }
    return instant
  })

function parseInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}
