import { sql } from '../../e2e/tools/sql.ts'
import type { Call } from './edits.ts'
import { freeDates, readShownBoxes } from './places.ts'
import type { SizedSite } from './sized-site.ts'

/** A change that many pages show; `isOn` tells which, by id. */
export type SiteWideEdit = {
  kind: string
  save: () => Promise<unknown>
  words: string
  isOn: (page: number) => boolean
}

const everywhere = () => true

/** Makes changes of four kinds, in the order of the list. */
export async function siteWideEdits(site: SizedSite, call: Call) {
  const day = await closingDayId(site, call)
  const shown = await readShownBoxes(site.databaseUrl)
  const closing = new Set(shown.filter((box) => box.followsCalendar).map(({ page }) => page))
  const { docs } = await call<{ docs: { id: number }[] }>(
    'GET',
    '/pages?depth=0&limit=1&sort=-id&where[slug][equals]=kontakt&where[parent][exists]=false&select[slug]=true',
  )
  return {
    footer: (number: number): SiteWideEdit => {
      const street = `Boulevarden ${number}A`
      return {
        kind: 'footer',
        save: () => call('POST', '/globals/footer', { street }),
        words: street,
        isOn: everywhere,
      }
    },
    menu: (number: number): SiteWideEdit => {
      const title = `Kontakt ${number}`
      return {
        kind: 'menu',
        save: () => call('PATCH', `/pages/${docs[0]?.id}?depth=0`, { title, _status: 'published' }),
        words: title,
        isOn: everywhere,
      }
    },
    word: (number: number): SiteWideEdit => {
      const skipLink = `Spring til indhold ${number}`
      return {
        kind: 'word',
        save: () => call('POST', '/globals/labels', { overrides: { 'shell.skipLink': skipLink } }),
        words: skipLink,
        isOn: everywhere,
      }
    },
    closingDay: (number: number): SiteWideEdit => {
      const name = `Lukkedag nummer ${number}`
      return {
        kind: 'closing day',
        save: () => call('PATCH', `/calendar-days/${day}`, { name }),
        words: name,
        isOn: (page) => closing.has(page),
      }
    },
  }
}

/** A closing day some weeks ahead, the same in each call. */
async function closingDayId(site: SizedSite, call: Call): Promise<number> {
  const [made] = await sql<{ id: number }>(
    site.databaseUrl,
    `SELECT id FROM calendar_days WHERE name LIKE 'Lukkedag%'`,
  )
  if (made) return made.id
  const [, date] = await freeDates(site.databaseUrl, 5)
  const data = { date: `${date}T12:00:00.000Z`, name: 'Lukkedag', closesOffices: true }
  return (await call<{ doc: { id: number } }>('POST', '/calendar-days', data)).doc.id
}
