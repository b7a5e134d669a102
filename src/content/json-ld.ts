import { COPENHAGEN } from '../domain/copenhagen.ts'
import { spansOn } from '../domain/hours.ts'
import { refId, type Reader } from './reader.ts'
import { toSchedule } from './schedules.ts'
import type { PageView } from './views.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const ANNOUNCED_DAYS = 42

/**
 * schema.org data of a page: the way to it, and, where contact boxes are shown, the municipality with its
 * contact points, ordinary hours and special days ahead.
 */
export async function jsonLd(view: PageView, siteUrl: string, reader: Reader): Promise<object[]> {
  const shown = view.blocks.flatMap((block) => (block.type === 'contactBoxes' ? block.boxes : []))
  const { footer, siteName } = view.shell
  const breadcrumb = view.breadcrumb && {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: view.breadcrumb.items.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: href ? siteUrl + href : view.url,
    })),
  }
  const isFront = view.breadcrumb === null
  const organisation = (isFront || shown.length > 0) && {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    '@id': `${siteUrl}/#organisation`,
    name: siteName,
    url: `${siteUrl}/`,
    taxID: footer.cvr.number,
    address: {
      '@type': 'PostalAddress',
      streetAddress: footer.street,
      postalCode: footer.city.slice(0, 4),
      addressLocality: footer.city.slice(5),
      addressCountry: 'DK',
    },
    contactPoint: await Promise.all(
      shown.flatMap(({ id, name, phone }) =>
        phone
          ? [
              (async () => {
                const hours = await hoursAvailable(id, reader)
                return {
                  '@type': 'ContactPoint',
                  name,
                  telephone: phone.number,
                  availableLanguage: 'da',
                  ...(hours ? { hoursAvailable: hours } : {}),
                }
              })(),
            ]
          : [],
      ),
    ),
  }
  return [organisation, breadcrumb].filter((item) => item !== null && item !== false)
}

async function hoursAvailable(boxSlug: string, reader: Reader): Promise<object[] | null> {
  const box = await reader.find('contact-boxes', ({ slug }) => slug === boxSlug)
  const hours = await reader.one('opening-hours', refId(box?.phoneHours) ?? refId(box?.openingHours))
  if (!hours) return null
  const schedule = toSchedule(hours)
  const calendar = schedule.followsCalendar ? await reader.calendar() : []
  const ordinary = schedule.week.map(({ weekday, from, to }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: WEEKDAYS[weekday - 1],
    opens: from,
    closes: closing(to),
  }))
  const today = reader.now.toZonedDateTimeISO(COPENHAGEN).toPlainDate()
  const special = Array.from({ length: ANNOUNCED_DAYS }, (_, day) =>
    today.add({ days: day }).toString(),
  ).flatMap((date) => {
    const { spans, reason } = spansOn(schedule, calendar, date)
    if (!reason) return []
    // Opening and closing at one time is how schema.org says closed all day.
    return (spans.length ? spans : [{ from: '00:00', to: '00:00' }]).map(({ from, to }) => ({
      '@type': 'OpeningHoursSpecification',
      name: reason,
      validFrom: date,
      validThrough: date,
      opens: from,
      closes: closing(to),
    }))
  })
  return [...ordinary, ...special]
}

const closing = (to: string): string => (to === '24:00' ? '23:59' : to)
