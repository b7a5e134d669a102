import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { aktindsigtGuidance } from '../../../content/aktindsigt.ts'
import { contactBoxes } from '../../../content/contact-boxes.ts'
import { openingHours, PRESS_REACHABLE, PRESS_STAFF } from '../../../content/opening-hours.ts'
import { organisation, people } from '../../../content/organisation.ts'
import type { Refs } from '../../../content/pages/first-page.ts'
import { pages } from '../../../content/pages/pages.ts'
import { PRESS_LEAD, pressContacts, pressDutyWords } from '../../../content/press.ts'
import { searchWords } from '../../../content/search-words.ts'
import { footer, footerLinks, header } from '../../../content/site.ts'
import { grundfortaelling, pejlemaerker } from '../../../content/story.ts'
import { CALENDAR_YEARS, calendarYear } from '../../domain/hours/calendar-year.ts'
import { slugify } from '../../domain/slug.ts'
import { FRONT_PAGE_SLUG } from '../../domain/tree/tree.ts'

/**
 * Fills an empty site with its first content, all of it published, in one transaction. Does nothing if there is a page
 * already. Two processes must not call it at once: the caller holds the lock of the set-up.
 *
 * @param year the current year in Denmark; the calendar is filled for it and the next four
 * @throws what Payload throws; then nothing is stored
 */
export async function fillFirstContent(payload: Payload, year: number): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const { totalDocs } = await payload.count({ collection: 'pages', req })
    if (totalDocs === 0) await fill(req, year)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

type Req = Awaited<ReturnType<typeof createLocalReq>>
type Ids = Map<string, number>

const published = { _status: 'published' } as const

// Strictly one after the other: editors see, and drag, documents in the order of creation.
async function fill(req: Req, year: number): Promise<void> {
  await fillCalendar(req, year)
  const hours = await fillOpeningHours(req)
  const departments = await fillOrganisation(req)
  const boxes = await fillContactBoxes(req, hours, departments)
  await fillPress(req, hours, boxes)
  const guidance = await fillGuidance(req)
  const story = await fillStory(req)
  const paths = await fillPages(req, {
    box: finder('kontaktboksen', boxes),
    department: finder('afdelingen', departments),
    guidance: finder('afsnittet', guidance),
    story,
  })
  const page = finder('siden', paths)
  await fillFrame(req, page)
  await fillSearchWords(req, {
    page,
    department: finder('afdelingen', departments),
    box: finder('kontaktboksen', boxes),
  })
}

async function fillCalendar(req: Req, firstYear: number): Promise<void> {
  for (let year = firstYear; year < firstYear + CALENDAR_YEARS; year++) {
    for (const data of calendarYear(year))
      await req.payload.create({ collection: 'calendar-days', data, req })
  }
}

async function fillOpeningHours(req: Req): Promise<Ids> {
  const ids: Ids = new Map()
  for (const hours of openingHours) {
    const doc = await req.payload.create({
      collection: 'opening-hours',
      data: { ...hours, ...published },
      req,
    })
    ids.set(hours.name, doc.id)
  }
  return ids
}

async function fillOrganisation(req: Req): Promise<Ids> {
  const personIds: Ids = new Map()
  for (const person of people) {
    const doc = await req.payload.create({ collection: 'people', data: { ...person, ...published }, req })
    personIds.set(person.name, doc.id)
  }
  const personId = finder('personen', personIds)

  const ids: Ids = new Map()
  const add = async (department: typeof organisation, parent: number | null): Promise<void> => {
    const { leaders = [], units = [], ...words } = department
    const appointments = leaders.map(({ person, ...leader }) => ({ ...leader, person: personId(person) }))
    const data = { ...words, parent, appointments, ...published }
    const { id } = await req.payload.create({ collection: 'departments', data, depth: 0, req })
    ids.set(department.name, id)
    for (const unit of units) await add(unit, id)
  }
  await add(organisation, null)
  return ids
}

async function fillContactBoxes(req: Req, hours: Ids, departments: Ids): Promise<Ids> {
  const hoursId = finder('åbningstiden', hours)
  const departmentId = finder('afdelingen', departments)
  const ids: Ids = new Map()
  for (const { openingHours, phoneHours, department, ...box } of contactBoxes) {
    const data = {
      ...box,
      slug: slugify(box.name),
      openingHours: openingHours ? hoursId(openingHours) : null,
      phoneHours: phoneHours ? hoursId(phoneHours) : null,
      department: department ? departmentId(department) : null,
      ...published,
    }
    const doc = await req.payload.create({ collection: 'contact-boxes', data, req })
    ids.set(box.name, doc.id)
  }
  return ids
}

async function fillPress(req: Req, hours: Ids, boxes: Ids): Promise<void> {
  const contacts: Ids = new Map()
  for (const { phones, ...contact } of pressContacts) {
    const data = {
      ...contact,
      slug: slugify(contact.name),
      phones: phones.map((number) => ({ number })),
      ...published,
    }
    const doc = await req.payload.create({ collection: 'press-contacts', data, req })
    contacts.set(contact.name, doc.id)
  }
  const hoursId = finder('åbningstiden', hours)
  const data = {
    ...pressDutyWords,
    contactBox: finder('kontaktboksen', boxes)('Pressevagt'),
    reachable: hoursId(PRESS_REACHABLE),
    staff: hoursId(PRESS_STAFF),
    lead: finder('pressekontakten', contacts)(PRESS_LEAD),
  }
  await req.payload.updateGlobal({ slug: 'press-duty', data, req })
}

async function fillGuidance(req: Req): Promise<Ids> {
  const ids: Ids = new Map()
  for (const section of aktindsigtGuidance) {
    const data = { ...section, ...published }
    const doc = await req.payload.create({ collection: 'aktindsigt-guidance', data, req })
    ids.set(section.title, doc.id)
  }
  return ids
}

async function fillStory(req: Req): Promise<number> {
  for (const principle of pejlemaerker) {
    await req.payload.create({ collection: 'pejlemaerker', data: { ...principle, ...published }, req })
  }
  const data = { ...grundfortaelling, ...published }
  const { id } = await req.payload.create({ collection: 'grundfortaelling', data, req })
  return id
}

/** Pages link to each other, so all are made first, as drafts; they get their blocks once each has an id. */
async function fillPages(req: Req, refs: Omit<Refs, 'page'>): Promise<Ids> {
  const ids: Ids = new Map()
  const page = finder('siden', ids)
  for (const { path, title, summary, inMenu } of pages) {
    const parts = path.split('/').slice(1)
    const slug = parts.at(-1) || FRONT_PAGE_SLUG
    const parent = parts.length > 1 ? page(`/${parts.slice(0, -1).join('/')}`) : null
    const data = { title, summary, slug, parent, inMenu: inMenu ?? true, _status: 'draft' } as const
    const doc = await req.payload.create({ collection: 'pages', data, depth: 0, req })
    ids.set(path, doc.id)
  }
  for (const { path, blocks } of pages) {
    const data = { blocks: blocks({ ...refs, page }), ...published }
    await req.payload.update({ collection: 'pages', id: page(path), data, depth: 0, req })
  }
  return ids
}

async function fillFrame(req: Req, page: Refs['page']): Promise<void> {
  await req.payload.updateGlobal({ slug: 'header', data: header, req })
  const links = footerLinks.map(({ label, path }) => ({ label, page: page(path) }))
  await req.payload.updateGlobal({ slug: 'footer', data: { ...footer, links }, req })
  // No fixed word differs from its default.
  await req.payload.updateGlobal({ slug: 'labels', data: {}, req })
}

async function fillSearchWords(req: Req, refs: Pick<Refs, 'page' | 'department' | 'box'>): Promise<void> {
  for (const { pins, ...words } of searchWords) {
    const data = { ...words, pins: pins?.(refs) ?? [] }
    await req.payload.create({ collection: 'search-words', data, depth: 0, req })
  }
}

/** Finds a document's id by its name in the content. An unknown name is a mistake in the content. */
const finder =
  (what: string, ids: Ids) =>
  (name: string): number => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`Det første indhold nævner ${what} »${name}«, som ikke findes.`)
    return id
  }
