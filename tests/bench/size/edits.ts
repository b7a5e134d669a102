import { ON_ONE_SIDE } from '../../../src/domain/sides.ts'
import { sql } from '../../e2e/tools/sql.ts'
import type { logIn } from '../../e2e/tools/admin.ts'
import { freeDates, type Place, readPlaces, readShownBoxes, type ShownBox } from './places.ts'
import type { SizedSite } from './sized-site.ts'
import type { Answer } from './visitor.ts'

export type Call = Awaited<ReturnType<typeof logIn>>['call']

/** What an address must answer. */
export type Check = { path: string; isRight: (answer: Answer) => boolean }

export type Edit = { kind: string; save: () => Promise<unknown>; checks: Check[] }

type WithId = { id: number }

const published = { _status: 'published' } as const

export const shows =
  (words: string) =>
  ({ status, text }: Answer): boolean =>
    status === 200 && text.includes(words)

/** An exception some days ahead for the hours of a box that a page shows, the same in each call. */
export async function firstException(site: SizedSite, call: Call): Promise<WithId & ShownBox> {
  const [shown] = await readShownBoxes(site.databaseUrl)
  if (!shown) throw new Error('No page shows a box with hours')
  const [made] = await sql<WithId>(
    site.databaseUrl,
    `SELECT id FROM hours_exceptions WHERE reason LIKE 'Flytning%'`,
  )
  if (made) return { ...shown, id: made.id }
  const [date] = await freeDates(site.databaseUrl, 5)
  const data = { from: `${date}T12:00:00.000Z`, kind: 'closed', reason: 'Flytning', appliesTo: 'chosen' }
  const { doc } = await call<{ doc: WithId }>('POST', '/hours-exceptions', {
    ...data,
    schedules: [shown.schedule],
    ...published,
  })
  return { ...shown, id: doc.id }
}

/** Makes edits of eight kinds in turn, each with what it must change at public addresses. */
export async function mixedEdits(site: SizedSite, call: Call): Promise<(number: number) => Promise<Edit>> {
  const exception = await firstException(site, call)
  const { docs: contacts } = await call<{ docs: (WithId & { slug: string })[] }>(
    'GET',
    '/press-contacts?limit=100&depth=0&sort=-id',
  )
  const places = await readPlaces(site.databaseUrl)
  const section = smallestSection(places)
  const isStill = ({ path }: Place) => !`${path}/`.startsWith(`${section.path}/`)
  const still = places.filter(isStill).toReversed()
  const deep = still.filter(({ depth, children }) => depth > 2 && children === 0)
  const boxes = (await readShownBoxes(site.databaseUrl)).filter(({ page }) =>
    still.some(({ id }) => id === page),
  )
  const pathOf = (page: number) => places.find(({ id }) => id === page)?.path ?? ''
  let newest: { id: number; path: string } | null = null

  const kinds: ((number: number) => Edit | Promise<Edit>)[] = [
    (number) => {
      const page = nth(deep, number)
      const summary = `Resumé rettet ${number}`
      return edit('page', 'PATCH', `/pages/${page.id}`, { summary }, [
        { path: page.path, isRight: shows(summary) },
      ])
    },
    (number) => {
      const { id, slug } = nth(contacts, number)
      const title = `Titel ${number} rettet`
      return edit('contact', 'PATCH', `/press-contacts/${id}`, { title }, [
        { path: `/visitkort/${slug}.vcf`, isRight: shows(title) },
      ])
    },
    (number) => {
      const { box, page } = nth(boxes, number)
      const street = `Boulevarden ${number} rettet`
      return edit('box', 'PATCH', `/contact-boxes/${box}`, { street }, [
        { path: pathOf(page), isRight: shows(street) },
      ])
    },
    (number) => {
      const reason = `Flytning ${number}`
      return edit('exception', 'PATCH', `/hours-exceptions/${exception.id}`, { reason }, [
        { path: pathOf(exception.page), isRight: shows(reason) },
      ])
    },
    (number) => {
      const from = `/gammel/side-${number}`
      const page = nth(deep, number)
      return edit('redirect', 'POST', '/redirects', { from, page: page.id }, [leadsTo(from, page.path)])
    },
    (number) => {
      const parent = nth(
        still.filter(({ depth }) => depth > 1),
        number,
      )
      const title = `Ny side ${number}`
      const isListed = parent.listsChildren && parent.children < ON_ONE_SIDE.pages
      const path = `${parent.path}/ny-side-${number}`
      return {
        kind: 'new page',
        save: async () => {
          const data = { title, slug: `ny-side-${number}`, parent: parent.id, ...published }
          const { doc } = await call<{ doc: WithId }>('POST', '/pages?depth=0', data)
          newest = { id: doc.id, path }
        },
        checks: [
          { path, isRight: shows(title) },
          ...(isListed ? [{ path: parent.path, isRight: shows(title) }] : []),
        ],
      }
    },
    () => ({
      kind: 'unpublished page',
      save: () => call('PATCH', `/pages/${newest?.id}?depth=0`, { _status: 'draft' }),
      checks: [{ path: newest?.path ?? '', isRight: ({ status }) => status === 404 }],
    }),
    async (number) => {
      const before = await readPlaces(site.databaseUrl)
      const from = before.find(({ id }) => id === section.id)?.path ?? ''
      const below = before.find(({ path }) => path.startsWith(`${from}/`))?.path ?? ''
      const slug = `flyttet-${number}`
      const to = below.replace(from, `${from.slice(0, from.lastIndexOf('/'))}/${slug}`)
      return edit('moved section', 'PATCH', `/pages/${section.id}`, { slug }, [
        { path: to, isRight: ({ status }) => status === 200 },
        leadsTo(below, to),
      ])
    },
  ]

  function edit(kind: string, method: string, path: string, data: object, checks: Check[]): Edit {
    const status = kind === 'redirect' ? {} : published
    return { kind, save: () => call(method, `${path}?depth=0`, { ...data, ...status }), checks }
  }

  return async (number) => inTurn(kinds, number)(number)
}

/** Another item for each number, far from the last. */
const nth = <Item>(items: readonly Item[], number: number): Item =>
  items[(number * 7919) % items.length] as Item

const inTurn = <Item>(items: readonly Item[], number: number): Item => items[number % items.length] as Item

const leadsTo = (from: string, to: string): Check => ({
  path: from,
  isRight: ({ status, location }) => status > 300 && status < 400 && (location?.endsWith(to) ?? false),
})

/** The section with the fewest pages below it, so that most addresses stay while it moves. */
function smallestSection(places: Place[]): Place {
  const sections = places.filter(({ depth, children }) => depth > 1 && children > 0)
  const below = ({ path }: Place) => places.filter((place) => place.path.startsWith(`${path}/`)).length
  const candidates = sections.slice(-50).map((place) => ({ place, below: below(place) }))
  const [smallest] = candidates.toSorted((a, b) => a.below - b.below || b.place.id - a.place.id)
  if (!smallest) throw new Error('No page stands below another')
  return smallest.place
}
