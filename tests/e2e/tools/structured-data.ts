import { z } from 'zod'

// The rules of schema.org for these types, and of Google's "Local business" and "Breadcrumb" structured data.

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const weekday = z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
const phone = z.string().regex(/^\+45\d{8}$/)
const text = z.string().trim().min(1)

/** A weekly time has days and may have dates; a special one has both of its dates, and is closed from 00:00 to 00:00. */
const openingHours = z
  .strictObject({
    '@type': z.literal('OpeningHoursSpecification'),
    name: text.optional(),
    dayOfWeek: z.array(weekday).min(1).optional(),
    validFrom: z.iso.date().optional(),
    validThrough: z.iso.date().optional(),
    opens: time,
    closes: time,
  })
  .refine(({ dayOfWeek }) => new Set(dayOfWeek).size === (dayOfWeek ?? []).length, 'a day stands there twice')
  .refine(({ dayOfWeek, validFrom, validThrough }) => dayOfWeek ?? (validFrom && validThrough), 'when?')
  .refine(
    ({ validFrom, validThrough }) => !validFrom || !validThrough || validFrom <= validThrough,
    'ends before it begins',
  )
  .refine(
    ({ dayOfWeek, opens, closes }) => opens !== closes || (opens === '00:00' && !dayOfWeek),
    'closed or open all day?',
  )

const address = z.strictObject({
  '@type': z.literal('PostalAddress'),
  streetAddress: text,
  postalCode: z.string().regex(/^\d{4}$/),
  addressLocality: text,
  addressCountry: z.literal('DK'),
})

const organisation = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('GovernmentOrganization'),
  '@id': z.url(),
  name: text,
  url: z.url(),
  taxID: z.string().regex(/^\d{8}$/),
  address,
  contactPoint: z
    .array(
      z.strictObject({
        '@type': z.literal('ContactPoint'),
        name: text,
        telephone: phone,
        availableLanguage: z.literal('da'),
        hoursAvailable: z.array(openingHours).min(1).optional(),
      }),
    )
    .min(1)
    .optional(),
  department: z
    .array(
      z.strictObject({
        '@type': z.literal('GovernmentOffice'),
        '@id': z.url(),
        name: text,
        url: z.url(),
        address,
        telephone: phone.optional(),
        openingHoursSpecification: z.array(openingHours).min(1),
      }),
    )
    .min(1)
    .optional(),
})

const breadcrumb = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.int().min(1),
        name: text,
        item: z.url(),
      }),
    )
    .min(2),
})

const thing = z.discriminatedUnion('@type', [organisation, breadcrumb])

type StructuredData = {
  organisation: z.infer<typeof organisation> | undefined
  breadcrumb: z.infer<typeof breadcrumb> | undefined
}

/** The JSON-LD of a page; throws where it breaks a rule. */
export function readStructuredData(html: string): StructuredData {
  const blocks = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)
  const things = [...blocks].map(([, json = '']) => thing.parse(JSON.parse(json)))
  return {
    organisation: things.find((found) => found['@type'] === 'GovernmentOrganization'),
    breadcrumb: things.find((found) => found['@type'] === 'BreadcrumbList'),
  }
}
