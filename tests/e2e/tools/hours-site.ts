import { z } from 'zod'
import { ask } from './ask.ts'
import { useBrowser } from './browser.ts'
import { useOwnSite } from './own-site.ts'

export const { visit } = useBrowser()
export const site = useOwnSite({ SITE_CLOCK: '2026-11-23T10:00:00+01:00' })

export const boxes = [
  'oekonomi-og-erhverv',
  'boern-og-unge',
  'job-og-velfaerd',
  'klima-og-miljoe',
  'senior-og-omsorg',
  'sundhed-og-kultur',
  'by-og-land',
  'kommunikation-og-udvikling',
  'pressevagt',
]

const instant = z.iso.datetime({ offset: true })
const span = z.strictObject({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
})
const status = z
  .strictObject({
    open: z.boolean(),
    until: instant.nullable(),
    reason: z.string().nullable(),
    next: z.strictObject({ open: z.boolean(), from: instant }).nullable(),
    week: z.array(z.strictObject({ weekday: z.int(), spans: z.array(span) })),
    exceptions: z.array(
      z.strictObject({
        from: z.iso.date(),
        to: z.iso.date(),
        spans: z.array(span),
        reason: z.string().nullable(),
      }),
    ),
  })
  .refine(({ week }) => week.map(({ weekday }) => weekday).join('') === '1234567')
  .refine(({ until, next }) => until === (next?.from ?? null))
  .refine(({ open, next }) => next?.open !== open)
const hours = z.strictObject({ at: instant, opening: status.nullable(), phone: status.nullable() })

export const hoursOf = async (box: string, at?: string) => {
  const query = at ? `?at=${encodeURIComponent(at)}` : ''
  return hours.parse(JSON.parse((await ask(site.url, `/api/hours/${box}${query}`)).text))
}

export const refusal = z.strictObject({
  error: z.strictObject({ message: z.string().regex(/^[A-ZÆØÅ].*\.$/s), field: z.string() }),
})
