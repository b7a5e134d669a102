import { boxHours } from '../hours/box-hours.ts'
import { openingHoursSpecification } from '../hours/json-ld-hours.ts'
import type { Reader } from '../reading/reader.ts'
import type { ContactBoxView } from '../contacts/contact-boxes.ts'
import type { PageView } from './page.ts'

/**
 * The schema.org data of a page. Every page but the front page has its breadcrumb. The front page and pages with
 * contact boxes have the municipality, its contact points, and the offices that people can visit, each with its
 * ordinary hours and coming special days.
 */
export async function jsonLd(view: PageView, siteUrl: string, reader: Reader): Promise<object[]> {
  const boxes = view.blocks.flatMap((block) => (block.type === 'contactBoxes' ? block.boxes : []))
  const isFront = view.breadcrumb === null
  return [
    ...(isFront || boxes.length > 0 ? [await organisation(view, boxes, siteUrl, reader)] : []),
    ...(view.breadcrumb ? [breadcrumbList(view.breadcrumb, view.url, siteUrl)] : []),
  ]
}

async function organisation(view: PageView, shown: ContactBoxView[], siteUrl: string, reader: Reader) {
  const { footer, siteName } = view.shell
  const boxes = (await Promise.all(shown.map(({ id }) => boxHours(id, reader)))).filter((box) => box !== null)
  const contactPoint = boxes.flatMap(({ box, phone }) =>
    box.phone
      ? {
          '@type': 'ContactPoint',
          name: box.name,
          telephone: box.phone,
          availableLanguage: 'da',
          ...(phone && { hoursAvailable: openingHoursSpecification(phone, reader.now) }),
        }
      : [],
  )
  const department = boxes.flatMap(({ box, opening }) =>
    box.street && opening
      ? {
          '@type': 'GovernmentOffice',
          '@id': `${siteUrl}/#${box.slug}`,
          name: box.name,
          url: `${view.url}#${box.slug}`,
          address: postalAddress(box.street, box.postalCode, box.city),
          ...(box.phone && { telephone: box.phone }),
          openingHoursSpecification: openingHoursSpecification(opening, reader.now),
        }
      : [],
  )
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    '@id': `${siteUrl}/#organisation`,
    name: siteName,
    url: `${siteUrl}/`,
    taxID: footer.cvr.number,
    address: postalAddress(footer.street, footer.city.slice(0, 4), footer.city.slice(5)),
    ...(contactPoint.length > 0 && { contactPoint }),
    ...(department.length > 0 && { department }),
  }
}

const breadcrumbList = (
  { items }: NonNullable<PageView['breadcrumb']>,
  pageUrl: string,
  siteUrl: string,
) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: items.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: href ? siteUrl + href : pageUrl,
  })),
})

const postalAddress = (
  streetAddress: string,
  postalCode: string | null | undefined,
  addressLocality: string | null | undefined,
) => ({
  '@type': 'PostalAddress',
  streetAddress,
  ...(postalCode && { postalCode }),
  ...(addressLocality && { addressLocality }),
  addressCountry: 'DK',
})
